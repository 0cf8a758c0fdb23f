// Facets as groups of check boxes with counts.
import { counts } from "./facets.js";
import { make } from "./make.js";

export class Filters {
  // `groups`: [{name, title, values: [{key, label}]}]; `changed` is called when somebody ticks.
  constructor(groups, changed) {
    this.boxes = new Map();
    this.groups = groups;
    this.said = make("span", { class: "search-chosen" });
    this.clear = make("button", { type: "button", class: "search-clear", hidden: true }, "Clear filters");
    const fieldsets = groups.map((group) => this.#group(group));
    const summary = make("summary", {}, "Filter", this.said);
    this.element = make("details", { class: "search-filters" }, summary, ...fieldsets, this.clear);
    this.element.addEventListener("change", () => changed(this.chosen));
    this.clear.addEventListener("click", () => {
      this.choose(Object.fromEntries(groups.map(({ name }) => [name, new Set()])));
      this.element.querySelector("summary").focus();
      changed(this.chosen);
    });
  }

  #group({ name, title, values }) {
    const rows = values.map(({ key, plural }) => {
      const box = make("input", { type: "checkbox", name, value: key, autocomplete: "off" });
      const count = make("span", { class: "search-count" });
      const row = make("label", {}, box, make("span", {}, plural, " ", count));
      this.boxes.set(`${name} ${key}`, { box, count, row });
      return row;
    });
    return make("fieldset", {}, make("legend", {}, title), ...rows);
  }

  get chosen() {
    return Object.fromEntries(
      this.groups.map(({ name, values }) => [
        name,
        new Set(values.map(({ key }) => key).filter((key) => this.boxes.get(`${name} ${key}`).box.checked)),
      ]),
    );
  }

  choose(chosen) {
    for (const { name, values } of this.groups) {
      for (const { key } of values) this.boxes.get(`${name} ${key}`).box.checked = chosen[name].has(key);
    }
  }

  // Show how many of `items` there would be with each value. What would leave nothing is dimmed, not taken away.
  count(items) {
    const { chosen } = this;
    const found = counts(items, chosen);
    const total = Object.values(chosen).reduce((sum, values) => sum + values.size, 0);
    for (const { name, values } of this.groups) {
      for (const { key } of values) {
        const { count, row } = this.boxes.get(`${name} ${key}`);
        const number = found[name].get(key) ?? 0;
        count.textContent = `(${number})`;
        row.classList.toggle("search-none", number === 0);
      }
    }
    this.said.textContent = total ? ` (${total} chosen)` : "";
    this.clear.hidden = total === 0;
  }
}
