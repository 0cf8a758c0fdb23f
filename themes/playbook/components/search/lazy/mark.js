// Which parts of a text to mark.
import { element } from "../../element/element.js";
import { isUnspaced, stem, words } from "./stems.js";

const WORD = /[0-9]+(?:[,.\s][0-9]{3})+(?![0-9])|[0-9]+:[0-9]+|[0-9]+\s?%|[\p{L}\p{N}\p{M}’'`´]+/gu;

/**
 * The text in pieces, each with whether it is one of the words looked for, given by their stems.
 * @param {string} text
 * @param {Set<string>} stems
 */
export function pieces(text, stems) {
  const found = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    for (const [start, end] of hits(word, stems)) {
      if (index + start > at) found.push({ text: text.slice(at, index + start), hit: false });
      found.push({ text: word.slice(start, end), hit: true });
      at = index + end;
    }
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false });
  return found;
}

/**
 * Which parts of a word are looked for: all of it, or the pairs of letters that are, in scripts without spaces.
 * @param {string} word
 * @param {Set<string>} stems
 */
function hits(word, stems) {
  const isHit = (/** @type {string} */ part) => words(part).some((one) => stems.has(stem(one)));
  /** @type {[start: number, end: number][]} */
  const found = [];
  if (!isHit(word)) return found;
  if (![...word].some(isUnspaced)) return [/** @type {[number, number]} */ ([0, word.length])];
  let at = 0;
  for (const letter of word) {
    const pair = letter + String.fromCodePoint(...[word.codePointAt(at + letter.length)].filter((one) => one !== undefined));
    const end = at + (isHit(letter) ? letter.length : isHit(pair) ? pair.length : 0);
    const last = found.at(-1);
    if (end > at && last && last[1] >= at) last[1] = Math.max(last[1], end);
    else if (end > at) found.push([at, end]);
    at += letter.length;
  }
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
