// Whether an entry is due for a review, by the reader's calendar: a build knows no date.
import { isDue } from "./due.js";

/** Says of a day in the page that it has come. */
class ReviewDay extends HTMLElement {
  connectedCallback() {
    this.classList.toggle("review-day-due", isDue(this.getAttribute("day") ?? "", new Date()));
  }
}

customElements.define("review-day", ReviewDay);
