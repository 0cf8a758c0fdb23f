// Narrows the matrix down to the tells and cures that say what is typed. The address keeps it, for Back and for links.
import { element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { elsewhere } from "../../list-filter/lazy/elsewhere.js";
import { LONGEST, choiceIn, keepChoices } from "../../list-filter/lazy/kept-choice.js";
import { LITTLE } from "../../list-filter/lazy/little.js";
import { saying } from "../../list-filter/lazy/says.js";
import { left } from "./filtering.js";
import words from "../words.js";

const FIRST = 2; // the first column with marks, behind the tell and what helps against it alone

/** @param {Element} node */
const textOf = (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();

/** What an item says with all in it: items of a list within it have nothing between them. @param {Element} node */
const itemsOf = (node) => [node, ...node.querySelectorAll("a")].map(textOf).join(" ");

/** @param {HTMLTableElement} table */
function marksOf(table) {
  const names = [...table.tHead?.rows[0].cells ?? []].map(textOf);
  const rows = [...table.tBodies[0].rows].map((row) => {
    const cells = [...row.cells];
    const marked = cells.flatMap((cell, at) => (cell.querySelector("b") ? [at] : []));
    const said = cells.slice(0, FIRST).map(textOf);
    return { row, text: [...said, ...marked.map((at) => names[at])].join(" "), marked };
  });
  return { table, rows };
}

export class MatrixPage {
  leaving = new AbortController();

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.area = host.closest("article") ?? document.body;
    this.tables = all(this.area, "table.matrix", HTMLTableElement).map(marksOf);
    this.lists = [".matrix-names > li", ".matrix-cures > div"].map((items) =>
      all(this.area, items, HTMLElement).map((node) => ({ node, text: itemsOf(node) })),
    );
    this.groups = one(this.area, ".matrix-groups", HTMLElement);
    this.parts = all(this.area, ".part", HTMLElement).filter((part) => part.querySelector(".matrix, .matrix-cures"));
    this.picture = one(this.area, ".matrix-picture", HTMLElement);
    this.field = element("input", { type: "search", id: "matrix-filter", maxlength: LONGEST, autocomplete: "off", spellcheck: "false" });
    this.state = element("p", { role: "status" });
  }

  begin() {
    this.host.replaceChildren(element("label", { for: this.field.id }, words.filter), this.field, this.state);
    this.field.addEventListener("input", () => this.typed(), { signal: this.leaving.signal });
    this.field.value = choiceIn("find");
    if (this.field.value) this.show();
  }

  end() {
    this.leaving.abort();
    this.field.value = "";
    this.show();
    this.host.replaceChildren();
  }

  typed() {
    keepChoices({ find: this.field.value });
    this.show();
  }

  show() {
    const typed = this.field.value.trim();
    const whole = this.tables.reduce((sum, { rows }) => sum + rows.length, 0);
    let found = 0;
    const kept = left(this.tables.map(({ rows }) => rows), typed, LITTLE);
    this.tables.forEach(({ table, rows }, which) => {
      const { shown, columns } = kept.tables[which];
      rows.forEach(({ row }, at) => (row.hidden = !shown[at]));
      for (const row of table.rows) [...row.cells].forEach((cell, at) => (cell.hidden = at >= FIRST && !columns.has(at)));
      found += shown.filter(Boolean).length;
    });
    for (const list of this.lists) {
      const { shown } = saying(list.map(({ text }) => text), typed, LITTLE);
      list.forEach(({ node }, at) => (node.hidden = !shown[at]));
    }
    for (const part of this.parts) part.hidden = !part.querySelector("tbody tr:not([hidden]), .matrix-cures > div:not([hidden])");
    this.picture.hidden = this.groups.hidden = typed !== "";
    const said = found && !kept.isWhole ? words.some(found) : words.left({ found, all: whole });
    this.state.replaceChildren(...(typed ? [said, ...(found && kept.isWhole ? [] : elsewhere(typed))] : []));
  }
}
