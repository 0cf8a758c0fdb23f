// The ready plans that a session can begin with: those for an aim, and where one does not fit what somebody has entered.
import { button } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { misfit } from "./session-fit.js";
import words from "../words.js";

export class ReadyPlans {
  /** @type {{ place: HTMLElement, plan: import("./compiled.js").Plan }[]} */
  items = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * Give each plan that the data has its button.
   * @param {import("./compiled.js").Library} library
   * @param {(id: string) => void} begin
   */
  show({ plans }, begin) {
    this.items = all(this.host, "[data-plan]", HTMLElement).flatMap((place) => {
      const id = place.dataset.plan ?? "";
      const plan = plans.get(id);
      if (!plan) return [];
      one(place, "[data-use]", HTMLElement).replaceChildren(button(words.use_plan, () => begin(id), { "aria-label": words.use_plan_of({ title: plan.title }) }));
      return [{ place, plan }];
    });
  }

  /** Show those for an aim only; with none, all. @param {string} aim */
  narrow(aim) {
    for (const { place, plan } of this.items) place.hidden = aim !== "" && !plan.moments.includes(aim);
    this.host.querySelector("[data-no-plan]")?.toggleAttribute("hidden", this.items.some(({ place }) => !place.hidden));
  }

  /** Say at each where it does not fit. @param {{ people?: number, setting?: string }} own what somebody has entered */
  showFit(own) {
    for (const { place, plan } of this.items) one(place, "[data-unfit]").textContent = misfit(plan, own);
  }

  fold() {
    this.host.querySelector("[data-ready]")?.removeAttribute("open");
  }
}
