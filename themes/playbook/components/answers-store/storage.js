// The storage of this browser. It may be refused, full, or hold anything: nothing here throws.

/** @typedef {"kept" | "refused" | "full"} Kept Whether the storage took a text, or why not. */

/**
 * The text under a key, or null: also where nothing may be read.
 * @param {string} key
 */
export function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
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
