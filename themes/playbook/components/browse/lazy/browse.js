// Browsing: shows of the complete list what was chosen, and keeps the choice in the address.
import { showInContents } from "../../element/contents.js";
import { all, one } from "../../element/find.js";
import { addressOf, chosenIn, counts, fits } from "../../search/lazy/facets.js";
import words from "../words.js";

const ROOMY = "(min-width: 48em)"; // where an open facet does not push the list off the screen

/** @typedef {{ node: HTMLElement, ways: import("../../search/lazy/facets.js").Facets[] }} Item An entry of the list, and what it has in each way to use it. */

/**
 * @param {HTMLElement} node
 * @param {string[]} groups the names of the facets that the page offers
 * @returns {Item}
 */
function itemOf(node, groups) {
  const kind = node.parentElement?.dataset.kind ?? "";
  const values = groups.map((name) => ({ name, ways: (name === "kind" ? kind : (node.dataset[name] ?? "")).split("|") }));
  const number = Math.max(...values.map(({ ways }) => ways.length));
  const way = (/** @type {number} */ at) => Object.fromEntries(values.map(({ name, ways }) => [name, (ways[at] ?? ways[0]).split(" ")]));
  return { node, ways: Array.from({ length: number }, (_, at) => way(at)) };
}

class BrowseList extends HTMLElement {
  /** @type {HTMLInputElement[]} */
  boxes = [];
  /** @type {Item[]} */
  items = [];
  /** @type {string[]} */
  groups = [];
  /** @type {HTMLDetailsElement[]} the groups of entries, one of each kind */
  kinds = [];

  /** @type {Set<HTMLDetailsElement> | null} the groups that were open before anything was chosen */
  openBefore = null;

  connectedCallback() {
    if (this.items.length) return;
    this.kinds = all(this, ".browse-group", HTMLDetailsElement);
    this.boxes = all(this, ".browse-facet input", HTMLInputElement);
    this.groups = [...new Set(this.boxes.map(({ name }) => name))];
    const values = (/** @type {string} */ name) => new Set(this.#named(name).map(({ value }) => value));
    this.known = Object.fromEntries(this.groups.map((name) => [name, values(name)]));
    this.items = all(this, ".browse-list > li", HTMLElement).map((node) => itemOf(node, this.groups));
    this.addEventListener("change", () => this.#changed());
    one(this, ".browse-state button").addEventListener("click", () => {
      for (const box of this.boxes) box.checked = false;
      this.#changed();
      one(this, "summary", HTMLElement).focus();
    });
    addEventListener("popstate", () => this.#fromAddress());
    addEventListener("hashchange", () => this.#openNamed());
    this.#fromAddress();
    this.#openNamed();
  }

  /** @param {string} name */
  #named(name) {
    return this.boxes.filter((box) => box.name === name);
  }

  /** @returns {import("../../search/lazy/facets.js").Chosen} */
  get chosen() {
    const chosen = (/** @type {string} */ name) =>
      this.#named(name).filter((box) => box.checked).map(({ value }) => value);
    return Object.fromEntries(this.groups.map((name) => [name, new Set(chosen(name))]));
  }

  #fromAddress() {
    const chosen = chosenIn(new URLSearchParams(location.search), this.known ?? {});
    for (const box of this.boxes) box.checked = chosen[box.name].has(box.value);
    for (const facet of all(this, ".browse-facet", HTMLDetailsElement)) {
      if (facet.querySelector(":checked") && matchMedia(ROOMY).matches) facet.open = true;
    }
    this.#show();
  }

  #changed() {
    history.pushState(null, "", addressOf(this.chosen) || location.pathname);
    this.#show();
  }

  #show() {
    const { chosen } = this;
    let shown = 0;
    for (const item of this.items) {
      item.node.hidden = !item.ways.some((way) => fits(way, chosen));
      shown += Number(!item.node.hidden);
    }
    const parts = all(this, ".part", HTMLElement);
    for (const part of parts) part.hidden = !part.querySelector("li:not([hidden])");
    showInContents(parts);
    const any = Object.values(chosen).some((values) => values.size);
    this.#openGroups(any);
    one(this, ".browse-state button", HTMLElement).hidden = !any;
    one(this, "[role=status]").textContent = any ? words.some({ shown, all: this.items.length }) : words.all({ all: this.items.length });
    this.#count(chosen);
  }

  /** Open the group that the address names. */
  #openNamed() {
    for (const group of this.kinds) if (location.hash === `#${one(group, "h2").id}`) group.open = true;
  }

  /**
   * Open every group of which something is shown as long as something is chosen; then those that were open before.
   * @param {boolean} any
   */
  #openGroups(any) {
    if (any) this.openBefore ??= new Set(this.kinds.filter(({ open }) => open));
    else if (!this.openBefore) return;
    for (const group of this.kinds) group.open = any || (this.openBefore?.has(group) ?? false);
    if (!any) this.openBefore = null;
  }

  /** @param {import("../../search/lazy/facets.js").Chosen} chosen */
  #count(chosen) {
    const found = counts(this.items.map(({ ways }) => ways), chosen);
    for (const box of this.boxes) {
      const number = found[box.name].get(box.value) ?? 0;
      const row = box.closest("label");
      if (!row) continue;
      one(row, ".browse-count").textContent = words.count({ n: number });
      row.classList.toggle("browse-none", number === 0);
    }
    for (const group of this.kinds) {
      const number = group.querySelectorAll(".browse-list > li:not([hidden])").length;
      one(group, "summary > .browse-count").textContent = words.count({ n: number });
    }
    for (const facet of this.querySelectorAll(".browse-facet")) {
      const number = facet.querySelectorAll(":checked").length;
      one(facet, ".browse-chosen").textContent = number ? ` ${words.chosen({ n: number })}` : "";
    }
  }
}

customElements.define("browse-list", BrowseList);
