// The list of entries that are to be reviewed: which of them are due, by the reader's calendar.
import { button, element } from "../element/element.js";
import { isDue } from "./due.js";
import words from "./words.js";

/** Says how many entries are due, and shows these alone if somebody wants that. */
class ReviewList extends HTMLElement {
  connectedCallback() {
    const line = this.querySelector(".review-count");
    const entries = [...this.querySelectorAll("li")];
    const later = entries.filter((entry) => !this.#isDue(entry));
    const count = entries.length - later.length;
    line?.replaceChildren(element("b", {}, count ? words.counted(count) : words.nothing));
    if (count && later.length) line?.append(this.#choice(later));
  }

  /** @param {HTMLLIElement} entry */
  #isDue(entry) {
    return "never" in entry.dataset || isDue(entry.querySelector("review-day")?.getAttribute("day") ?? "", new Date());
  }

  /** @param {HTMLLIElement[]} later */
  #choice(later) {
    const choice = button(words.only_due, () => {
      const only = choice.getAttribute("aria-pressed") !== "true";
      choice.setAttribute("aria-pressed", String(only));
      for (const entry of later) entry.hidden = only;
      for (const section of this.querySelectorAll("section")) section.hidden = only && !section.querySelector("li:not([hidden])");
    });
    choice.setAttribute("aria-pressed", "false");
    return choice;
  }
}

customElements.define("review-list", ReviewList);
