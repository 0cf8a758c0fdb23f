// The questions of an assessment: a form that is whole without this, and scores, keeps and shares with it.
import { AssessmentPage } from "./assessment-page.js";

class AssessmentSheet extends HTMLElement {
  connectedCallback() {
    this.page = new AssessmentPage(this);
    this.page.begin();
  }

  disconnectedCallback() {
    this.page.end();
  }
}

customElements.define("assessment-sheet", AssessmentSheet);
