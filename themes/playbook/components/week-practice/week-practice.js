// The practice of the week: one of the list that the page has, by the reader's calendar.
import { element } from "../element/element.js";
import { ofTheWeek } from "./week.js";

class WeekPractice extends HTMLElement {
  connectedCallback() {
    /** @type {[string, string][]} */
    const practices = JSON.parse(this.dataset.practices ?? "[]");
    const [address, title] = ofTheWeek(practices, new Date()) ?? [];
    if (address && title) this.replaceChildren(element("a", { href: address }, title));
  }
}

customElements.define("week-practice", WeekPractice);
