// The planner of sessions.
import { PageElement } from "../element/page-element.js";

class PlanSession extends PageElement {
  async load() {
    const { SessionPage } = await import("./lazy/session-page.js");
    return new SessionPage(this);
  }
}

customElements.define("plan-session", PlanSession);
