// What was typed as text into a calculator. No address has it, so it is kept in the tab, to be there again after a look
// at another page.
import { keptDraft } from "../../answers-store/kept-draft.js";
import { isObject } from "../../answers-store/values.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextField */

/**
 * The texts in what was kept, by the names of their fields. What cannot be read is none. Pure.
 * @param {string | null} kept
 * @returns {Map<string, string>}
 */
export function textsIn(kept) {
  try {
    const data = JSON.parse(kept ?? "{}");
    return new Map(isObject(data) ? Object.entries(data).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])) : []);
  } catch {
    return new Map();
  }
}

export class KeptTexts {
  /**
   * @param {string} site
   * @param {string} id
   * @param {TextField[]} fields
   */
  constructor(site, id, fields) {
    this.fields = fields;
    this.draft = keptDraft(site, id);
  }

  /**
   * Put what was kept into the fields, also when the browser shows a page again that it held in memory.
   * @param {() => void} again what to do then
   * @param {AbortSignal} signal
   */
  begin(again, signal) {
    if (!this.fields.length) return;
    this.#fill();
    const anew = () => {
      for (const field of this.fields) field.value = field.defaultValue;
      this.#fill();
      again();
    };
    this.draft.listen(anew, signal);
  }

  #fill() {
    const kept = textsIn(this.draft.read());
    for (const field of this.fields) field.value = kept.get(field.name) ?? field.value;
  }

  /** Keep what somebody has typed, but nothing that stood there at first. */
  keep() {
    if (!this.fields.length) return;
    const typed = this.fields.filter((field) => field.value !== field.defaultValue);
    this.draft.write(typed.length ? JSON.stringify(Object.fromEntries(typed.map(({ name, value }) => [name, value]))) : null);
  }
}
