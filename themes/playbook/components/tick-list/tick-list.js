// A list to tick: counts what is ticked and keeps it in this browser until it is cleared. Ticks of a PDF are added.
import { TICKS } from "../answers-store/answers-store.js";
import { fileField } from "../answers-store/files.js";
import { KeptBoxes } from "../answers-store/kept-boxes.js";
import { KeptTicks } from "../answers-store/kept-ticks.js";
import { button, element } from "../element/element.js";
import { copyIn, takeDropped } from "../filled-pdf/dropping.js";
import words from "./words.js";

class TickList extends KeptBoxes {
  text = element("span", { role: "status" });
  bar = element("progress", { "aria-label": words.progress });
  clearing = button(words.clear, () => this.clear());
  own = element("input", { type: "checkbox", autocomplete: "off" });
  printing = element("label", { class: "tick-print" }, this.own, words.print_ticks);
  file = fileField(([file]) => this.takePdf(file), { accept: ".pdf,application/pdf" });
  loading = button(words.load_pdf, () => this.file.click());
  said = element("p", { class: "tick-said", role: "status" });
  head = element("div", { class: "tick-state" }, this.bar, this.text, this.clearing);
  end = element("div", { class: "tick-end" }, [this.loading, this.file, this.printing, this.said]);

  connectedCallback() {
    this.prepend(this.head, this.notes);
    this.append(this.end);
    this.own.addEventListener("change", () => this.classList.toggle("prints-ticks", this.own.checked));
    this.keep(new KeptTicks(this.dataset.site ?? "", this.dataset.id ?? "", TICKS), "item");
    takeDropped(([file]) => file && this.takePdf(file), this.leaving.signal);
  }

  /** @param {number} ticked */
  say(ticked) {
    this.bar.max = this.all;
    this.bar.value = ticked;
    this.text.textContent = words.ticked({ ticked, all: this.all });
    this.clearing.hidden = this.printing.hidden = ticked === 0;
  }

  /**
   * Add the ticks of a filled-in PDF, with a way back. None is taken away.
   * @param {File} file
   */
  async takePdf(file) {
    const found = await copyIn(file, this.dataset.id ?? "");
    if ("fault" in found) {
      this.said.replaceChildren(`${found.fault} ${words.unchanged}`);
      return;
    }
    const added = this.change(new Set(found.copy.values.keys()), true);
    const undo = button(words.undo, () => {
      this.change(added, false);
      this.said.replaceChildren(words.unchanged);
    });
    this.said.replaceChildren(words.from_pdf(added.size), added.size ? undo : "");
  }
}

customElements.define("tick-list", TickList);
