// A dialogue to play line by line.
import { PageElement } from "../element/page-element.js";

class DialoguePlayer extends PageElement {
  async load() {
    const { DialoguePage } = await import("./lazy/dialogue-page.js");
    return new DialoguePage(this);
  }
}

customElements.define("dialogue-player", DialoguePlayer);
