// The ready plans that a session can begin with: those for an aim, and where one does not fit what somebody has entered.
import { button, element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { isTooLong, misfit, timeSpare } from "./session-fit.js";
import words from "../words.js";

/**
 * Plans, those first that are for so many people, for this place and not too long; of these, those of about this time. Pure.
 * @template {{ plan: import("./compiled.js").Plan }} Item
 * @param {Item[]} items
 * @param {{ people?: number, setting?: string, minutes?: number }} own
 */
export function inOrderOfFit(items, own) {
  const there = own.minutes ?? 0;
  const unfit = (/** @type {Item} */ { plan }) => Number(misfit(plan, { ...own, minutes: 0 }) !== "") + Number(isTooLong(plan, there));
  const apart = (/** @type {Item} */ { plan }) => (there ? Math.abs(plan.minutes - there) : 0);
  return items.toSorted((a, b) => unfit(a) - unfit(b) || apart(a) - apart(b));
}

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

  /**
   * Say at each where it does not fit. Those that fit best come first; otherwise their order stays.
   * @param {{ people?: number, setting?: string, minutes?: number }} own what somebody has entered
   */
  showFit(own) {
    for (const { place, plan } of this.items) {
      const [unfit, spare] = [misfit(plan, own), timeSpare(plan, own)];
      one(place, "[data-unfit]").replaceChildren(unfit, unfit && spare ? " " : "", ...(spare ? [element("span", {}, spare)] : []));
    }
    const list = this.items[0]?.place.parentElement;
    const best = inOrderOfFit(this.items, own).map(({ place }) => place);
    if (list && best.some((place, at) => list.children[at] !== place)) list.prepend(...best);
  }

  fold() {
    this.host.querySelector("[data-ready]")?.removeAttribute("open");
  }
}
