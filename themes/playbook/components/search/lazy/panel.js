// The search itself: a field, filters and a list of links, on the search page and in the dialog.
import { element } from "../../element/element.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { asked, MOST_TEXT } from "./asked.js";
import { SearchList } from "./list.js";
import { loadIndex, loadStyles } from "./load.js";
import words from "../words.js";

export class SearchPanel extends HTMLElement {
  /** Whether this is the search page; else it is the dialog. */
  onPage = false;
  /** @type {SearchList | null} */
  list = null;
  /** @type {import("./left.js").Left | null} what to go on with once the index is there */
  left = null;
  input = element("input", {
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    "aria-keyshortcuts": "/",
    placeholder: words.placeholder,
    maxlength: MOST_TEXT,
  });
  head = element("div", { class: "search-head", role: "search" });
  status = element("p", { class: "search-status", role: "status" });
  body = element("div", { class: "search-body" });

  async connectedCallback() {
    if (this.input.isConnected) return;
    this.onPage = this.hasAttribute("data-page");
    this.#frame();
    const [index] = await Promise.all([loadIndex().catch(() => null), loadStyles()]);
    if (index) {
      this.list = new SearchList(this, index);
      this.list.begin();
      if (this.left) this.list.restore(this.left);
      this.dataset.ready = "";
    } else this.status.textContent = words.failed;
  }

  #frame() {
    this.input.id = this.onPage ? "search-page-field" : "search-field";
    // While the index is on its way, what the address asks for stands there already and can be changed.
    if (this.onPage) this.input.value = asked();
    sayWhatIsCut(this.head);
    this.head.prepend(element("label", { for: this.input.id }, words.question), this.input);
    this.replaceChildren(this.head, this.status, this.body);
  }

  /**
   * Go on with a search that was left.
   * @param {import("./left.js").Left} left
   */
  resume(left) {
    this.left = left;
    this.enter();
    this.list?.restore(left);
  }

  /** Go to the field, so that typing replaces what stands there. */
  enter() {
    this.input.focus();
    this.input.select();
  }
}

customElements.define("search-panel", SearchPanel);
