// Which part of the page shows which place of the form, and how one is led there.

/** @import { Route } from "./contract.d.ts" */
/** @import { Place } from "./place.js" */
import { leadsThrough } from "./problems.js";
import { named } from "./tree.js";

export class Places {
  /** @type {WeakMap<Element, Place>} */
  #places = new WeakMap();

  /** @param {HTMLElement} node of the form */
  constructor(node) {
    this.node = node;
  }

  /** @param {Element} node @param {Place} place */
  mark(node, place) {
    node.setAttribute("data-place", "");
    this.#places.set(node, place);
  }

  /** @returns {{ node: HTMLElement, place: Place }[]} in the order of the page */
  shown() {
    const nodes = /** @type {HTMLElement[]} */ ([...this.node.querySelectorAll("[data-place]")]);
    return nodes.flatMap((node) => {
      const place = this.#places.get(node);
      return place ? [{ node, place }] : [];
    });
  }

  /** The field at a place; none for the whole. @param {Route} route */
  nodeAt(route) {
    return route.length ? this.shown().find(({ place }) => named(place.route) === named(route))?.node : undefined;
  }

  /** The place that an element belongs to. @param {Element | null} node */
  placeOf(node) {
    const holder = node?.closest("[data-place]");
    return holder ? (this.#places.get(holder) ?? null) : null;
  }

  /**
   * Open what is closed on the way to a place, and give it the focus, or to the nearest that there is.
   * @param {Route} route
   * @param {boolean} [isFocused]
   */
  reveal(route, isFocused = true) {
    const nearest = this.#opened(route);
    if (!nearest) return;
    nearest.scrollIntoView({ block: "center" });
    if (isFocused) focusIn(nearest);
  }

  /** Give the focus to the field at a place, also to one that is not there yet, and perhaps stands in another such one. @param {Route} route */
  lead(route) {
    this.#opened(route);
    while (this.#added(route)) this.#opened(route);
    this.reveal(route);
  }

  /** Open what is closed on the way to a place. The nearest that there is. @param {Route} route */
  #opened(route) {
    /** @type {HTMLElement | null} */
    let nearest = null;
    for (let depth = -1; ; ) {
      const way = this.shown().filter(({ place }) => leadsThrough(route, place.route));
      const found = way.toSorted((one, other) => other.place.route.length - one.place.route.length).at(0);
      if (!found) break;
      nearest = found.node;
      for (const fold of [...ancestors(nearest)].filter((node) => node instanceof HTMLDetailsElement)) openFold(fold);
      if (found.place.route.length <= depth) break;
      depth = found.place.route.length;
    }
    return nearest;
  }

  /** Ask the parts of the form to add the next field that leads to a place. Whether one did. @param {Route} route */
  #added(route) {
    const parts = [...this.node.querySelectorAll(".fields")];
    return parts.some((part) => !part.dispatchEvent(new CustomEvent("editor-add", { detail: route, cancelable: true })));
  }

  /** The routes of what is folded open. @returns {Route[]} */
  unfolded() {
    return this.shown().filter(({ node }) => foldOf(node)?.open).map(({ place }) => place.route);
  }
}

/** What a place is folded into, if it is. @param {Element} node @returns {HTMLDetailsElement | null} */
const foldOf = (node) => node.querySelector(":scope > details, :scope > .item-body > details");

/** @param {Element} node */
function* ancestors(node) {
  for (let one = foldOf(node) ?? node; one instanceof Element; one = /** @type {Element} */ (one.parentElement)) yield one;
}

/** A fold is filled when it opens; whoever opens it by script has to have that done at once. @param {Element} fold */
function openFold(fold) {
  if (!(fold instanceof HTMLDetailsElement) || fold.open) return;
  fold.open = true;
  fold.dispatchEvent(new CustomEvent("editor-open"));
}

/** Give the focus to the first field that is empty, or else to the first that there is. @param {Element} node */
export function focusIn(node) {
  const shown = /** @type {HTMLInputElement[]} */ ([...node.querySelectorAll("input, textarea, select, summary, button")]).filter((one) => one.checkVisibility());
  const all = shown.filter((one) => !one.closest(".field-name")); // what stands beside a label removes a field or marks its text
  const fields = all.filter((one) => one.matches("input, textarea, select"));
  const target = fields.find((one) => one.value === "") ?? fields.at(0) ?? all.at(0);
  target?.focus();
}
