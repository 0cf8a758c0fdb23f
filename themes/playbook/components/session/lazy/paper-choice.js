// What is printed of a session besides its sheets, and the names of its people. Names are kept in this browser, and stand
// in no address unless somebody asks for a link with them.
import { button } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { keepNames, keptNames } from "../../session-papers/lazy/names-store.js";
import { LONGEST_NAME, PAPERS, namesIn } from "./papers.js";
import words from "../words.js";

/** @typedef {import("./session-link.js").Choice} Choice */

export class PaperChoice {
  /**
   * @param {HTMLElement} host
   * @param {(made: (choice: Choice) => Choice) => void} edit
   * @param {() => void} linkWithNames copies a link that has the names in it
   */
  constructor(host, edit, linkWithNames) {
    this.host = one(host, "[data-papers]", HTMLDetailsElement);
    this.site = host.dataset.site ?? "";
    this.edit = edit;
    this.list = one(host, "#session-names", HTMLTextAreaElement);
    this.count = one(host, "[data-names-count]", HTMLElement);
    this.buttons = [button(words.link_with_names, linkWithNames), button(words.remove_names, () => this.removed())];
    one(host, "[data-names-actions]", HTMLElement).replaceChildren(...this.buttons);
  }

  /** The names that are kept here. */
  kept() {
    return keptNames(this.site);
  }

  /**
   * Begin with a choice that an address holds. Names in it take the place of those that were here, which are given back.
   * @param {Choice} choice
   */
  begin({ papers, names }) {
    const before = this.kept();
    if (names.length) keepNames(this.site, names);
    if (papers.some((paper) => paper !== "feedback")) this.host.open = true;
    return { names: names.length ? names : before, before: names.length && before.join() !== names.join() ? before : [] };
  }

  /** Take over what was typed. @param {HTMLElement} field */
  typed(field) {
    if (field === this.list) this.named(namesIn(this.list.value));
    if (field instanceof HTMLInputElement && field.name === "paper") {
      const chosen = this.boxes().filter(({ checked }) => checked).map(({ value }) => value);
      this.edit((choice) => ({ ...choice, papers: PAPERS.filter((paper) => chosen.includes(paper)) }));
    }
  }

  /** @param {string[]} names */
  named(names) {
    const state = keepNames(this.site, names);
    this.edit((choice) => ({ ...choice, names }));
    if (state !== "kept") this.count.textContent = words.names_not_kept;
  }

  removed() {
    this.named([]);
    this.list.focus();
  }

  boxes() {
    return all(this.host, "[name=paper]", HTMLInputElement);
  }

  /**
   * @param {Choice} choice
   * @param {boolean} hasForm whether there is a feedback form
   */
  show({ papers, names, people }, hasForm) {
    for (const box of this.boxes()) {
      box.checked = papers.includes(box.value) && (hasForm || box.value !== "feedback");
      one(this.host, `.session-paper:has([value="${box.value}"])`, HTMLElement).hidden = box.value === "feedback" && !hasForm;
    }
    if (document.activeElement !== this.list || namesIn(this.list.value).join() !== names.join()) this.list.value = names.join("\n");
    for (const needing of this.buttons) needing.hidden = !names.length;
    this.count.textContent = this.said(names, people);
  }

  /**
   * @param {string[]} names
   * @param {number} people
   */
  said(names, people) {
    if (!names.length) return "";
    const counted = words.names_count(names.length);
    const long = names.some((name) => [...name].length === LONGEST_NAME);
    const more = names.length > people ? words.more_names({ people }) : names.length < people ? words.fewer_names(people - names.length) : "";
    return [counted, more, long ? words.name_cut({ most: LONGEST_NAME }) : ""].filter(Boolean).join(" ");
  }
}
