// Boxes whose ticks are kept in this browser: what a list to tick and the stations of a path have in common.
import { showNotes, ticksNotes } from "./kept-notes.js";

/** @typedef {import("./kept-ticks.js").KeptTicks} KeptTicks */

export class KeptBoxes extends HTMLElement {
  /** Its signal ends when the element leaves the page. */
  leaving = new AbortController();
  /** @type {Map<HTMLInputElement, string>} */
  #ids = new Map();
  /** @type {KeptTicks | undefined} */
  kept;
  notes = ticksNotes();

  /**
   * Show what is kept, and keep what is ticked from now on.
   * @param {KeptTicks} kept
   * @param {string} key the name in `dataset` of the id of each box; others are no boxes of this list
   */
  keep(kept, key) {
    this.leaving = new AbortController();
    const boxes = [...this.querySelectorAll("input")].filter((field) => field.type === "checkbox" && key in field.dataset);
    this.#ids = new Map(boxes.map((box) => [box, box.dataset[key] ?? ""]));
    this.kept = kept;
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.#tick(target), this.leaving);
    kept.store.listen(() => this.#show(), this.leaving.signal);
    this.#show();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  get all() {
    return this.#ids.size;
  }

  /** Take all ticks away, and go to the first box. */
  clear() {
    for (const box of this.#ids.keys()) box.checked = false;
    this.kept?.clear();
    this.#say();
    this.#ids.keys().next().value?.focus();
  }

  /**
   * Say how many boxes are ticked.
   * @param {number} _ticked
   */
  say(_ticked) {}

  /**
   * Tick these boxes, or take their ticks away. Gives the ids of those that changed.
   * @param {Set<string>} ids
   * @param {boolean} isDone
   */
  change(ids, isDone) {
    const changed = [...this.#ids].filter(([box, id]) => ids.has(id) && box.checked !== isDone);
    for (const [box, id] of changed) {
      box.checked = isDone;
      this.kept?.tick(id, isDone);
    }
    this.#say();
    return new Set(changed.map(([, id]) => id));
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    const id = this.#ids.get(box);
    if (id === undefined) return;
    this.kept?.tick(id, box.checked);
    this.#say();
  }

  #show() {
    const done = this.kept?.read();
    for (const [box, id] of this.#ids) box.checked = done?.has(id) ?? false;
    this.#say();
  }

  #say() {
    this.say([...this.#ids.keys()].filter((box) => box.checked).length);
    if (this.kept) showNotes(this.notes, this.kept, () => this.#show());
  }
}
