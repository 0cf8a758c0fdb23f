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

/**
 * Copy a text that somebody is going to use, and say how many places in brackets are to be replaced in it.
 * @param {string} text
 * @param {string} [done]
 */
export async function copyDraft(text, done) {
  const said = await copyText(text, done);
  return (await import("./lazy/places.js")).withPlaces(said, text);
}
