// Keeps the page of an entry in the reader's plan, or takes it out again. That is done at once, so that it counts even if
// somebody leaves the page. What there may be to say of it is loaded when there is something to say.
// @common
import { button, drawing, element } from "../element/element.js";
import { KeptPlan } from "./kept-plan.js";
import { keep, LONGEST, MOST } from "./plan-record.js";
import words from "./words.js";

const STAR = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z";

class KeepMark extends HTMLElement {
  leaving = new AbortController();
  notes = element("div", { class: "tick-notes", role: "alert", hidden: true });
  star = button("", () => this.toggle(), { class: "keep-star" });
  state = element("span", {}, words.keep);
  plan = element("a", { class: "keep-plan", href: "", hidden: true }, words.title);
  full = element("span", { role: "status" });

  connectedCallback() {
    this.leaving = new AbortController();
    this.kept = new KeptPlan(this.dataset.site ?? "");
    this.star.replaceChildren(drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawing("path", { d: STAR })), this.state);
    this.plan.href = this.dataset.plan ?? "";
    this.replaceChildren(this.plan, this.star, this.full, this.notes);
    this.kept.store.listen(() => this.show(), this.leaving.signal);
    this.show();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  get entry() {
    return { page: this.dataset.page ?? "", title: (this.dataset.title ?? "").slice(0, LONGEST) };
  }

  toggle() {
    const isKept = this.star.getAttribute("aria-pressed") !== "true";
    this.full.textContent = "";
    this.kept?.change((plan) => keep(plan, this.entry, isKept));
    if (this.show() !== isKept && this.kept?.writable) this.full.textContent = words.is_full({ most: MOST });
  }

  /** Show whether the page is kept, and say it. */
  show() {
    const all = this.kept?.read().kept ?? [];
    const isKept = all.some(({ page }) => page === this.entry.page);
    this.star.setAttribute("aria-pressed", String(isKept));
    this.state.textContent = isKept ? words.is_kept : words.keep;
    this.plan.hidden = all.length === 0;
    this.#showNotes();
    return isKept;
  }

  async #showNotes() {
    const { kept } = this;
    if (!kept || (this.notes.hidden && kept.store.state === "kept" && kept.writable && !kept.store.aside().length)) return;
    const { showNotes } = await import("../answers-store/kept-notes.js");
    showNotes(this.notes, kept, () => this.show());
  }
}

customElements.define("keep-mark", KeepMark);
