// The list of what was found: kept up to date with the field and the filters, and walked through by keyboard.
import { element } from "../../element/element.js";
import { ROOT } from "../../element/site.js";
import { onKeys } from "../../element/keys.js";
import { remember } from "./arrive.js";
import { asked } from "./asked.js";
import { addressOf, chosenIn, fits } from "./facets.js";
import { Filters } from "./filters.js";
import { leave } from "./left.js";
import { suggestions } from "./query.js";
import { search } from "./rank.js";
import { helpFor, resultItem, statusOf } from "./results.js";
import words from "../words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./rank.js").Result} Result */

const PAUSE = 120; // milliseconds without a key before the search starts
const SHOWN = 20;
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
  /** @type {ReturnType<typeof search>} */
  found = { wants: [], results: [] };
  /** @type {Result[]} those of the results that the filters let through */
  results = [];

  /**
   * @param {import("./panel.js").SearchPanel} panel
   * @param {Index} index
   */
  constructor(panel, index) {
    this.panel = panel;
    this.input = panel.input;
    this.onPage = panel.onPage;
    this.index = index;
    const groups = groupsOf(index);
    this.known = Object.fromEntries(groups.map(({ name, values }) => [name, new Set(values.map(({ key }) => key))]));
    this.filters = new Filters(groups.filter(({ values }) => values.length), () => this.#filtered());
  }

  begin() {
    this.panel.body.append(this.filters.element, this.list, this.more, this.after);
    this.more.addEventListener("click", () => this.#showMore());
    this.input.addEventListener("input", () => this.#later());
    onKeys(this.panel, (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#chosen(event));
    this.after.addEventListener("click", (event) => this.#replaced(event));
    if (this.onPage) {
      this.filters.element.open = matchMedia(WIDE).matches;
      addEventListener("popstate", () => {
        this.input.value = asked();
        this.#fromAddress();
      });
      this.#fromAddress();
    } else this.#run();
  }

  #fromAddress() {
    this.filters.choose(chosenIn(new URLSearchParams(location.search), this.known));
    this.#run();
  }

  /**
   * Show a search again that was left, and go to the result that was opened.
   * @param {import("./left.js").Left} left
   */
  restore({ address, place }) {
    const query = new URLSearchParams(address);
    this.input.value = query.get("q") ?? "";
    this.filters.choose(chosenIn(query, this.known));
    this.#run();
    while (this.list.children.length <= place && !this.more.hidden) this.#showMore();
    this.list.children[place]?.querySelector("a")?.focus();
  }

  /** A search waits until the fingers rest; the next key cancels it. */
  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.#run();
      if (this.onPage) history.replaceState(history.state, "", this.#address() || location.pathname);
    }, PAUSE);
  }

  /** Search at once what stands in the field. */
  #run() {
    clearTimeout(this.timer);
    this.text = this.input.value;
    const empty = !this.text.trim();
    this.found = empty ? { wants: [], results: [] } : search(this.text, this.index);
    this.#show();
  }

  #filtered() {
    this.#show();
    if (this.onPage) history.pushState(null, "", this.#address() || location.pathname);
  }

  #address() {
    return addressOf(this.filters.chosen, { q: this.input.value.trim() });
  }

  #show() {
    const { chosen } = this.filters;
    const items = this.found.results.map((result) => ({ result, facets: facetsOf(result) }));
    this.filters.count(items.map(({ facets }) => facets));
    this.results = items.filter(({ facets }) => fits(facets, chosen)).map(({ result }) => result);
    this.list.replaceChildren();
    this.#showMore();
    const empty = !this.text.trim();
    const narrowed = items.length > 0;
    this.filters.element.hidden = empty || !narrowed;
    const said = { text: this.text, wants: this.found.wants, shown: this.results.length, narrowed };
    this.panel.status.textContent = empty ? "" : statusOf(said);
    this.after.replaceChildren(...this.#afterwards(empty, narrowed));
  }

  /**
   * @param {boolean} empty
   * @param {boolean} narrowed
   */
  #afterwards(empty, narrowed) {
    if (empty) return [helpFor(this.index, ROOT)];
    if (!narrowed) return [helpFor(this.index, ROOT, suggestions(this.text, this.index))];
    if (this.onPage) return [];
    const href = new URL(`search/${this.#address()}`, ROOT).href;
    return [element("p", { class: "search-open" }, element("a", { href }, words.as_page))];
  }

  #showMore() {
    const start = this.list.children.length;
    const next = this.results.slice(start, start + SHOWN);
    const context = { wants: this.found.wants, index: this.index, root: ROOT };
    this.list.append(...next.map((result, i) => resultItem(result, start + i + 1, context)));
    const left = this.results.length - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.textContent = words.more({ n: Math.min(left, SHOWN) });
    if (start && next.length) this.list.children[start].querySelector("a")?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.list.querySelectorAll("a")];
    const at = links.findIndex((link) => link === document.activeElement);
    /** @type {Record<string, number | undefined>} */
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    const to = places[event.key];
    if (event.target === this.input) {
      if (event.key === "ArrowDown" && links.length) this.#focus(event, links[0]);
      if (event.key === "Enter") this.#enter(event);
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
   * Enter need not wait for the pause. In the dialog it opens the best page, on the search page it leads into the list.
   * @param {Event} event
   */
  #enter(event) {
    event.preventDefault();
    if (this.input.value !== this.text) this.#run();
    const first = this.list.querySelector("a");
    if (this.onPage) {
      history.replaceState(history.state, "", this.#address() || location.pathname);
      first?.focus();
    } else first?.click();
  }

  /**
   * The page that is opened shall mark what was looked for.
   * @param {Event} event
   */
  #chosen({ target }) {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link) return;
    const place = [...this.list.children].findIndex((item) => item.contains(link));
    remember(link.href, this.results[place].marked);
    if (!this.onPage) leave({ address: this.#address(), place });
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
