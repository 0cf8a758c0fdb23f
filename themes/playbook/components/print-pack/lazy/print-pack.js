// The page that prints a pack: keeps the choice in the address, and holds the chosen sheets ready for the printer.
import { MOST_PEOPLE, choiceIn, copiesFor, earlier, fragmentOf } from "./pack-choice.js";
import { copiesOf, notesOf, sheetAt } from "./pack-sheets.js";

const SIZES = { a4: "A4", letter: "letter" };

class PrintPack extends HTMLElement {
  connectedCallback() {
    this.leaving?.abort();
    this.leaving = new AbortController();
    const options = { signal: this.leaving.signal };
    this.form = this.querySelector("form");
    this.boxes = new Map([...this.querySelectorAll("[name=sheet]")].map((box) => [box.value, box]));
    this.size = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.size];
    this.addEventListener("change", (event) => this.changed(event.target), options);
    this.addEventListener("click", (event) => this.press(event.target.closest("button")), options);
    addEventListener("hashchange", () => this.follow(), options);
    this.querySelector("[data-needs-script]").hidden = false;
    this.follow();
  }

  disconnectedCallback() {
    this.leaving.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.size);
  }

  /** Take the choice from the address. */
  follow() {
    this.choice = choiceIn(location.hash || location.search, this.boxes);
    const { paper, people, seed, notes, sheets } = this.choice;
    for (const radio of this.form.elements.paper) radio.checked = radio.value === paper;
    this.form.elements.people.value = people;
    this.form.elements.seed.value = seed;
    this.form.elements.notes.checked = notes;
    for (const [id, box] of this.boxes) box.checked = sheets.includes(id);
    this.show();
  }

  changed(field) {
    const { sheets } = this.choice;
    if (field.name === "sheet") {
      this.choose({ sheets: field.checked ? [...sheets, field.value] : sheets.filter((id) => id !== field.value) });
    } else if (field.name === "notes") {
      this.choose({ notes: field.checked });
    } else if (field.name === "paper") {
      this.choose({ paper: field.value });
    } else if (field.checkValidity() && field.value) {
      this.choose({ [field.name]: Number(field.value) });
    } else {
      this.say(`${field.name === "people" ? `People: a whole number from 1 to ${MOST_PEOPLE}` : "Seed: a whole number from 1 to 99999"}.`);
    }
  }

  choose(part) {
    this.choice = { ...this.choice, ...part };
    history.replaceState(history.state, "", location.pathname + fragmentOf(this.choice));
    this.show();
  }

  async press(button) {
    const place = Number(button?.dataset.place);
    if (button?.dataset.action === "print") {
      await this.ready;
      window.print();
    }
    if (button?.dataset.action === "link") await this.copyLink();
    if (button?.dataset.action === "earlier") {
      this.choose({ sheets: earlier(this.choice.sheets, place) });
      this.querySelector(`[data-action=earlier][data-place="${Math.max(1, place - 1)}"]`)?.focus();
    }
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.say("The link is copied.");
    } catch {
      this.say("The link could not be copied. It stands in the address of this page.");
    }
  }

  say(text) {
    this.querySelector("[data-status]").textContent = text;
  }

  copies(id) {
    const { each, number } = this.boxes.get(id).dataset;
    return copiesFor(this.choice.people, each, Number(number));
  }

  title(id) {
    return this.boxes.get(id).closest("label").textContent.trim();
  }

  show() {
    const { paper, sheets } = this.choice;
    const size = SIZES[paper];
    this.size.replaceSync(`@page { size: ${size} portrait; } @page sheet { size: ${size} portrait; } @page sheet-landscape { size: ${size} landscape; }`);
    this.querySelector("[data-order]").replaceChildren(...sheets.map((id, place) => this.line(id, place)));
    this.querySelector("[data-action=print]").disabled = !sheets.length;
    this.ready = this.assemble({ ...this.choice });
  }

  line(id, place) {
    const line = document.createElement("li");
    const copies = this.copies(id);
    line.textContent = `${this.title(id)}, ${copies} ${copies === 1 ? "copy" : "copies"}`;
    if (place) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Earlier" });
      button.setAttribute("aria-label", `Earlier: ${this.title(id)}`);
      Object.assign(button.dataset, { action: "earlier", place });
      line.append(button);
    }
    return line;
  }

  /** Put the pack together. Only the last choice counts. */
  async assemble(choice) {
    const pack = this.querySelector("[data-pack]");
    const { sheets, seed, notes } = choice;
    if (!sheets.length) {
      pack.replaceChildren();
      this.say("Nothing is chosen yet: tick the sheets that you want.");
      return;
    }
    this.say("Fetching the sheets …");
    const found = await Promise.allSettled(sheets.map((id) => sheetAt(this.boxes.get(id).dataset.url)));
    if (fragmentOf(choice) !== fragmentOf(this.choice)) return;
    const lost = sheets.filter((_, at) => found[at].status === "rejected");
    const articles = sheets.flatMap((id, at) => (found[at].status === "rejected" ? [] : [[id, found[at].value]]));
    const copies = articles.flatMap(([id, article]) => copiesOf(article, this.copies(id), this.bingo(id), seed));
    pack.replaceChildren(this.cover(choice), ...copies, ...(notes ? articles.map(([, article]) => notesOf(article)) : []));
    const ready = `${copies.length} ${copies.length === 1 ? "sheet is" : "sheets are"} ready to print.`;
    this.say(lost.length ? `${ready} Could not be fetched: ${lost.map((id) => this.title(id)).join(", ")}. Open and print these by themselves.` : ready);
  }

  bingo(id) {
    return JSON.parse(this.boxes.get(id).dataset.bingo ?? "[]");
  }

  cover({ people, sheets }) {
    const cover = document.createElement("div");
    cover.className = "pack-cover";
    const title = Object.assign(document.createElement("h1"), { textContent: `Printed pack: ${sheets.length} ${sheets.length === 1 ? "sheet" : "sheets"}` });
    const who = Object.assign(document.createElement("p"), { textContent: `For ${people} ${people === 1 ? "person" : "people"}` });
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const words of ["Sheet", "Copies"]) head.append(Object.assign(document.createElement("th"), { scope: "col", textContent: words }));
    const body = table.createTBody();
    for (const id of sheets) {
      const row = body.insertRow();
      row.insertCell().textContent = this.title(id);
      row.insertCell().textContent = this.copies(id);
    }
    cover.append(title, who, table);
    return cover;
  }
}

customElements.define("print-pack", PrintPack);
