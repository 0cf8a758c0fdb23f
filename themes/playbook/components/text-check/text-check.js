// A field for a text, and what is found in it.
import { PageElement } from "../element/page-element.js";

class TextCheck extends PageElement {
  async load() {
    const { TextCheckPage } = await import("./lazy/text-check-page.js");
    return new TextCheckPage(this);
  }
}

customElements.define("text-check", TextCheck);
