// A worksheet to fill in.
import { PageForm } from "../element/page-element.js";

class WorkSheet extends PageForm {
  async load() {
    const { SheetPage } = await import("./lazy/sheet-page.js");
    return new SheetPage(this);
  }
}

customElements.define("work-sheet", WorkSheet);
