// Browsing: shows of the complete list what was chosen, and keeps the choice in the address.
import { addressOf, chosenIn, counts, fits } from "../../search/lazy/facets.js";

const ROOMY = "(min-width: 48em)"; // where an open facet does not push the list off the screen
const ALL = ["kind", "moment", "audience", "time"];

class BrowseList extends HTMLElement {
  connectedCallback() {
    if (this.items) return;
    this.boxes = [...this.querySelectorAll(".browse-facet input")];
    this.groups = ALL.filter((name) => this.boxes.some((box) => box.name === name));
    const values = (name) => new Set(this.#named(name).map(({ value }) => value));
    this.known = Object.fromEntries(this.groups.map((name) => [name, values(name)]));
    this.items = [...this.querySelectorAll(".browse-list > li")].map((element) => ({
      element,
      kind: [element.parentElement.dataset.kind],
      ...Object.fromEntries(ALL.slice(1).map((name) => [name, (element.dataset[name] ?? "").split(" ")])),
    }));
    this.clear = this.querySelector(".browse-state button");
    this.status = this.querySelector("[role=status]");
    this.addEventListener("change", () => this.#changed());
    this.clear.addEventListener("click", () => {
      for (const box of this.boxes) box.checked = false;
      this.#changed();
      this.querySelector("summary").focus();
    });
    addEventListener("popstate", () => this.#fromAddress());
    this.#fromAddress();
  }

  #named(name) {
    return this.boxes.filter((box) => box.name === name);
  }

  get chosen() {
    const chosen = (name) => this.#named(name).filter((box) => box.checked).map(({ value }) => value);
    return Object.fromEntries(this.groups.map((name) => [name, new Set(chosen(name))]));
  }

  #fromAddress() {
    const chosen = chosenIn(new URLSearchParams(location.search), this.known);
    for (const box of this.boxes) box.checked = chosen[box.name].has(box.value);
    for (const facet of this.querySelectorAll(".browse-facet")) {
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
      item.element.hidden = !fits(item, chosen);
      shown += !item.element.hidden;
    }
    for (const part of this.querySelectorAll(".part")) part.hidden = !part.querySelector("li:not([hidden])");
    const any = Object.values(chosen).some((values) => values.size);
    this.clear.hidden = !any;
    this.status.textContent = any ? `${shown} of ${this.items.length} entries` : `All ${this.items.length} entries`;
    this.#count(chosen);
  }

  #count(chosen) {
    const found = counts(this.items, chosen);
    for (const box of this.boxes) {
      const number = found[box.name].get(box.value) ?? 0;
      const row = box.closest("label");
      row.querySelector(".browse-count").textContent = `(${number})`;
      row.classList.toggle("browse-none", number === 0);
    }
    for (const facet of this.querySelectorAll(".browse-facet")) {
      const number = facet.querySelectorAll(":checked").length;
      facet.querySelector(".browse-chosen").textContent = number ? ` (${number} chosen)` : "";
    }
  }
}

customElements.define("browse-list", BrowseList);
