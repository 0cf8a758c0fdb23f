// A worksheet to fill in. What keeps it is loaded only where one stands.
class WorkSheet extends HTMLElement {
  async connectedCallback() {
    const { SheetPage } = await import("./lazy/sheet-page.js");
    if (!this.isConnected) return;
    this.page?.end();
    this.page = new SheetPage(this);
    this.page.begin();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}

customElements.define("work-sheet", WorkSheet);
