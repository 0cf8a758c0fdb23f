// A bingo card: shuffled from the number in the address, ticked, and called when a line is full.
import { all, one } from "../../element/find.js";
import { card, fullLines, seedFor, withSeed } from "./bingo-cards.js";
import { load, save } from "./bingo-keep.js";
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
    this.key = `playbook:${element.dataset.site}:${element.dataset.id}.${this.block}`;
  }

  begin() {
    const options = { signal: this.leaving.signal };
    this.element.addEventListener("change", () => this.tick(), options);
    this.element.addEventListener("click", ({ target }) => this.press(target), options);
    window.addEventListener("hashchange", () => this.follow(), options);
    one(this.element, ".bingo-tools", HTMLElement).hidden = false;
    this.start();
  }

  end() {
    this.leaving.abort();
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
    const seed = seedFor(location.hash, this.block) ?? load(this.key).seed ?? newSeed();
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
    const ticked = new Set(load(this.key).cards.get(seed) ?? []);
    this.waiting.append(...this.squares.values());
    for (const id of this.squares.keys()) this.box(id).checked = ticked.has(id);
    this.ids.forEach((id, at) => {
      const square = this.square(id);
      one(square, ".bingo-place").textContent = letters[at % letters.length] + (1 + Math.floor(at / letters.length));
      this.shown.append(square);
    });
    one(this.element, "[data-number]").textContent = String(seed);
    this.call(this.mark(), "");
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

  tick() {
    const before = this.full;
    const lines = this.mark();
    const trouble = save(this.key, this.seed, this.ticked());
    this.call(lines, `${lines.length > before ? `${words.call} ` : ""}${trouble ? `${trouble} ` : ""}`);
  }

  /** @param {EventTarget | null} target */
  press(target) {
    const action = target instanceof Element ? target.closest("button")?.dataset.action : undefined;
    if (action === "print") window.print();
    if (action === "clear") {
      for (const id of this.ids) this.box(id).checked = false;
      this.tick();
    }
    if (action === "new") {
      const seed = newSeed();
      this.address(seed, "pushState");
      this.deal(seed);
      save(this.key, seed, []);
      this.call(this.mark(), `${words.new_card({ number: seed })} `);
    }
  }
}
