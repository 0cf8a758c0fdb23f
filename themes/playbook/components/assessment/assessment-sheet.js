// The questions of an assessment: a form that is whole without this, and scores, keeps and shares with it.
import { definitionOf } from "./definitions.js";
import { PageForm } from "../element/page-element.js";
import { loadStyles } from "../element/styles.js";

const STYLES = new URL("lazy/assessment-page.css", import.meta.url);

class AssessmentSheet extends PageForm {
  /** Of a form of several pages, one is shown at a time. */
  get showsMore() {
    return super.showsMore || this.querySelector(".check-page") !== null;
  }

  async load() {
    const [{ AssessmentPage }, definition] = await Promise.all([
      import("./lazy/assessment-page.js"),
      definitionOf(this.dataset.id ?? ""),
      loadStyles(STYLES),
    ]);
    return new AssessmentPage(this, definition);
  }
}

customElements.define("assessment-sheet", AssessmentSheet);
