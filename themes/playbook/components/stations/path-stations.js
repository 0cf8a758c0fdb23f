// The stations of a path: ticks are kept in this browser until somebody starts afresh.
import { STATIONS } from "../answers-store/answers-store.js";
import { showNotes, ticksNotes } from "../answers-store/kept-notes.js";
import { KeptTicks } from "../answers-store/kept-ticks.js";
import words from "./words.js";

class PathStations extends HTMLElement {
  #leave = new AbortController();
  /** @type {HTMLInputElement[]} */
  boxes = [];
  notes = ticksNotes();

  connectedCallback() {
    this.#leave = new AbortController();
    this.boxes = [...this.querySelectorAll("input")].filter((box) => box.dataset.station !== undefined);
    this.kept = new KeptTicks(this.dataset.site ?? "", this.dataset.path ?? "", STATIONS);
    this.button = this.querySelector(".stations-state button");
    this.querySelector(".stations-state")?.after(this.notes);
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.#tick(target), this.#leave);
    this.button?.addEventListener("click", () => this.#startAfresh(), this.#leave);
    this.kept.store.listen(() => this.#show(), this.#leave.signal);
    this.#show();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    this.kept?.tick(idOf(box), box.checked);
    this.#say();
  }

  #startAfresh() {
    for (const box of this.boxes) box.checked = false;
    this.kept?.clear();
    this.#say();
    this.boxes[0]?.focus();
  }

  #show() {
    const done = this.kept?.read();
    for (const box of this.boxes) box.checked = done?.has(idOf(box)) ?? false;
    this.#say();
  }

  #say() {
    const count = this.boxes.filter((box) => box.checked).length;
    const [bar] = this.getElementsByTagName("progress");
    const [text] = this.getElementsByTagName("output");
    bar.value = count;
    text.textContent = words.done_of({ done: count, all: this.boxes.length });
    if (this.button instanceof HTMLElement) this.button.hidden = count === 0;
    if (this.kept) showNotes(this.notes, this.kept, () => this.#show());
  }
}

/** @param {HTMLInputElement} box */
const idOf = (box) => box.dataset.station ?? "";

customElements.define("path-stations", PathStations);
