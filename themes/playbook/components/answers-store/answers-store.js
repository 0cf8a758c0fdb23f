// Keeps texts in this browser, under `playbook:<site>:<id>`. Storage may be refused, full, or changed by
// another tab at any time: every call says what became of it, and none throws.
import { store } from "./storage.js";

const SET_ASIDE = "set-aside";

export class AnswersStore {
  /** @type {string | null} what counts while the storage does not take it */
  memory = null;
  /** @type {import("./storage.js").Kept} */
  state = "kept";
  /** @type {string | null} a text that cannot be read and for which there is no room elsewhere */
  held = null;

  /**
   * @param {string} site
   * @param {string} id
   */
  constructor(site, id) {
    this.prefix = `playbook:${site}:`;
    this.key = `${this.prefix}${id}`;
  }

  /** The text that is kept, or null. */
  read() {
    if (this.state !== "kept") return this.memory;
    try {
      return localStorage.getItem(this.key);
    } catch {
      this.state = "refused";
      return this.memory;
    }
  }

  /**
   * Keep a text, or with null nothing. Says whether it is "kept", or why it lasts as long as the page only.
   * @param {string | null} text
   */
  write(text) {
    this.memory = text;
    if (this.held === null) this.state = store(this.key, text);
    return this.state;
  }

  /**
   * Move what is kept out of the way, to where nothing overwrites it. False where the storage has no room for it.
   * @param {string} text
   */
  setAside(text) {
    try {
      for (let number = 1; ; number += 1) {
        const key = `${this.key}:${SET_ASIDE}-${number}`;
        const there = localStorage.getItem(key);
        if (there === null) localStorage.setItem(key, text);
        if (there === null || there === text) return true;
      }
    } catch {
      return false;
    }
  }

  /**
   * Leave what is kept alone from now on: it cannot be read, and there is no room to set it aside.
   * @param {string} text
   */
  hold(text) {
    this.held = text;
    this.memory = null;
    this.state = "full";
  }

  /** Every text of this form that was set aside. */
  aside() {
    const held = this.held === null ? [] : [this.held];
    try {
      const texts = this.keys(`${this.key}:${SET_ASIDE}-`).map((key) => localStorage.getItem(key) ?? "");
      return [...held, ...texts];
    } catch {
      return held;
    }
  }

  forgetAside() {
    this.remove(`${this.key}:${SET_ASIDE}-`);
    if (this.held !== null) {
      this.held = null;
      this.write(this.memory);
    }
  }

  /** Remove everything that the forms of this site have kept. */
  eraseAll() {
    this.memory = this.held = null;
    if (this.state === "full") this.state = "kept";
    this.remove(this.prefix);
  }

  /** @param {string} prefix */
  remove(prefix) {
    try {
      for (const key of this.keys(prefix)) localStorage.removeItem(key);
    } catch {
      // Nothing is kept where nothing may be read.
    }
  }

  /** @param {string} prefix */
  keys(prefix) {
    const all = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    return all.filter((key) => key.startsWith(prefix));
  }

  /**
   * Tell of changes that another tab makes, until the signal.
   * @param {() => void} tell
   * @param {AbortSignal} signal
   */
  listen(tell, signal) {
    const heard = (/** @type {StorageEvent} */ event) => {
      if (event.key === this.key || event.key === null) tell();
    };
    addEventListener("storage", heard, { signal });
  }
}
