// What somebody has begun, and the entries opened last, on the home page. The room for it is kept before this runs: the
// script in the head says whether anything is kept, and the list is as high as its room whatever it shows.
import { AnswersStore } from "../answers-store/answers-store.js";
import { button, element } from "../element/element.js";
import { sign } from "../icon/sign.js";
import { KeptPages } from "./kept-pages.js";
import { openWork, withPages } from "./open-work.js";
import words from "./words.js";

class ContinueList extends HTMLElement {
  leaving = new AbortController();

  connectedCallback() {
    const { signal } = (this.leaving = new AbortController());
    this.role = "region";
    this.ariaLabel = words.title;
    const pages = new KeptPages(this.dataset.site ?? "");
    pages.store.listen(() => this.#show(pages), signal);
    this.addEventListener("forgotten", () => this.#show(pages), { signal });
    this.#show(pages);
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  /** @param {KeptPages} pages */
  #show(pages) {
    const recent = pages.read();
    const work = openWork(withPages(this.#tools(), recent), (id) => new AnswersStore(this.dataset.site ?? "", id).read());
    const shown = new Set(work.map(({ url }) => url));
    const items = [
      ...work.map((tool) => this.#item(tool, tool.all ? words.done_of({ done: tool.done, all: tool.all }) : words.begun)),
      ...recent.filter(({ url }) => !shown.has(url)).map((page) => this.#item(page, words.opened)),
    ];
    const forget = button(words.forget, () => {
      pages.forget();
      this.#show(pages);
      this.querySelector("a")?.focus();
    });
    const end = recent.length ? [element("li", { class: "continue-end" }, forget)] : [];
    const list = items.length ? element("ul", {}, items, end) : element("p", {}, words.nothing);
    this.replaceChildren(element("h2", {}, words.title), list);
  }

  /** The entries of the page that can be filled in. */
  #tools() {
    return [...document.querySelectorAll("a")].filter((link) => "tool" in link.dataset).map((link) => ({
      id: link.dataset.tool ?? "",
      url: link.getAttribute("href") ?? "",
      kind: link.closest("li")?.dataset.kind ?? "",
      title: link.textContent ?? "",
      all: Number(link.dataset.all ?? 0),
    }));
  }

  /**
   * @param {{ url: string, kind: string, title: string }} page
   * @param {string} state
   */
  #item({ url, kind, title }, state) {
    return element("li", { "data-kind": kind }, element("a", { href: url }, sign(kind), title), element("span", {}, state));
  }
}

customElements.define("continue-list", ContinueList);
