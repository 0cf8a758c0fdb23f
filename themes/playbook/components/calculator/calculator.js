// A calculator: the page comes with the first numbers worked out. What works out others is loaded only where one stands.
class CalculatorForm extends HTMLElement {
  async connectedCallback() {
    const { CalculatorPage } = await import("./lazy/calculator-page.js");
    if (!this.isConnected) return;
    this.page?.end();
    this.page = new CalculatorPage(this);
    this.page.begin();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}

customElements.define("calculator-form", CalculatorForm);
