// A calculator: the page comes with the first numbers worked out.
import { PageForm } from "../element/page-element.js";

class CalculatorForm extends PageForm {
  async load() {
    const { CalculatorPage } = await import("./lazy/calculator-page.js");
    return new CalculatorPage(this);
  }
}

customElements.define("calculator-form", CalculatorForm);
