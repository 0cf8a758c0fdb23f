// What somebody fills in or presses before the behaviour of an element is loaded. It counts once that is there.
import { isField } from "./find.js";

/** @typedef {import("./find.js").Field} Field */

/** @param {Field} field */
const isChoice = (field) => field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");

export class EarlyInput {
  /** @type {Map<Field, string | boolean>} what stands in a field, or whether it is chosen, in the order in which it was filled in */
  #found = new Map();
  /** @type {HTMLButtonElement | null} the button that was pressed last */
  #pressed = null;
  #listening = new AbortController();

  /** @param {HTMLElement} host */
  constructor(host) {
    host.addEventListener("input", ({ target }) => isField(target) && this.#note(target), { signal: this.#listening.signal });
    host.addEventListener("click", ({ target }) => this.#press(target), { signal: this.#listening.signal });
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    this.#pressed = target instanceof Element ? target.closest("button[type=button]") : null;
  }

  /** @param {Field} field */
  #note(field) {
    this.#found.delete(field);
    this.#found.set(field, field instanceof HTMLInputElement && isChoice(field) ? field.checked : field.value);
  }

  end() {
    this.#listening.abort();
  }

  /** Fill it in and press it again, and let the behaviour hear of it. A text that was kept before is not overwritten. */
  repeat() {
    this.end();
    for (const [field, value] of this.#found) {
      if (field.disabled) continue;
      if (typeof value === "string") field.value ||= value;
      else if (field instanceof HTMLInputElement) field.checked = value;
      const heard = typeof value === "string" && field.value !== value ? [] : isChoice(field) ? ["input", "change"] : ["input"];
      for (const type of heard) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    if (this.#pressed?.isConnected) this.#pressed.click();
  }
}
