// The one place that keeps what people enter: texts in this browser, or in this tab, under `playbook:<site>:<id>`. Storage may be
// refused, full, or changed by another tab at any time: every call says what became of it, and none throws.
import { BROWSER, keysFrom, moved, store, stored, TAB } from "./storage.js";

const SET_ASIDE = "set-aside";
// Under which earlier versions kept ticks, without the name of the site.
export const TICKS = "playbook:ticks:";
export const STATIONS = "playbook:path:";

/**
 * The name of a site as earlier versions wrote it. Sites whose addresses differ only in signs had the same.
 * @param {string} site
 */
const earlierName = (site) => decodeURIComponent(site).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

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
   * @param {string[]} earlier keys under which earlier versions kept it, besides that with the earlier name of the site
   * @param {import("./storage.js").Place} place where it is kept
   */
  constructor(site, id, earlier = [], place = BROWSER) {
    this.place = place;
    this.prefix = `playbook:${site}:`;
    this.key = `${this.prefix}${id}`;
    this.earlierPrefix = `playbook:${earlierName(site)}:`;
    // Earlier versions kept nothing in a tab.
    this.earlier = place === TAB ? [] : [`${this.earlierPrefix}${id}`, ...earlier].filter((key) => key !== this.key);
  }

  /** The text that is kept, or null. */
  read() {
    if (this.state !== "kept") return this.memory;
    const { text, refused } = stored(this.key, this.place);
    if (refused) this.state = "refused";
    return refused ? this.memory : (text ?? this.takenOver());
  }

  /** What an earlier version kept, moved to where this one keeps it. The first site that asks takes what two shared. */
  takenOver() {
    for (const key of this.earlier) {
      const { text } = stored(key);
      if (text === null) continue;
      moved(key, this.key, text);
      return text;
    }
    return null;
  }

  /**
   * Keep a text, or with null nothing. Says whether it is "kept", or why it lasts as long as the page only.
   * @param {string | null} text
   */
  write(text) {
    this.memory = text;
    if (this.held === null) this.state = store(this.key, text, this.place);
    if (this.held === null && this.state === "kept") for (const key of this.earlier) store(key, null);
    return this.state;
  }

  /**
   * Move a text that cannot be read out of the way, to where nothing overwrites it. Where there is no room for that, what
   * is kept is left alone from now on.
   * @param {string} text
   */
  putAside(text) {
    if (this.#isSetAside(text)) {
      this.write(null);
      return;
    }
    this.held = text;
    this.memory = null;
    this.state = "full";
  }

  /** @param {string} text */
  #isSetAside(text) {
    for (let number = 1; ; number += 1) {
      const key = `${this.key}:${SET_ASIDE}-${number}`;
      const there = stored(key, this.place);
      if (there.refused) return false;
      if (there.text === text) return true;
      if (there.text === null) return store(key, text, this.place) === "kept";
    }
  }

  /** The keys of texts of this form that were set aside, by this version or an earlier one. */
  #keysAside() {
    return [this.key, ...this.earlier].flatMap((key) => [`${key}:${SET_ASIDE}-`, `${key}:damaged`].flatMap((start) => keysFrom(start, this.place)));
  }

  /** Every text of this form that was set aside. */
  aside() {
    const held = this.held === null ? [] : [this.held];
    return [...held, ...this.#keysAside().map((key) => stored(key, this.place).text ?? "")];
  }

  forgetAside() {
    for (const key of this.#keysAside()) store(key, null, this.place);
    if (this.held !== null) {
      this.held = null;
      this.write(this.memory);
    }
  }

  /** Remove everything that the pages of this site have kept, and what earlier versions kept for any site. */
  eraseAll() {
    this.memory = this.held = null;
    if (this.state === "full") this.state = "kept";
    const all = [this.prefix, this.earlierPrefix, TICKS, STATIONS].flatMap((start) => keysFrom(start));
    for (const key of all) store(key, null);
    for (const key of keysFrom(this.prefix, TAB)) store(key, null, TAB);
  }

  /**
   * Tell of changes that another tab makes, until the signal: also of those that were made while the browser held the
   * page in memory.
   * @param {() => void} tell
   * @param {AbortSignal} signal
   */
  listen(tell, signal) {
    const heard = (/** @type {StorageEvent} */ event) => {
      if (event.key === this.key || event.key === null) tell();
    };
    addEventListener("storage", heard, { signal });
    addEventListener("pageshow", (event) => event.persisted && tell(), { signal });
  }
}
