// Keeps what one window has typed into one form.

/** @import { Mapping, Target } from "./contract.d.ts" */
import { forget, keep, keptUnder, keyOf } from "./kept.js";

const PATIENCE = 500;

export class Keeper {
  /** @param {Target} target */
  constructor(target) {
    this.key = keyOf(target);
    this.isWorking = true;
    this.isFirst = true;
  }

  /**
   * Whether no other window of this browser has the same form. Two of them would overwrite what the other keeps, so the
   * second one keeps nothing.
   * @returns {Promise<boolean>}
   */
  claim() {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      setTimeout(() => resolve(this.isFirst), PATIENCE); // a browser that does not answer keeps nobody from writing
      void navigator.locks.request(this.key, { ifAvailable: true }, (lock) => {
        this.isFirst = lock !== null;
        resolve(this.isFirst);
        // The lock is given back when the window is closed.
        return lock ? new Promise(() => {}) : undefined;
      });
    });
  }

  /** Keep what is not saved; with null there is nothing. @param {{ version: string, base: Mapping, value: Mapping } | null} unsaved */
  keep(unsaved) {
    if (!this.isFirst) return;
    if (unsaved) this.isWorking = keep(this.key, { at: new Date().toISOString(), ...unsaved });
    else forget(this.key);
  }

  get kept() {
    return this.isFirst ? keptUnder(this.key) : null;
  }

  /** Whether what is typed survives the window. */
  get isSafe() {
    return this.isFirst && this.isWorking;
  }

  /** What is kept is of another target from now on. @param {Target} target */
  become(target) {
    this.keep(null);
    this.key = keyOf(target);
  }

  /** What is kept goes along to a target that has another name now. @param {Target} target */
  move(target) {
    const { kept } = this;
    this.become(target);
    if (kept) this.keep(kept);
  }
}
