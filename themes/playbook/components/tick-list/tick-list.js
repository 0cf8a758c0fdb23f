// A list to tick: counts what is ticked and keeps it in this browser until it is cleared.
import { TICKS } from "../answers-store/answers-store.js";
import { showNotes, ticksNotes } from "../answers-store/kept-notes.js";
import { KeptTicks } from "../answers-store/kept-ticks.js";
import { button, element } from "../element/element.js";
import words from "./words.js";

class TickList extends HTMLElement {
  #leave = new AbortController();
  /** @type {HTMLInputElement[]} */
  boxes = [];
  notes = ticksNotes();
  text = element("span", { role: "status" });
  bar = element("progress", { "aria-label": words.progress });
  clear = button(words.clear, () => this.#clear());
  head = element("div", { class: "tick-state" }, this.bar, this.text, this.clear);

  connectedCallback() {
    this.#leave = new AbortController();
    this.boxes = [...this.querySelectorAll("input")].filter((field) => field.type === "checkbox");
    this.bar.max = this.boxes.length;
    this.kept = new KeptTicks(this.dataset.site ?? "", this.dataset.id ?? "", TICKS);
    this.prepend(this.head, this.notes);
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.#tick(target), this.#leave);
    this.kept.store.listen(() => this.#show(), this.#leave.signal);
    this.#show();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    this.kept?.tick(box.dataset.item ?? "", box.checked);
    this.#say();
  }

  #clear() {
    for (const box of this.boxes) box.checked = false;
    this.kept?.clear();
    this.#say();
    this.boxes[0]?.focus();
  }

  #show() {
    const done = this.kept?.read();
    for (const box of this.boxes) box.checked = done?.has(box.dataset.item ?? "") ?? false;
    this.#say();
  }

  #say() {
    this.bar.value = this.boxes.filter((box) => box.checked).length;
    this.text.textContent = words.ticked({ ticked: this.bar.value, all: this.boxes.length });
    this.clear.hidden = this.bar.value === 0;
    if (this.kept) showNotes(this.notes, this.kept, () => this.#show());
  }
}

customElements.define("tick-list", TickList);
