// The list of what was found: kept up to date with the field and the filters, and walked through by keyboard.
import { element } from "../../element/element.js";
import { ROOT } from "../../element/site.js";
import { onKeys } from "../../element/keys.js";
import { asked } from "./asked.js";
import { mattering, MOST_SHOWN } from "./cutoff.js";
import { addressOf, chosenIn, fits } from "./facets.js";
import { Filters } from "./filters.js";
import { leave } from "../left.js";
import { loadNearby } from "./load.js";
import { suggestions } from "./query.js";
import { search } from "./rank.js";
import { remember } from "./remember.js";
import { helpFor, resultItem, statusOf } from "./results.js";
import words from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Result} Result */

const PAUSE = 120; // milliseconds without a key before the search starts
const WIDE = "(min-width: 76.25em)"; // where the filters have a column of their own

/** @param {Result} result */
const facetsOf = ({ page }) => ({
  kind: [page.kind.key],
  ...Object.fromEntries(Object.entries(page.facets).map(([word, values]) => [word, values.map(({ key }) => key)])),
});

/** @param {Index} index */
function groupsOf({ kinds, facets, pages }) {
  const used = new Set(pages.map(({ kind }) => kind.key));
  return [
    { name: "kind", title: words.kind, values: kinds.filter(({ key }) => used.has(key)) },
    ...facets.map(({ word, title, values }) => ({ name: word, title, values })),
  ];
}

export class SearchList {
  list = element("ol", { class: "search-results" });
  more = element("button", { type: "button", class: "search-more", hidden: true });
  after = element("div");
  text = "";
  timer = 0;
  /** @type {Element[]} what the search page shows without a query */
  start = [];
  /** @type {Index | null} what is searched: none until one is loaded */
  index = null;
  isWhole = false;
  /** @type {Filters | null} */
  filters = null;
  /** @type {Record<string, Set<string>>} the values of the filters */
  known = {};
  /** @type {ReturnType<typeof search>} */
  found = { wants: [], weak: false, results: [] };
  /** @type {import("./nearby.js").Nearby | null} */
  nearby = null;
  /** @type {Result[]} those of the results that the filters let through */
  results = [];

  /**
   * @param {import("./panel.js").SearchPanel} panel
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   * @param {HTMLElement} body where the list is put, in the place of what the page shows without a query
   */
  constructor(panel, form, input, body) {
    this.panel = panel;
    this.input = input;
    this.body = body;
    this.onPage = panel.onPage;
    this.start = [...body.children];
    this.input.addEventListener("input", () => this.#later());
    this.more.addEventListener("click", () => this.#showRest());
    form.addEventListener("submit", (event) => this.#enter(event));
    onKeys(this.onPage ? panel : form, (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#chosen(event));
    this.after.addEventListener("click", (event) => this.#replaced(event));
    if (this.onPage) addEventListener("popstate", () => this.#fromAddress());
  }

  /**
   * Search in `index` from now on. Until it `isWhole`, there are no filters.
   * @param {Index} index
   * @param {boolean} isWhole
   */
  use(index, isWhole) {
    if (this.isWhole) return;
    this.index = index;
    this.isWhole = isWhole;
    if (isWhole) this.#addFilters(index);
    const focused = this.list.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
    this.body.replaceChildren(...(this.filters ? [this.filters.skip, this.filters.element] : []), this.list, this.more, this.after);
    this.#run();
    [...this.list.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus();
    if (isWhole && this.input.value !== asked()) this.#keepAddress(); // typed before there was anything to search
  }

  /** @param {Index} index */
  #addFilters(index) {
    const groups = groupsOf(index);
    this.known = Object.fromEntries(groups.map(({ name, values }) => [name, new Set(values.map(({ key }) => key))]));
    this.filters = new Filters(groups.filter(({ values }) => values.length), () => this.#filtered());
    if (!this.onPage) return;
    this.filters.skip.addEventListener("click", () => this.toFirst());
    if (matchMedia(WIDE).matches) this.filters.openAll();
    this.filters.choose(chosenIn(new URLSearchParams(location.search), this.known));
  }

  #fromAddress() {
    this.input.value = asked();
    this.filters?.choose(chosenIn(new URLSearchParams(location.search), this.known));
    this.#run();
  }

  /**
   * Show a search again that was left, with the result that was opened where it was.
   * @param {import("../left.js").Left} left
   */
  restore({ address, place, top }) {
    const query = new URLSearchParams(address);
    this.input.value = query.get("q") ?? "";
    this.filters?.choose(chosenIn(query, this.known));
    this.#run();
    while (this.list.children.length <= place && !this.more.hidden) this.#showRest();
    this.list.children[place]?.querySelector("a")?.focus({ preventScroll: true });
    if (this.onPage) scrollTo(0, top);
    else this.body.scrollTop = top;
  }

  /** A search waits until the fingers rest; the next key cancels it. */
  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#catchUp(), PAUSE);
  }

  /** Search what stands in the field, unless its list is there already, in which the focus may be. */
  #catchUp() {
    if (this.input.value !== this.text) this.#run();
    this.#keepAddress();
  }

  #keepAddress() {
    if (this.onPage) history.replaceState(history.state, "", this.#address() || location.pathname);
  }

  /** Search at once what stands in the field. */
  #run() {
    clearTimeout(this.timer);
    if (!this.index) return;
    this.text = this.input.value;
    const empty = !this.text.trim();
    this.found = empty ? { wants: [], weak: false, results: [] } : search(this.text, this.index, this.nearby);
    this.#show(this.index);
    if (this.found.weak && this.index.hasNearby && !this.nearby) this.#widen(this.text);
  }

  /**
   * Search again with the pages near in meaning as soon as they are there, unless somebody has typed on or is in the list.
   * @param {string} text
   */
  async #widen(text) {
    this.nearby = await loadNearby();
    if (this.nearby && text === this.input.value && !this.list.contains(document.activeElement)) this.#run();
  }

  #filtered() {
    if (this.index) this.#show(this.index);
    if (this.onPage) history.pushState(null, "", this.#address() || location.pathname);
  }

  #address() {
    return addressOf(this.filters?.chosen ?? {}, { q: this.input.value.trim() });
  }

  /** @param {Index} index */
  #show(index) {
    const chosen = this.filters?.chosen ?? {};
    const items = this.found.results.map((result) => ({ result, facets: facetsOf(result) }));
    this.results = items.filter(({ facets }) => fits(facets, chosen)).map(({ result }) => result);
    this.filters?.count(items.map(({ facets }) => [facets]), this.results.length);
    this.list.replaceChildren();
    const isNarrowed = Object.values(chosen).some((values) => values.size);
    this.#append(index, isNarrowed ? Math.min(this.results.length, MOST_SHOWN) : mattering(this.results));
    const empty = !this.text.trim();
    const any = items.length > 0;
    if (this.filters) {
      this.filters.element.hidden = empty || !any;
      this.filters.skip.hidden = !this.onPage || !this.results.length;
    }
    this.#say();
    this.after.replaceChildren(...this.#afterwards(index, empty, any));
  }

  /** Say how many pages there are for what was typed and ticked, and how many of them are shown. */
  #say() {
    if (!this.isWhole) return;
    const { text, found, results, list } = this;
    const said = { text, wants: found.wants, all: found.results.length, left: results.length, shown: list.children.length };
    this.panel.say(text.trim() ? statusOf(said) : "");
  }

  /**
   * @param {Index} index
   * @param {boolean} empty whether nothing is typed
   * @param {boolean} any whether there is a page for it
   */
  #afterwards(index, empty, any) {
    if (empty) return this.onPage ? this.start : [helpFor(index, ROOT)];
    if (!any) return this.isWhole ? [helpFor(index, ROOT, suggestions(this.text, index))] : [];
    if (this.onPage) return [];
    const href = new URL(`search/${this.#address()}`, ROOT).href;
    return [element("p", { class: "search-open" }, element("a", { href }, words.as_page))];
  }

  /**
   * @param {Index} index
   * @param {number} count how many results to show in addition
   */
  #append(index, count) {
    const start = this.list.children.length;
    const next = this.results.slice(start, start + count);
    const context = { wants: this.found.wants, index, root: ROOT };
    this.list.append(...next.map((result, i) => resultItem(result, start + i + 1, context)));
    const left = this.results.length - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.textContent = words.rest({ n: left });
  }

  #showRest() {
    const start = this.list.children.length;
    if (this.index) this.#append(this.index, this.results.length);
    this.#say();
    this.list.children[start]?.querySelector("a")?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A list that is about to be replaced would take the focus with it.
    if (event.key === "ArrowDown" && event.target === this.input) this.#catchUp();
    const links = [...this.list.querySelectorAll("a")];
    const at = links.findIndex((link) => link === document.activeElement);
    /** @type {Record<string, number | undefined>} */
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    const to = places[event.key];
    if (event.target === this.input) {
      if (event.key === "ArrowDown" && links.length) this.#focus(event, links[0]);
    } else if (at >= 0 && to !== undefined) {
      this.#focus(event, to < 0 ? this.input : links[Math.min(to, links.length - 1)]);
    } else if (at >= 0 && event.key.length === 1 && /[\p{L}\p{N}/]/u.test(event.key)) {
      this.input.focus(); // typing goes on in the field
      if (event.key === "/") event.preventDefault();
    }
  }

  /**
   * @param {Event} event
   * @param {HTMLElement} node
   */
  #focus(event, node) {
    event.preventDefault();
    node.focus();
  }

  /**
   * Enter in the field need not wait for the pause. In the header it does what it does without scripts, and in the field of
   * the home page: the form leads to the search page, with the filters that are ticked in it. There it leads into the list.
   * @param {Event} event
   */
  #enter(event) {
    if (!this.onPage) return;
    event.preventDefault();
    this.#catchUp();
    this.toFirst();
  }

  toFirst() {
    this.list.querySelector("a")?.focus();
  }

  /**
   * The page that is opened shall show the place that was looked for.
   * @param {Event} event
   */
  #chosen({ target }) {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link) return;
    const place = [...this.list.children].findIndex((item) => item.contains(link));
    remember(link.href, this.results[place].sought);
    leave({ address: this.#address(), place, top: this.onPage ? scrollY : this.body.scrollTop });
    const here = new URL(link.href).pathname === location.pathname;
    if (here) this.panel.dispatchEvent(new CustomEvent("search-done", { bubbles: true }));
  }

  /**
   * Look for another word in place of what was typed.
   * @param {Event} event
   */
  #replaced({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button?.dataset.word) return;
    this.input.value = button.dataset.word;
    this.#run();
    this.input.focus();
  }
}
