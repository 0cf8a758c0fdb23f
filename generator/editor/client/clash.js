// What the form and somebody else changed at once: one version of each is chosen before anything is saved.

/** @import { Changed, Mapping, Part } from "./contract.d.ts" */
/** @import { Form } from "./form.js" */
/** @import { Frame } from "./frame.js" */
import { conflictPanel } from "./conflict-panel.js";
import { sameClash, settled } from "./conflicts.js";
import words from "./words.js";

export class Clash {
  /** @type {Changed | null} */
  #changed = null;

  /**
   * @param {Form} form
   * @param {Frame} frame
   * @param {Part} part the form as data
   * @param {(file: Changed, value: Mapping) => void} settle takes what the file holds by now, and the value in which all is chosen
   */
  constructor(form, frame, part, settle) {
    this.form = form;
    this.frame = frame;
    this.part = part;
    this.settle = settle;
  }

  get isOpen() {
    return this.#changed !== null;
  }

  /** Show what was changed, or with null that nothing is left to choose. @param {Changed | null} changed */
  show(changed) {
    // Whoever goes on typing keeps the choices made so far.
    const isShown = this.#changed !== null && changed !== null && sameClash(this.#changed, changed);
    const wasOpen = this.isOpen;
    this.#changed = changed;
    if (isShown) return;
    if (changed) {
      this.frame.conflicts(conflictPanel(this.form, this.part, changed, (chosen) => {
        const newest = this.#changed ?? changed;
        this.settle(newest, settled(newest, chosen));
      }));
      this.frame.focusConflicts();
    } else if (wasOpen) this.frame.conflicts(null);
  }

  /** Say that nothing is saved before all is chosen. */
  refuse() {
    this.frame.refuse(words.not_saved({ why: words.conflicts(this.#changed?.conflicts.length ?? 0) }));
    this.frame.focusConflicts();
  }
}
