// A plan of one's own.
import { PageElement } from "../element/page-element.js";

class OwnPlan extends PageElement {
  async load() {
    const { OwnPlanPage } = await import("./lazy/own-plan-page.js");
    return new OwnPlanPage(this);
  }
}

customElements.define("own-plan", OwnPlan);
