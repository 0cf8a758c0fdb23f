// The questions of an assessment. What makes them score, keep and share is loaded only where they stand.
class AssessmentSheet extends HTMLElement {
  async connectedCallback() {
    const { AssessmentPage } = await import("./assessment-page.js");
    if (!this.isConnected) return;
    this.page?.end();
    this.page = new AssessmentPage(this);
    this.page.begin();
  }

  disconnectedCallback() {
    this.page?.end();
    this.page = null;
  }
}

customElements.define("assessment-sheet", AssessmentSheet);
