// The mark with which a reader keeps the page of an entry. What it does is loaded when it is pressed, or where this
// browser has kept a plan already: most first views need nothing of it.
import { stored } from "../answers-store/storage.js";
import { button, drawing } from "../element/element.js";

const STAR = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z";

class KeepMark extends HTMLElement {
  /** @type {Promise<import("./lazy/keeping.js").Keeping> | undefined} */
  #keeping;
  leaving = new AbortController();

  connectedCallback() {
    const key = `playbook:${this.dataset.site}:own_plan`;
    const sign = drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawing("path", { d: STAR }));
    const star = button("", () => this.keeping().then((keeping) => keeping.toggle()), { class: "keep-star", "aria-pressed": "false" });
    star.append(sign, this.dataset.label ?? "");
    this.replaceChildren(star);
    this.leaving = new AbortController();
    const heard = (/** @type {StorageEvent} */ event) => event.key === key && this.keeping();
    addEventListener("storage", heard, { signal: this.leaving.signal });
    if (stored(key).text !== null) this.keeping();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.#keeping = undefined;
  }

  keeping() {
    return (this.#keeping ??= import("./lazy/keeping.js").then(({ Keeping }) => new Keeping(this, this.leaving.signal)));
  }
}

customElements.define("keep-mark", KeepMark);
