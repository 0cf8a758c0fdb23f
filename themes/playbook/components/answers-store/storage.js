// The storage of this browser. It may be refused, full, or hold anything: nothing here throws.

/** @typedef {"kept" | "refused" | "full"} Kept Whether the storage took a text, or why not. */

/**
 * The text under a key, or null; "refused" where nothing may be read.
 * @param {string} key
 * @returns {{ text: string | null, refused: boolean }}
 */
export function stored(key) {
  try {
    return { text: localStorage.getItem(key), refused: false };
  } catch {
    return { text: null, refused: true };
  }
}

/**
 * Keep a text under a key, or with null nothing.
 * @param {string} key
 * @param {string | null} text
 * @returns {Kept}
 */
export function store(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
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
 * @returns {string[]}
 */
export function keysFrom(start) {
  try {
    const all = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    return all.filter((key) => key.startsWith(start)).sort();
  } catch {
    return [];
  }
}
