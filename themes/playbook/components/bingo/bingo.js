// A bingo card to play with. What shuffles it is loaded only where one stands.
class BingoCard extends HTMLElement {
  async connectedCallback() {
    const { BingoPage } = await import("./lazy/bingo-page.js");
    if (!this.isConnected) return;
    this.page?.end();
    this.page = new BingoPage(this);
    this.page.begin();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}

customElements.define("bingo-card", BingoCard);
