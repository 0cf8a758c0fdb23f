// Keeps texts in this browser, under `playbook:<site>:<assessment>`. Storage may be refused, full, or changed by
// another tab at any time: every call says what became of it, and none throws.

const SET_ASIDE = "set-aside";

export class AnswersStore {
  constructor(site, assessment) {
    this.prefix = `playbook:${site}:`;
    this.key = `${this.prefix}${assessment}`;
    this.memory = null; // what counts while the storage does not take it
    this.state = "kept"; // "kept", "refused" or "full"
    this.held = null;
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

  /** Keep a text, or with null nothing. Says whether it is "kept", or why it lasts as long as the page only. */
  write(text) {
    this.memory = text;
    if (this.held !== null) return this.state;
    try {
      if (text === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, text);
      this.state = "kept";
    } catch (error) {
      this.state = error?.name === "QuotaExceededError" ? "full" : "refused";
    }
    return this.state;
  }

  /** Move what is kept out of the way, to where nothing overwrites it. False where the storage has no room for it. */
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

  /** Leave what is kept alone from now on: it cannot be read, and there is no room to set it aside. */
  hold(text) {
    this.held = text;
    this.memory = null;
    this.state = "full";
  }

  /** Every text of this assessment that was set aside. */
  aside() {
    const held = this.held === null ? [] : [this.held];
    try {
      return [...held, ...this.keys(`${this.key}:${SET_ASIDE}-`).map((key) => localStorage.getItem(key))];
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

  /** Remove everything that the assessments of this site have kept. */
  eraseAll() {
    this.memory = this.held = null;
    if (this.state === "full") this.state = "kept";
    this.remove(this.prefix);
  }

  remove(prefix) {
    try {
      for (const key of this.keys(prefix)) localStorage.removeItem(key);
    } catch {
      // Nothing is kept where nothing may be read.
    }
  }

  keys(prefix) {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).filter((key) => key.startsWith(prefix));
  }

  /** Tell of changes that another tab makes. Returns what ends it. */
  listen(tell) {
    const heard = (event) => {
      if (event.key === this.key || event.key === null) tell();
    };
    addEventListener("storage", heard);
    return () => removeEventListener("storage", heard);
  }
}
