// Facets as groups of check boxes with counts.
import { counts } from "./facets.js";
import { element } from "../../element/element.js";
import words from "../words.js";

/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {{ name: string, title: string, values: import("./index.js").Facet[] }} Group */
/** @typedef {{ box: HTMLInputElement, count: HTMLElement, row: HTMLElement }} Row A value to tick, and how many there are with it. */

export class Filters {
  /** @type {Map<string, Row>} by group and value */
  boxes = new Map();

  /**
   * @param {Group[]} groups
   * @param {(chosen: Chosen) => void} changed called when somebody ticks
   */
  constructor(groups, changed) {
    this.groups = groups;
    this.said = element("span", { class: "search-chosen" });
    this.clear = element("button", { type: "button", class: "search-clear", hidden: true }, words.clear_filters);
    const fieldsets = groups.map((group) => this.#group(group));
    const summary = element("summary", {}, words.filters, this.said);
    this.element = element("details", { class: "search-filters" }, summary, ...fieldsets, this.clear);
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
    return element("fieldset", {}, element("legend", {}, title), ...rows);
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

  /** @param {Chosen} chosen */
  choose(chosen) {
    for (const { name, values } of this.groups) {
      for (const { key } of values) this.#row(name, key).box.checked = chosen[name].has(key);
    }
  }

  /**
   * Show how many of `items` there would be with each value. What would leave nothing is dimmed, not taken away.
   * @param {import("./facets.js").Facets[]} items
   */
  count(items) {
    const { chosen } = this;
    const found = counts(items, chosen);
    const total = Object.values(chosen).reduce((sum, values) => sum + values.size, 0);
    for (const { name, values } of this.groups) {
      for (const { key } of values) {
        const { count, row } = this.#row(name, key);
        const number = found[name].get(key) ?? 0;
        count.textContent = `(${number})`;
        row.classList.toggle("search-none", number === 0);
      }
    }
    this.said.textContent = total ? ` ${words.chosen({ n: total })}` : "";
    this.clear.hidden = total === 0;
  }
}
