// A bingo card to play with.
import { PageElement } from "../element/page-element.js";

class BingoCard extends PageElement {
  async load() {
    const { BingoPage } = await import("./lazy/bingo-page.js");
    return new BingoPage(this);
  }
}

customElements.define("bingo-card", BingoCard);
