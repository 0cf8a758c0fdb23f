// Which texts are those that somebody looks for. Pure.
import { STOP_WORDS, stem, words } from "../../search/lazy/stems.js";

const WITHIN = 4; // letters from which on a part of a word is looked for: `age` stands in too many, such as `message`

/**
 * The texts that say what is typed, and whether they have all words of it. If no text has all, these are the texts that
 * have most of them. Words count in their forms, by their beginning and by a longer part, whatever the case and the
 * accents. Words that say little do not count unless nothing else is typed.
 * @param {string[]} texts
 * @param {string} typed
 * @param {string} [little] words that say little, beside those of the search, with spaces between them
 * @returns {{ shown: boolean[], isWhole: boolean }}
 */
export function saying(texts, typed, little = "") {
  const asked = askedFor(typed, little);
  const numbers = texts.map((text) => {
    const said = words(text);
    const stems = new Set(said.map(stem));
    return asked.filter((one) => stems.has(stem(one)) || said.some((word) => has(word, one) || hasStem(word, one))).length;
  });
  const most = numbers.reduce((high, number) => Math.max(high, number), 0);
  const least = Math.max(most, Math.min(1, asked.length));
  return { shown: numbers.map((number) => number >= least), isWhole: most === asked.length };
}

/**
 * @param {string} typed
 * @param {string} little
 */
function askedFor(typed, little) {
  const all = [...new Set(words(typed))];
  const without = new Set([...STOP_WORDS, ...words(little)]);
  const telling = all.filter((one) => !without.has(one));
  return telling.length ? telling : all;
}

/**
 * @param {string} word
 * @param {string} one
 */
const has = (word, one) => (one.length < WITHIN ? word.startsWith(one) : word.includes(one));

/**
 * Whether a word has the stem of another as a part, as `unanswered` has that of `answering`.
 * @param {string} word
 * @param {string} one
 */
const hasStem = (word, one) => stem(one).length >= WITHIN && word.includes(stem(one));
