// A list to tick: counts what is ticked and keeps it in this browser until it is cleared.
import { TICKS } from "../answers-store/answers-store.js";
import { KeptBoxes } from "../answers-store/kept-boxes.js";
import { KeptTicks } from "../answers-store/kept-ticks.js";
import { button, element } from "../element/element.js";
import words from "./words.js";

class TickList extends KeptBoxes {
  text = element("span", { role: "status" });
  bar = element("progress", { "aria-label": words.progress });
  clearing = button(words.clear, () => this.clear());
  own = element("input", { type: "checkbox", autocomplete: "off" });
  printing = element("label", { class: "tick-print" }, this.own, words.print_ticks);
  head = element("div", { class: "tick-state" }, this.bar, this.text, this.clearing);

  connectedCallback() {
    this.prepend(this.head, this.notes);
    this.append(this.printing);
    this.own.addEventListener("change", () => this.classList.toggle("prints-ticks", this.own.checked));
    this.keep(new KeptTicks(this.dataset.site ?? "", this.dataset.id ?? "", TICKS), "item");
  }

  /** @param {number} ticked */
  say(ticked) {
    this.bar.max = this.all;
    this.bar.value = ticked;
    this.text.textContent = words.ticked({ ticked, all: this.all });
    this.clearing.hidden = this.printing.hidden = ticked === 0;
  }
}

customElements.define("tick-list", TickList);
