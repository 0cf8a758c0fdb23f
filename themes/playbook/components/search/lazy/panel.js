// The search itself: status, filters and a list of links, below the field of the header or on the search page.
import { one } from "../../element/find.js";
import { onKeys } from "../../element/keys.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { asked } from "./asked.js";
import { leave, left } from "../left.js";
import { SearchList } from "./list.js";
import { firstIndex, loadSearchStyles, wholeIndex } from "./load.js";
import words from "./words.js";

export class SearchPanel extends HTMLElement {
  /** Whether this is the search page; else it is below the header. */
  onPage = false;
  /** @type {SearchList | null} */
  list = null;
  isLoading = false;

  connectedCallback() {
    if (this.list) return;
    this.onPage = this.hasAttribute("data-page");
    this.form = this.closest("form") ?? one(this, "form", HTMLFormElement);
    this.input = one(this.form, "input", HTMLInputElement);
    this.status = one(this, ".search-status", HTMLElement);
    this.body = one(this, ".search-body", HTMLElement);
    if (this.onPage) this.input.value ||= asked();
    else dropDown(this, this.form, this.input);
    sayWhatIsCut(this.form);
    this.list = new SearchList(this, this.form, this.input, this.body);
    this.input.addEventListener("input", () => this.#begin());
    addEventListener("popstate", () => this.#begin());
    if (this.onPage || this.input.value || left()) this.#begin();
    else firstIndex().catch(() => {}); // somebody seems to want to search
  }

  /** Load what is missing, and show what there is as soon as it is there. */
  async #begin() {
    this.#resume();
    if (this.isLoading || !this.list || !this.form) return;
    this.isLoading = true;
    try {
      const [first] = await Promise.all([firstIndex(), loadSearchStyles()]);
      if (!left() && this.list.index === null) this.list.use(first, false);
      this.list.use(await wholeIndex(), true);
      this.#resume();
      if (this.onPage && !left() && document.activeElement === document.body) this.list.toFirst(); // as Enter in the field does
      this.dataset.ready = "";
    } catch {
      this.say(words.failed);
      this.isLoading = false; // the next letter tries again
    }
    this.form.dataset.ready = "";
    delete this.form.dataset.busy;
  }

  /** Go on with a search that was left on this page, once everything is there. */
  #resume() {
    const search = left();
    if (!search || !this.list?.isWhole) return;
    this.open();
    this.list.restore(search);
  }

  /** @param {string} text */
  say(text) {
    if (this.status && this.status.textContent !== text) this.status.textContent = text;
  }

  open() {
    if (!this.onPage && this.form) this.form.dataset.open = "";
  }

  close() {
    if (this.onPage || !this.form) return;
    delete this.form.dataset.open;
    leave(null);
  }
}

/**
 * What opens and closes the panel below the header.
 * @param {SearchPanel} panel
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
function dropDown(panel, form, input) {
  const isOpen = () => "open" in form.dataset;
  if (form.contains(document.activeElement) && input.value) panel.open(); // it may have been closed while this was loaded
  input.addEventListener("input", () => panel.open());
  input.addEventListener("focus", () => input.value && panel.open());
  onKeys(form, (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault(); // the browser's own Escape would empty the field first
    input.focus();
    panel.close();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) panel.close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (isOpen() && target instanceof Node && !form.contains(target)) panel.close();
  });
  panel.addEventListener("search-done", () => panel.close());
}

customElements.define("search-panel", SearchPanel);
