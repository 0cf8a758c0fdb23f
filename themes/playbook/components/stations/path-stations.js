// The stations of a path: ticks are kept in this browser until somebody starts afresh.
import { store, stored } from "../answers-store/storage.js";
import { counted, format, keyOf, parse } from "./path-progress.js";
import words from "./words.js";

/**
 * What is kept. Where storage is blocked, nothing is: the ticks then last as long as the page.
 * @param {string} key
 */
function load(key) {
  const text = stored(key);
  const kept = parse(text);
  if (kept.damaged) store(`${key}:damaged`, text);
  return kept;
}

/**
 * Storage may be refused or full; the ticks then last as long as the page.
 * @param {string} key
 * @param {Set<string>} done
 */
function save(key, done) {
  store(key, done.size ? format(done, new Date()) : null);
}

class PathStations extends HTMLElement {
  #leave = new AbortController();
  /** @type {HTMLInputElement[]} */
  boxes = [];
  key = "";

  connectedCallback() {
    this.#leave = new AbortController();
    this.boxes = [...this.querySelectorAll("input")].filter((box) => box.dataset.station !== undefined);
    this.key = keyOf(this.dataset.path ?? "");
    this.button = this.querySelector(".stations-state button");
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.#tick(target), this.#leave);
    this.button?.addEventListener("click", () => this.#startAfresh(), this.#leave);
    // The same path in another window.
    addEventListener("storage", (event) => event.key === this.key && this.#show(), this.#leave);
    this.#show();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    const { done, writable } = load(this.key);
    if (box.checked) done.add(idOf(box));
    else done.delete(idOf(box));
    if (writable) save(this.key, done);
    this.#say();
  }

  #startAfresh() {
    for (const box of this.boxes) box.checked = false;
    if (load(this.key).writable) save(this.key, new Set());
    this.#say();
    this.boxes[0]?.focus();
  }

  #show() {
    const { done } = load(this.key);
    for (const box of this.boxes) box.checked = done.has(idOf(box));
    this.#say();
  }

  #say() {
    const done = new Set(this.boxes.filter((box) => box.checked).map(idOf));
    const count = counted(done, this.boxes.map(idOf));
    const [bar] = this.getElementsByTagName("progress");
    const [text] = this.getElementsByTagName("output");
    bar.value = count;
    text.textContent = words.done_of({ done: count, all: this.boxes.length });
    if (this.button instanceof HTMLElement) this.button.hidden = count === 0;
  }
}

/** @param {HTMLInputElement} box */
const idOf = (box) => box.dataset.station ?? "";

customElements.define("path-stations", PathStations);
