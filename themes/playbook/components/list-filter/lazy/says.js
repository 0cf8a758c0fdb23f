// Whether a text is one that somebody looks for. Pure.
import { words } from "../../search/lazy/stems.js";

const WITHIN = 4; // letters from which on a part of a word is looked for: `age` stands in too many, such as `message`

/**
 * Whether a text has every word that is typed, its beginning or a longer part of it, whatever the case and the accents.
 * @param {string} text
 * @param {string} typed
 */
export function says(text, typed) {
  const said = words(text);
  const has = (/** @type {string} */ one) => said.some((word) => (one.length < WITHIN ? word.startsWith(one) : word.includes(one)));
  return words(typed).every(has);
}
