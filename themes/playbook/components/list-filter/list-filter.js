// A field that narrows the list of a kind down.
import { PageElement } from "../element/page-element.js";

class ListFilter extends PageElement {
  async load() {
    const { ListPage } = await import("./lazy/list-page.js");
    return new ListPage(this);
  }
}

customElements.define("list-filter", ListFilter);
