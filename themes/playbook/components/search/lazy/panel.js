// The search itself: a field, filters and a list of links, on the search page and in the dialog.
import { remember } from "./arrive.js";
import { addressOf, chosenIn, fits } from "./facets.js";
import { Filters } from "./filters.js";
import { ROOT, loadIndex, loadStyles } from "./load.js";
import { make } from "./make.js";
import { suggestions } from "./query.js";
import { search } from "./rank.js";
import { helpFor, resultItem, statusOf } from "./results.js";

const PAUSE = 120; // milliseconds without a key before the search starts
const SHOWN = 20;
const WIDE = "(min-width: 76.25em)"; // where the filters have a column of their own

const facetsOf = ({ page }) => ({
  kind: [page.kind.key],
  moment: page.moments.map(({ key }) => key),
  audience: page.audience.map(({ key }) => key),
});

class SearchPanel extends HTMLElement {
  async connectedCallback() {
    if (this.input) return;
    this.onPage = this.hasAttribute("data-page");
    this.#frame();
    try {
      [this.index] = await Promise.all([loadIndex(), loadStyles()]);
    } catch {
      this.status.textContent = "Search could not be loaded. Check the connection and try again, or browse.";
      return;
    }
    this.#ready();
  }

  #frame() {
    this.input = make("input", {
      type: "search",
      id: this.onPage ? "search-page-field" : "search-field",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      "aria-keyshortcuts": "/",
      placeholder: "In your own words",
    });
    // While the index is on its way, what the address asks for stands there already and can be changed.
    if (this.onPage) this.input.value = new URLSearchParams(location.search).get("q") ?? "";
    const label = make("label", { for: this.input.id }, "What are you looking for?");
    this.head = make("div", { class: "search-head", role: "search" }, label, this.input);
    this.status = make("p", { class: "search-status", role: "status" });
    this.body = make("div", { class: "search-body" });
    this.replaceChildren(this.head, this.status, this.body);
  }

  #ready() {
    const { kinds, moments, audience, pages } = this.index;
    const used = new Set(pages.map(({ kind }) => kind.key));
    const groups = [
      { name: "kind", title: "Kind", values: kinds.filter(({ key }) => used.has(key)) },
      { name: "moment", title: "Moment", values: moments },
      { name: "audience", title: "For whom", values: audience },
    ];
    this.known = Object.fromEntries(groups.map(({ name, values }) => [name, new Set(values.map(({ key }) => key))]));
    this.filters = new Filters(groups.filter(({ values }) => values.length), () => this.#filtered());
    this.list = make("ol", { class: "search-results" });
    this.more = make("button", { type: "button", class: "search-more", hidden: true });
    this.more.addEventListener("click", () => this.#showMore());
    this.after = make("div");
    this.body.append(this.filters.element, this.list, this.more, this.after);
    this.input.addEventListener("input", () => this.#later());
    this.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#chosen(event));
    this.after.addEventListener("click", (event) => this.#replaced(event));
    if (this.onPage) {
      this.filters.element.open = matchMedia(WIDE).matches;
      addEventListener("popstate", () => {
        this.input.value = new URLSearchParams(location.search).get("q") ?? "";
        this.#fromAddress();
      });
      this.#fromAddress();
    } else this.#run();
    this.dataset.ready = "";
  }

  #fromAddress() {
    this.filters.choose(chosenIn(new URLSearchParams(location.search), this.known));
    this.#run();
  }

  // A search waits until the fingers rest; the next key cancels it.
  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.#run();
      if (this.onPage) history.replaceState(history.state, "", this.#address() || location.pathname);
    }, PAUSE);
  }

  // Search at once what stands in the field.
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
    const items = this.found.results.map((result) => ({ result, ...facetsOf(result) }));
    this.filters.count(items);
    this.results = items.filter((item) => fits(item, chosen)).map(({ result }) => result);
    this.list.replaceChildren();
    this.#showMore();
    const empty = !this.text.trim();
    const narrowed = items.length > 0;
    this.filters.element.hidden = empty || !narrowed;
    const said = { text: this.text, ...this.found, shown: this.results.length, narrowed };
    this.status.textContent = empty ? "" : statusOf(said);
    this.after.replaceChildren(...this.#afterwards(empty, narrowed));
  }

  #afterwards(empty, narrowed) {
    if (empty) return [helpFor(this.index, ROOT)];
    if (!narrowed) return [helpFor(this.index, ROOT, suggestions(this.text, this.index))];
    if (this.onPage) return [];
    const href = new URL(`search/${this.#address()}`, ROOT).href;
    return [make("p", { class: "search-open" }, make("a", { href }, "Open this list as a page"))];
  }

  #showMore() {
    const start = this.list.children.length;
    const next = this.results.slice(start, start + SHOWN);
    const context = { wants: this.found.wants, index: this.index, root: ROOT };
    this.list.append(...next.map((result, i) => resultItem(result, start + i + 1, context)));
    const left = this.results.length - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show ${Math.min(left, SHOWN)} more`;
    if (start && next.length) this.list.children[start].querySelector("a").focus();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
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

  #focus(event, element) {
    event.preventDefault();
    element.focus();
  }

  // Enter need not wait for the pause. In the dialog it opens the best page, on the search page it leads into the list.
  #enter(event) {
    event.preventDefault();
    if (this.input.value !== this.text) this.#run();
    const first = this.list.querySelector("a");
    if (this.onPage) {
      history.replaceState(history.state, "", this.#address() || location.pathname);
      first?.focus();
    } else first?.click();
  }

  // The page that is opened shall mark what was looked for.
  #chosen(event) {
    const link = event.target.closest("a");
    if (!link) return;
    const item = link.closest(".search-results > li");
    const result = this.results[[...this.list.children].indexOf(item)];
    remember(link.href, result.marked);
    const here = new URL(link.href).pathname === location.pathname;
    if (here) this.dispatchEvent(new CustomEvent("search-done", { bubbles: true }));
  }

  #replaced(event) {
    const { word } = event.target.closest("[data-word]")?.dataset ?? {};
    if (!word) return;
    this.input.value = word;
    this.#run();
    this.input.focus();
  }
}

customElements.define("search-panel", SearchPanel);
