// The practice of the week: one of the list that the page has, by the reader's calendar.
import { element } from "../element/element.js";
import { ofTheWeek } from "./week.js";

class WeekPractice extends HTMLElement {
  connectedCallback() {
    const [address, ...title] = ofTheWeek((this.dataset.practices ?? "").split("\n"), new Date())?.split(" ") ?? [];
    if (address) this.replaceChildren(element("a", { href: address }, title.join(" ")));
  }
}

customElements.define("week-practice", WeekPractice);
