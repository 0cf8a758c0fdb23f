// Keeps the page of an entry in the reader's plan, or takes it out again. Loaded by keep-mark.js.
import { showNotes, ticksNotes } from "../../answers-store/kept-notes.js";
import { element } from "../../element/element.js";
import { one } from "../../element/find.js";
import { KeptPlan } from "../kept-plan.js";
import { keep, LONGEST, MOST } from "../plan-record.js";
import words from "../words.js";

export class Keeping {
  notes = ticksNotes();
  full = element("span", { role: "status" });

  /**
   * @param {HTMLElement} mark
   * @param {AbortSignal} leaving
   */
  constructor(mark, leaving) {
    this.entry = { page: mark.dataset.page ?? "", title: (mark.dataset.title ?? "").slice(0, LONGEST) };
    this.star = one(mark, "button", HTMLButtonElement);
    this.plan = element("a", { class: "keep-plan", href: mark.dataset.plan, hidden: true }, words.title);
    this.kept = new KeptPlan(mark.dataset.site ?? "");
    mark.prepend(this.plan);
    mark.append(this.full, this.notes);
    this.kept.store.listen(() => this.show(), leaving);
    this.show();
  }

  toggle() {
    const isKept = this.star.getAttribute("aria-pressed") !== "true";
    this.full.textContent = "";
    this.kept.change((plan) => keep(plan, this.entry, isKept));
    if (this.show() !== isKept && this.kept.writable) this.full.textContent = words.is_full({ most: MOST });
  }

  /** Show whether the page is kept, and say it. */
  show() {
    const all = this.kept.read().kept;
    const isKept = all.some(({ page }) => page === this.entry.page);
    this.star.setAttribute("aria-pressed", String(isKept));
    this.plan.hidden = all.length === 0;
    showNotes(this.notes, this.kept, () => this.show());
    return isKept;
  }
}
