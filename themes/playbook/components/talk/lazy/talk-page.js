// Shows the steps of a conversation one at a time, at the address of each, or all of them. Links lead from one to the next,
// so that Back does what it does everywhere.
import { AnswersStore } from "../../answers-store/answers-store.js";
import { element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import words from "../words.js";

const ALL = /^(#steps)?$/; // the addresses at which all steps are to be seen

/** Whether the address names no part of the page: then it may carry notes. */
const namesNothing = () => location.hash.length > 1 && !document.getElementById(location.hash.slice(1));

/**
 * A step of the list.
 * @typedef {{ item: HTMLLIElement, heading: HTMLHeadingElement, title: string }} Step
 */

export class TalkPage {
  leaving = new AbortController();
  /** @type {import("./talk-notes.js").TalkNotes | null} */
  notes = null;
  loading = false;
  /** @type {number | null} the step that is shown alone, counted from 0 */
  at = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    /** @type {Step[]} */
    this.steps = all(host, ".talk > li", HTMLLIElement).map((item) => {
      const heading = one(item, "h3", HTMLHeadingElement);
      return { item, heading, title: (heading.textContent ?? "").trim() };
    });
    this.place = element("p", { class: "talk-place", id: "talk-place" });
    this.begins = element("a", { href: `#${this.steps[0].heading.id}` }, words.one_by_one);
    this.links = this.steps.map(({ heading, title }, at) =>
      element("a", { href: `#${heading.id}`, "aria-label": words.step({ n: at + 1, title }) }, String(at + 1)),
    );
    const numbers = element("ol", { class: "talk-numbers" }, this.links.map((link) => element("li", {}, link)));
    this.numbers = element("nav", { class: "talk-nav", "aria-label": words.steps }, [
      numbers,
      this.place,
      element("a", { href: "#steps" }, words.all_steps),
    ]);
    this.top = element("div", { class: "talk-top" }, [
      element("p", { class: "talk-title" }, (document.querySelector("h1")?.textContent ?? "").trim()),
      element("p", { class: "talk-begin" }, this.begins),
      this.numbers,
    ]);
    this.onward = element("p", { class: "talk-onward" });
  }

  begin() {
    this.host.prepend(this.top);
    one(this.host, ".talk").after(this.onward);
    addEventListener("hashchange", () => this.follow(), { signal: this.leaving.signal });
    this.show(this.named());
    const isKept = new AnswersStore(this.host.dataset.site ?? "", this.host.dataset.id ?? "").read() !== null;
    if (isKept || namesNothing()) this.keepNotes();
    if (this.at !== null) this.focus(this.at);
  }

  end() {
    this.leaving.abort();
    this.notes?.end();
    this.show(null);
    for (const node of [this.top, this.onward]) node.remove();
  }

  /** The step that the address names, or null. */
  named() {
    const at = this.steps.findIndex(({ heading }) => location.hash === `#${heading.id}`);
    return at < 0 ? null : at;
  }

  /** Show what the address leads to now. An address of another part of the page changes nothing. */
  follow() {
    const at = this.named();
    if (at !== null) {
      this.show(at);
      this.focus(at);
    } else if (ALL.test(location.hash) && this.at !== null) {
      this.show(null);
      (document.getElementById("steps") ?? this.top).scrollIntoView();
      this.begins.focus({ preventScroll: true });
    } else if (namesNothing()) this.keepNotes();
  }

  /** @param {number | null} at the step to show alone, or null for all */
  show(at) {
    this.at = at;
    this.host.classList.toggle("is-stepping", at !== null);
    this.steps.forEach(({ item, heading }, number) => {
      item.hidden = at !== null && number !== at;
      if (number === at) heading.setAttribute("aria-describedby", this.place.id);
      else heading.removeAttribute("aria-describedby");
    });
    this.links.forEach((link, number) => {
      if (number === at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    this.place.textContent = at === null ? "" : words.place({ n: at + 1, all: this.steps.length });
    this.onward.replaceChildren(...(at === null ? [] : this.ways(at)));
    this.notes?.keepPlace(at);
    if (at !== null) this.keepNotes();
  }

  /**
   * The links to the step before and to the next, or to what comes after the last.
   * @param {number} at
   */
  ways(at) {
    const before = this.steps[at - 1];
    const after = this.steps[at + 1];
    const end = document.querySelector("h2#afterwards");
    /** @type {(heading: Element, text: string, name: string) => HTMLElement} */
    const link = (heading, text, name) => element("a", { href: `#${heading.id}`, class: name }, text);
    return [
      before ? link(before.heading, words.back({ title: before.title }), "talk-back") : null,
      after ? link(after.heading, words.next({ title: after.title }), "talk-next") : null,
      !after && end ? link(end, words.after({ title: (end.textContent ?? "").trim() }), "talk-next") : null,
    ].filter((way) => way !== null);
  }

  /** @param {number} at */
  focus(at) {
    this.top.scrollIntoView();
    this.steps[at].heading.focus({ preventScroll: true });
  }

  /** Load what keeps the notes: it is needed once a step is shown alone, or where something was written before. */
  async keepNotes() {
    if (this.notes || this.loading) return;
    this.loading = true;
    const { TalkNotes } = await import("./talk-notes.js");
    if (this.leaving.signal.aborted) return;
    this.notes = new TalkNotes(this.host, this.steps);
    this.notes.begin();
    this.notes.keepPlace(this.at);
  }
}
