// Facets as groups of check boxes with counts. Where they stand above the list, groups are closed and a button below them
// says how many results there are. A button before them leads past them with the keyboard.
import { counts } from "./facets.js";
import { element } from "../../element/element.js";
import words from "./words.js";

/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {{ name: string, title: string, values: import("./index.js").Facet[] }} Group */
/** @typedef {{ box: HTMLInputElement, count: HTMLElement, row: HTMLElement }} Row A value to tick, and how many there are with it. */

export class Filters {
  /** @type {Map<string, Row>} by group and value */
  boxes = new Map();
  /** @type {Map<string, HTMLElement>} by group: where it says how many of it are chosen */
  chosenIn = new Map();

  /**
   * @param {Group[]} groups
   * @param {(chosen: Chosen) => void} changed called when somebody ticks
   */
  constructor(groups, changed) {
    this.groups = groups;
    this.said = element("span", { class: "search-chosen" });
    this.skip = element("button", { type: "button", class: "search-skip", hidden: true }, words.to_results);
    this.clear = element("button", { type: "button", class: "search-clear", hidden: true }, words.clear_filters);
    const fieldsets = groups.map((group) => this.#group(group));
    const summary = element("summary", {}, words.filters, this.said);
    this.done = element("button", { type: "button" });
    const bar = element("p", { class: "search-done" }, this.done);
    this.element = element("details", { class: "search-filters" }, summary, ...fieldsets, this.clear, bar);
    this.done.addEventListener("click", () => {
      this.element.open = false;
      summary.focus();
      summary.scrollIntoView({ block: "nearest" });
    });
    this.element.addEventListener("change", () => changed(this.chosen));
    this.clear.addEventListener("click", () => {
      this.choose(Object.fromEntries(groups.map(({ name }) => [name, new Set()])));
      this.element.querySelector("summary")?.focus();
      changed(this.chosen);
    });
  }

  /** @param {Group} group */
  #group({ name, title, values }) {
    const rows = values.map(({ key, plural }) => {
      const box = element("input", { type: "checkbox", name, value: key, autocomplete: "off" });
      const count = element("span", { class: "search-count" });
      const row = element("label", {}, box, element("span", {}, plural, " ", count));
      this.boxes.set(`${name} ${key}`, { box, count, row });
      return row;
    });
    const chosen = element("span", { class: "search-chosen" });
    this.chosenIn.set(name, chosen);
    const fieldset = element("fieldset", {}, element("legend", { class: "visually-hidden" }, title), ...rows);
    return element("details", { class: "search-group" }, element("summary", {}, title, chosen), fieldset);
  }

  /**
   * @param {string} name
   * @param {string} key
   */
  #row(name, key) {
    const row = this.boxes.get(`${name} ${key}`);
    if (!row) throw new Error(`there is no filter for ${name} ${key}`);
    return row;
  }

  /** @returns {Chosen} */
  get chosen() {
    return Object.fromEntries(
      this.groups.map(({ name, values }) => [
        name,
        new Set(values.map(({ key }) => key).filter((key) => this.#row(name, key).box.checked)),
      ]),
    );
  }

  /** Open all groups, where they stand beside the list. */
  openAll() {
    for (const group of this.element.querySelectorAll("details")) group.open = true;
    this.element.open = true;
  }

  /** @param {Chosen} chosen */
  choose(chosen) {
    for (const { name, values } of this.groups) {
      for (const { key } of values) this.#row(name, key).box.checked = chosen[name].has(key);
    }
  }

  /**
   * Show how many of `items` there would be with each value, and how many there are with what is chosen. A value that would
   * leave nothing is hidden unless it is chosen, and so is a group of such values.
   * @param {import("./facets.js").Facets[][]} items
   * @param {number} shown
   */
  count(items, shown) {
    const { chosen } = this;
    const found = counts(items, chosen);
    const total = Object.values(chosen).reduce((sum, values) => sum + values.size, 0);
    for (const { name, values } of this.groups) {
      for (const { key } of values) {
        const { box, count, row } = this.#row(name, key);
        const number = found[name].get(key) ?? 0;
        count.textContent = `(${number})`;
        row.hidden = number === 0 && !box.checked;
      }
      const group = this.chosenIn.get(name);
      const set = group?.closest("details");
      if (set) set.hidden = values.every(({ key }) => this.#row(name, key).row.hidden);
      if (group) group.textContent = chosen[name].size ? ` ${words.chosen({ n: chosen[name].size })}` : "";
    }
    this.done.textContent = words.show_results(shown);
    this.said.textContent = total ? ` ${words.chosen({ n: total })}` : "";
    this.clear.hidden = total === 0;
  }
}
