// A bingo card: shuffled from the number in the address, ticked, and called when a line is full.
import { showNotes, ticksNotes } from "../../answers-store/kept-notes.js";
import { all, one } from "../../element/find.js";
import { card, fullLines, seedFor, withSeed } from "./bingo-cards.js";
import { KeptCards } from "./bingo-keep.js";
import words from "../words.js";

// A number that one can say over the phone.
const newSeed = () => 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % 99_999);

export class BingoPage {
  leaving = new AbortController();
  seed = 0;
  /** @type {string[]} the ids of the squares of the card that is shown, row by row */
  ids = [];
  /** How many lines are full. */
  full = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.shown = one(element, "[data-card]");
    this.waiting = one(element, "[data-waiting]");
    this.squares = new Map(all(element, "[data-square]", HTMLElement).map((square) => [square.dataset.square ?? "", square]));
    this.block = element.dataset.block ?? "";
    this.letters = element.dataset.letters ?? "";
    this.kept = new KeptCards(element.dataset.site ?? "", `${element.dataset.id}.${this.block}`);
    this.notes = ticksNotes();
  }

  begin() {
    const options = { signal: this.leaving.signal };
    this.element.addEventListener("change", ({ target }) => this.tick(target), options);
    this.element.addEventListener("click", ({ target }) => this.press(target), options);
    window.addEventListener("hashchange", () => this.follow(), options);
    this.kept.store.listen(() => this.deal(this.seed), this.leaving.signal);
    one(this.element, ".bingo-tools", HTMLElement).hidden = false;
    one(this.element, "[data-status]").after(this.notes);
    this.start();
  }

  end() {
    this.leaving.abort();
    this.notes.remove();
  }

  /** @param {string} id */
  square(id) {
    const square = this.squares.get(id);
    if (!square) throw new Error(`there is no square ${id}`);
    return square;
  }

  /** @param {string} id */
  box(id) {
    return one(this.square(id), "input", HTMLInputElement);
  }

  /** The ids of the squares that are ticked. */
  ticked() {
    return this.ids.filter((id) => this.box(id).checked);
  }

  start() {
    const seed = seedFor(location.hash, this.block) ?? this.kept.read().seed ?? newSeed();
    if (!location.hash || location.hash.includes("=")) this.address(seed, "replaceState");
    this.deal(seed);
  }

  follow() {
    const seed = seedFor(location.hash, this.block);
    if (seed !== null && seed !== this.seed) this.deal(seed);
  }

  /**
   * @param {number} seed
   * @param {"replaceState" | "pushState"} how
   */
  address(seed, how) {
    history[how](history.state, "", withSeed(location.hash, this.block, seed));
  }

  /**
   * Show the card of a seed, with what was ticked on it before.
   * @param {number} seed
   */
  deal(seed) {
    const { letters } = this;
    const { squares = "", centre } = this.element.dataset;
    this.seed = seed;
    this.ids = card(squares.split(" "), centre, letters.length, seed);
    const ticked = this.kept.read().cards.get(seed) ?? new Set();
    this.waiting.append(...this.squares.values());
    for (const id of this.squares.keys()) this.box(id).checked = ticked.has(id);
    this.ids.forEach((id, at) => {
      const square = this.square(id);
      one(square, ".bingo-place").textContent = letters[at % letters.length] + (1 + Math.floor(at / letters.length));
      this.shown.append(square);
    });
    one(this.element, "[data-number]").textContent = String(seed);
    this.call(this.mark(), "");
    this.say();
  }

  /** Say what there is to say of the keeping. */
  say() {
    showNotes(this.notes, this.kept, () => this.deal(this.seed));
  }

  /** Mark the squares of full lines; gives these lines. */
  mark() {
    const lines = fullLines(this.ids.map((id) => this.box(id).checked), this.letters);
    const places = new Set(lines.flatMap((line) => line.places));
    this.ids.forEach((id, at) => this.square(id).toggleAttribute("data-line", places.has(at)));
    return lines;
  }

  /**
   * Say how many squares are ticked and which lines are full.
   * @param {ReturnType<typeof fullLines>} lines
   * @param {string} news
   */
  call(lines, news) {
    const count = this.ticked().length;
    const full = lines.length ? ` ${words.full({ lines: lines.map((line) => line.name).join(", ") })}` : "";
    const text = count ? `${news}${words.ticked({ ticked: count, all: this.ids.length })}${full}` : news.trim();
    one(this.element, "[data-status]").textContent = text;
    this.full = lines.length;
  }

  /** @param {EventTarget | null} target */
  tick(target) {
    const id = target instanceof HTMLInputElement ? target.closest("[data-square]")?.getAttribute("data-square") : null;
    if (!(target instanceof HTMLInputElement) || !id) return;
    this.kept.keep(this.seed, (ticked) => (target.checked ? ticked.add(id) : ticked.delete(id)));
    this.changed();
  }

  changed() {
    const before = this.full;
    const lines = this.mark();
    this.call(lines, lines.length > before ? `${words.call} ` : "");
    this.say();
  }

  /** @param {EventTarget | null} target */
  press(target) {
    const action = target instanceof Element ? target.closest("button")?.dataset.action : undefined;
    if (action === "print") window.print();
    if (action === "clear") {
      for (const id of this.ids) this.box(id).checked = false;
      this.kept.keep(this.seed, (ticked) => ticked.clear());
      this.changed();
    }
    if (action === "new") {
      const seed = newSeed();
      this.address(seed, "pushState");
      this.deal(seed);
      this.kept.keep(seed, (ticked) => ticked.clear());
      this.call(this.mark(), `${words.new_card({ number: seed })} `);
    }
  }
}
