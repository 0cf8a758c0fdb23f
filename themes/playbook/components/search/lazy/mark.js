// Which parts of a text to mark.
import { element } from "../../element/element.js";
import { stem, words } from "./words.js";

const WORD = /[\p{L}\p{N}\p{M}’'`´]+/gu;

/**
 * The text in pieces, each with whether it is one of the words looked for, given by their stems.
 * @param {string} text
 * @param {Set<string>} stems
 */
export function pieces(text, stems) {
  const found = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!words(word).some((one) => stems.has(stem(one)))) continue;
    if (index > at) found.push({ text: text.slice(at, index), hit: false });
    found.push({ text: word, hit: true });
    at = index + word.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false });
  return found;
}

/**
 * The same as nodes. A text without a hit is a single text node.
 * @param {string} text
 * @param {Set<string>} stems
 */
export function nodes(text, stems) {
  return pieces(text, stems).map(({ text: part, hit }) => {
    if (!hit) return document.createTextNode(part);
    return element("mark", { class: "search-mark" }, part);
  });
}
