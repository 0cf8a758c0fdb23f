// A field for a text, and what is found in it.
import { all } from "../element/find.js";
import { PageForm } from "../element/page-element.js";

class TextCheck extends PageForm {
  connectedCallback() {
    for (const part of all(this, "[data-needs-script]", HTMLElement)) part.hidden = false;
    return super.connectedCallback();
  }

  async load() {
    const { TextCheckPage } = await import("./lazy/text-check-page.js");
    return new TextCheckPage(this);
  }
}

customElements.define("text-check", TextCheck);
