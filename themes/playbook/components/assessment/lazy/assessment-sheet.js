// The questions of an assessment: a form that is whole without this, and scores, keeps and shares with it.
import { PageElement } from "../../element/page-element.js";
import { AssessmentPage } from "./assessment-page.js";

class AssessmentSheet extends PageElement {
  async load() {
    return new AssessmentPage(this);
  }
}

customElements.define("assessment-sheet", AssessmentSheet);
