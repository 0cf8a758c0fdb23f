// The stations of a path: ticks are kept in this browser until somebody starts afresh.
import { counted, format, keyOf, parse } from "./path-progress.js";

function load(key) {
  try {
    const kept = parse(localStorage.getItem(key));
    if (kept.damaged) localStorage.setItem(`${key}:damaged`, localStorage.getItem(key));
    return kept;
  } catch {
    return parse(null); // storage is blocked: the ticks last as long as the page
  }
}

function save(key, done) {
  try {
    if (done.size) localStorage.setItem(key, format(done, new Date()));
    else localStorage.removeItem(key);
  } catch {
    // Storage may be refused or full; the ticks then last as long as the page.
  }
}

class PathStations extends HTMLElement {
  #leave;

  connectedCallback() {
    const leave = (this.#leave = new AbortController());
    this.boxes = [...this.querySelectorAll("input[data-station]")];
    this.key = keyOf(this.dataset.path);
    this.button = this.querySelector(".stations-state button");
    this.addEventListener("change", (event) => this.#tick(event.target), leave);
    this.button.addEventListener("click", () => this.#startAfresh(), leave);
    // The same path in another window.
    addEventListener("storage", (event) => event.key === this.key && this.#show(), leave);
    this.#show();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  #tick(box) {
    const { done, writable } = load(this.key);
    if (box.checked) done.add(box.dataset.station);
    else done.delete(box.dataset.station);
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
    for (const box of this.boxes) box.checked = done.has(box.dataset.station);
    this.#say();
  }

  #say() {
    const done = new Set(this.boxes.filter((box) => box.checked).map((box) => box.dataset.station));
    const count = counted(done, this.boxes.map((box) => box.dataset.station));
    this.querySelector(".stations-state progress").value = count;
    this.querySelector(".stations-state output").textContent = `${count} of ${this.boxes.length} done`;
    this.button.hidden = count === 0;
  }
}

customElements.define("path-stations", PathStations);
