// Copies a text, and says what came of it.
import words from "./words.js";

/**
 * Copy a text. What there is to say of it is returned: that it is copied, or that this browser does not copy.
 * @param {string} text
 * @param {string} [done] what to say once it is copied
 * @param {string} [refused] what to say where the browser does not let a page copy
 */
export async function copyText(text, done = words.copied, refused = words.not_copied) {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return refused;
  }
}
