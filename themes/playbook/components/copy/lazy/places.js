// What is to be replaced in a text that was copied: the places in square brackets.
import words from "./words.js";

/**
 * How many places in brackets a text has. Boxes to tick, as in lists, are none.
 * @param {string} text
 */
export const placesIn = (text) => (text.match(/\[[^[\]]{2,}\]/g) ?? []).length;

/**
 * What was said of a copy, and how many places of it are to be replaced.
 * @param {string} said
 * @param {string} text
 */
export function withPlaces(said, text) {
  const places = placesIn(text);
  return places ? `${said.replace(/\.$/, "")}. ${words.places(places)}` : said;
}
