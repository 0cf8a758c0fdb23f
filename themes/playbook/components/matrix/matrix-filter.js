// A field that narrows the matrix of tells and cures down.
import { PageElement } from "../element/page-element.js";

class MatrixFilter extends PageElement {
  async load() {
    const { MatrixPage } = await import("./lazy/matrix-page.js");
    return new MatrixPage(this);
  }
}

customElements.define("matrix-filter", MatrixFilter);
