// Whether a text is one that somebody looks for. Pure.
import { words } from "../../search/lazy/stems.js";

/**
 * Whether a text has every word that is typed, or its beginning, whatever the case and the accents.
 * @param {string} text
 * @param {string} typed
 */
export function says(text, typed) {
  const said = words(text);
  return words(typed).every((one) => said.some((word) => word.startsWith(one)));
}
