// The page that prints a pack: keeps the choice in the address, and holds the chosen sheets ready for the printer.
import { element } from "../../element/element.js";
import { filling } from "../../element/filling.js";
import { all, one } from "../../element/find.js";
import { MOST_PEOPLE, MOST_SEED, choiceIn, copiesFor, earlier, fragmentOf, together } from "./pack-choice.js";
import { reckoning, withReckoning } from "./pack-count.js";
import { unfoldBelow } from "./pack-bar.js";
import { copiesOf, notesOf, sheetAt } from "./pack-sheets.js";
import { numberIn } from "../../element/number.js";
import { sharedAddress } from "../../element/shared-address.js";
import words, { writing } from "../words.js";

/** @typedef {import("./pack-choice.js").Choice} Choice */

/** @type {Record<string, string>} */
const SIZES = { a4: "A4", letter: "letter" };

class PrintPack extends HTMLElement {
  leaving = new AbortController();
  /** The size of the paper, as a style of the page. */
  size = new CSSStyleSheet();
  /** @type {Map<string, HTMLInputElement>} what can be chosen, by the ids of the sheets */
  boxes = new Map();
  /** @type {Choice} */
  choice = { paper: "a4", people: 1, seed: 1, notes: false, collate: "sheet", sides: 1, session: "", sheets: [] };
  /** Ends when the pack is ready to be printed. */
  ready = Promise.resolve();

  connectedCallback() {
    this.leaving.abort();
    this.leaving = new AbortController();
    const options = { signal: this.leaving.signal };
    this.boxes = new Map(all(this, "[name=sheet]", HTMLInputElement).map((box) => [box.value, box]));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.size];
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.changed(target), options);
    this.addEventListener("click", ({ target }) => target instanceof Element && this.press(target.closest("button")), options);
    addEventListener("hashchange", () => filling(() => this.follow()), options);
    one(this, "[data-needs-script]", HTMLElement).hidden = false;
    unfoldBelow(this);
    filling(() => this.follow());
  }

  disconnectedCallback() {
    this.leaving.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.size);
  }

  /** Take the choice from the address. */
  follow() {
    this.choice = choiceIn(location.hash || location.search, this.boxes);
    const { paper, people, seed, notes, collate, sheets } = this.choice;
    for (const radio of all(this, "[name=paper]", HTMLInputElement)) radio.checked = radio.value === paper;
    for (const radio of all(this, "[name=collate]", HTMLInputElement)) radio.checked = radio.value === collate;
    const numbers = { people, seed };
    for (const [name, number] of Object.entries(numbers)) {
      const field = one(this, `[name=${name}]`, HTMLInputElement);
      field.value = String(number);
      field.setAttribute("aria-invalid", "false");
    }
    one(this, "[name=notes]", HTMLInputElement).checked = notes;
    for (const [id, box] of this.boxes) box.checked = sheets.includes(id);
    this.show();
  }

  /** @param {HTMLInputElement} field */
  changed(field) {
    const { sheets } = this.choice;
    if (field.name === "sheet") {
      this.choose({ sheets: field.checked ? [...sheets, field.value] : sheets.filter((id) => id !== field.value) });
    } else if (field.name === "notes") {
      this.choose({ notes: field.checked });
    } else if (field.name === "paper") {
      this.choose({ paper: field.value });
    } else if (field.name === "collate") {
      this.choose({ collate: field.value });
    } else this.number(field);
  }

  /**
   * Take a number from its field. As long as it is none that fits, nothing is printed: the pack would be that of another.
   * @param {HTMLInputElement} field
   */
  number(field) {
    const most = field.name === "people" ? MOST_PEOPLE : MOST_SEED;
    const found = numberIn(field.value, writing);
    const value = found && "value" in found ? found.value : NaN;
    const fits = Number.isInteger(value) && value >= 1 && value <= most;
    field.setAttribute("aria-invalid", String(!fits));
    if (fits) this.choose({ [field.name]: value });
    else {
      this.sayWrong(field);
      this.allowPrinting();
    }
  }

  /** @param {HTMLInputElement} field */
  sayWrong({ name }) {
    this.say(name === "people" ? words.people_wrong({ most: MOST_PEOPLE }) : words.seed_wrong({ most: MOST_SEED }));
  }

  allowPrinting() {
    const wrong = this.querySelector("[aria-invalid=true]") !== null;
    one(this, "[data-action=print]", HTMLButtonElement).disabled = wrong || !this.choice.sheets.length;
  }

  /** @param {Partial<Choice>} part */
  choose(part) {
    this.choice = { ...this.choice, ...part };
    history.replaceState(history.state, "", location.pathname + fragmentOf(this.choice));
    this.show();
  }

  /** @param {HTMLButtonElement | null} button */
  async press(button) {
    const place = Number(button?.dataset.place);
    if (button?.dataset.action === "print") {
      await this.ready;
      window.print();
    }
    if (button?.dataset.action === "link") await this.copyLink();
    if (button?.dataset.action === "earlier") {
      this.choose({ sheets: earlier(this.choice.sheets, place) });
      const [again] = all(this, `[data-action=earlier][data-place="${Math.max(1, place - 1)}"]`, HTMLButtonElement);
      again?.focus();
    }
  }

  /** Copy a link to the choice. While a number is none that fits there is none: the pack would be that of another. */
  async copyLink() {
    const wrong = this.querySelector("[aria-invalid=true]");
    if (wrong instanceof HTMLInputElement) {
      this.sayWrong(wrong);
      wrong.focus();
      return;
    }
    try {
      await navigator.clipboard.writeText(sharedAddress() + location.hash);
      this.say(words.copied);
    } catch {
      this.say(words.not_copied);
    }
  }

  /** @param {string} text */
  say(text) {
    one(this, "[data-status]").textContent = text;
  }

  /** @param {string} id */
  box(id) {
    const box = this.boxes.get(id);
    if (!box) throw new Error(`there is no sheet ${id}`);
    return box;
  }

  /** @param {string} id */
  copies(id) {
    const { each = "", number } = this.box(id).dataset;
    return copiesFor(this.choice.people, each, Number(number));
  }

  /** Why there are so many of a sheet. @param {string} id */
  reckoning(id) {
    const { each = "", number, kind } = this.box(id).dataset;
    return reckoning(this.choice.people, { each, number: Number(number), isSet: kind === "role-play" });
  }

  /** @param {string} id */
  titleOf(id) {
    return this.box(id).closest("label")?.textContent.trim() ?? "";
  }

  show() {
    const { paper, sheets } = this.choice;
    const size = SIZES[paper];
    this.size.replaceSync(`@page { size: ${size} portrait; } @page sheet { size: ${size} portrait; } @page sheet-landscape { size: ${size} landscape; }`);
    one(this, "[data-order]").replaceChildren(...sheets.map((id, place) => this.line(id, place)));
    one(this, "[data-seed]", HTMLElement).hidden = !sheets.some((id) => this.bingo(id).length);
    this.allowPrinting();
    this.ready = this.assemble({ ...this.choice });
  }

  /**
   * A sheet of the pack in the list of what is printed.
   * @param {string} id
   * @param {number} place
   */
  line(id, place) {
    const named = { title: this.titleOf(id) };
    const counted = this.box(id).dataset.kind === "role-play" ? words.sets(this.copies(id), named) : words.copies(this.copies(id), named);
    const attributes = { type: "button", "aria-label": words.earlier_what({ title: this.titleOf(id) }), "data-action": "earlier", "data-place": place };
    const why = this.reckoning(id);
    return element(
      "li",
      {},
      counted,
      why ? element("span", { class: "pack-about" }, ` (${why})`) : null,
      place ? element("button", attributes, words.earlier) : null,
    );
  }

  /**
   * Put the pack together. Only the last choice counts.
   * @param {Choice} choice
   */
  async assemble(choice) {
    const pack = one(this, "[data-pack]");
    const { sheets, seed, notes } = choice;
    if (!sheets.length) {
      pack.replaceChildren();
      this.say(words.nothing);
      return;
    }
    this.say(words.fetching);
    const found = await Promise.allSettled(sheets.map((id) => sheetAt(this.box(id).dataset.url ?? "")));
    if (fragmentOf(choice) !== fragmentOf(this.choice)) return;
    const lost = sheets.filter((_, at) => found[at].status === "rejected");
    const fetched = sheets.flatMap((id, at) => {
      const outcome = found[at];
      return outcome.status === "fulfilled" ? [{ id, article: outcome.value }] : [];
    });
    const made = fetched.map(({ id, article }) => ({ copies: copiesOf(article, this.copies(id), this.bingo(id), seed), isPersonal: this.box(id).dataset.kind !== "role-play" }));
    const copies = together(made, choice);
    pack.replaceChildren(this.cover(choice), ...copies, ...(notes ? fetched.flatMap(({ article }) => notesOf(article) ?? []) : []));
    const ready = withReckoning(words.ready(copies.length), sheets.map((id) => this.reckoning(id)));
    const missing = lost.length ? words.lost({ titles: lost.map((id) => this.titleOf(id)).join(", ") }) : "";
    this.say([ready, words.long, missing].filter(Boolean).join(" "));
  }

  /**
   * What the bingo cards of a sheet are drawn from.
   * @param {string} id
   * @returns {import("./pack-cards.js").Bingo[]}
   */
  bingo(id) {
    return JSON.parse(this.box(id).dataset.bingo ?? "[]");
  }

  /** @param {Choice} choice */
  cover({ people, sheets }) {
    const head = [words.sheet, words.copies_column].map((text) => element("th", { scope: "col" }, text));
    const rows = sheets.map((id) =>
      element("tr", {}, element("td", {}, this.titleOf(id)), element("td", {}, String(this.copies(id)))),
    );
    return element(
      "div",
      { class: "pack-cover" },
      element("h1", {}, words.printed(sheets.length)),
      element("p", {}, words.for_people(people)),
      element("table", {}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)),
    );
  }
}

customElements.define("print-pack", PrintPack);
