// A calculator: the page comes with the first numbers worked out.
import { PageElement } from "../element/page-element.js";

class CalculatorForm extends PageElement {
  async load() {
    const { CalculatorPage } = await import("./lazy/calculator-page.js");
    return new CalculatorPage(this);
  }
}

customElements.define("calculator-form", CalculatorForm);
