// A bingo card: shuffled from the number in the address, ticked, and called when a line is full.
import { card, fullLines, seedFor, withSeed } from "./bingo-cards.js";
import { load, save } from "./bingo-keep.js";

// A number that one can say over the phone.
const newSeed = () => 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % 99_999);

export class BingoPage {
  constructor(element) {
    this.element = element;
    this.shown = this.element.querySelector("[data-card]");
    this.waiting = this.element.querySelector("[data-waiting]");
    this.squares = new Map([...this.element.querySelectorAll("[data-square]")].map((square) => [square.dataset.square, square]));
    this.leaving = new AbortController();
  }

  begin() {
    const options = { signal: this.leaving.signal };
    this.element.addEventListener("change", () => this.tick(), options);
    this.element.addEventListener("click", (event) => this.press(event.target.closest("button")?.dataset.action), options);
    window.addEventListener("hashchange", () => this.follow(), options);
    this.element.querySelector(".bingo-tools").hidden = false;
    this.start();
  }

  end() {
    this.leaving.abort();
  }

  get key() {
    return `playbook:${this.element.dataset.site}:${this.element.dataset.id}.${this.element.dataset.block}`;
  }

  box(id) {
    return this.squares.get(id).querySelector("input");
  }

  start() {
    const seed = seedFor(location.hash, this.element.dataset.block) ?? load(this.key).seed ?? newSeed();
    if (!location.hash || location.hash.includes("=")) this.address(seed, "replaceState");
    this.deal(seed);
  }

  follow() {
    const seed = seedFor(location.hash, this.element.dataset.block);
    if (seed !== null && seed !== this.seed) this.deal(seed);
  }

  address(seed, how) {
    history[how](history.state, "", withSeed(location.hash, this.element.dataset.block, seed));
  }

  /** Show the card of a seed, with what was ticked on it before. */
  deal(seed) {
    const { squares, centre, letters } = this.element.dataset;
    this.seed = seed;
    this.ids = card(squares.split(" "), centre, letters.length, seed);
    const ticked = new Set(load(this.key).cards.get(seed) ?? []);
    this.waiting.append(...this.squares.values());
    for (const id of this.squares.keys()) this.box(id).checked = ticked.has(id);
    this.ids.forEach((id, at) => {
      this.squares.get(id).querySelector(".bingo-place").textContent = letters[at % letters.length] + (1 + Math.floor(at / letters.length));
      this.shown.append(this.squares.get(id));
    });
    this.element.querySelector("[data-number]").textContent = String(seed);
    this.call(this.mark(), "");
  }

  /** Mark the squares of full lines; gives these lines. */
  mark() {
    const lines = fullLines(this.ids.map((id) => this.box(id).checked), this.element.dataset.letters);
    const places = new Set(lines.flatMap((line) => line.places));
    this.ids.forEach((id, at) => this.squares.get(id).toggleAttribute("data-line", places.has(at)));
    return lines;
  }

  call(lines, news) {
    const count = this.ids.filter((id) => this.box(id).checked).length;
    const full = lines.length ? ` Full: ${lines.map((line) => line.name).join(", ")}.` : "";
    const text = count ? `${news}${count} of ${this.ids.length} ticked.${full}` : news.trim();
    this.element.querySelector("[data-status]").textContent = text;
    this.full = lines.length;
  }

  tick() {
    const before = this.full;
    const lines = this.mark();
    const trouble = save(this.key, this.seed, this.ids.filter((id) => this.box(id).checked));
    this.call(lines, `${lines.length > before ? "Bingo! " : ""}${trouble ? `${trouble} ` : ""}`);
  }

  press(action) {
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
      this.call(this.mark(), `A new card, number ${seed}. `);
    }
  }
}
