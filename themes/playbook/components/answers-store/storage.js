// The storage of this browser, and that of this tab, which ends with it. Either may be refused, full, or hold anything:
// nothing here throws.

/** @typedef {"kept" | "refused" | "full"} Kept Whether the storage took a text, or why not. */

/** @typedef {() => Storage} Place Where texts are kept. Browsers may refuse even to name it. */

/** @type {Place} */
export const BROWSER = () => localStorage;
/** @type {Place} */
export const TAB = () => sessionStorage;

/**
 * The text under a key, or null; "refused" where nothing may be read.
 * @param {string} key
 * @param {Place} [place]
 * @returns {{ text: string | null, refused: boolean }}
 */
export function stored(key, place = BROWSER) {
  try {
    return { text: place().getItem(key), refused: false };
  } catch {
    return { text: null, refused: true };
  }
}

/**
 * Keep a text under a key, or with null nothing.
 * @param {string} key
 * @param {string | null} text
 * @param {Place} [place]
 * @returns {Kept}
 */
export function store(key, text, place = BROWSER) {
  try {
    if (text === null) place().removeItem(key);
    else place().setItem(key, text);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/**
 * Keep a text under another key than before. Where there is no room for both at once, the old one goes first, and comes
 * back if that does not help. Says whether it was moved.
 * @param {string} from
 * @param {string} to
 * @param {string} text
 */
export function moved(from, to, text) {
  if (store(to, text) === "kept") return store(from, null) === "kept";
  if (store(from, null) !== "kept") return false;
  if (store(to, text) === "kept") return true;
  store(from, text);
  return false;
}

/**
 * The keys that begin with a text, in order.
 * @param {string} start
 * @param {Place} [place]
 * @returns {string[]}
 */
export function keysFrom(start, place = BROWSER) {
  try {
    const storage = place();
    const all = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    return all.filter((key) => key.startsWith(start)).sort();
  } catch {
    return [];
  }
}
