// What a query asks for: each of its words with the words of the playbook that may answer it.
import { MOST_TEXT } from "./asked.js";
import { distance, slips } from "./near.js";
import { CAPITALS, STOP_WORDS, isUnspaced, stem, words } from "./stems.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ stems: string[], weight: number }} Option Stems that all have to stand on a page, and how much it counts that they do. */

/**
 * One thing asked for: the word as it was typed, whether it says little, what may answer it, the words of the playbook
 * that it was read as, if it has none such, and what it stands for, if it is an acronym.
 * @typedef {{ word: string, stop: boolean, options: Option[], shown: string[], meant: string[] }} Want
 */

/** @typedef {{ own: string[], also: string[] }} Sought A word looked for, to be found on a page: its own stems, and those of words that stand for it. */

// How much a match counts that is not the word itself.
const AS_SYNONYM = 0.6;
const AS_BEGINNING = 0.75; // of a word that the playbook does not have as it was typed
const AS_LONGER = 0.3; // a longer word, where it has the word
const AS_SLIP = 0.95;
const AS_SPLIT = 0.9;
const AS_BEST = 0.9; // what the best of these counts at least, where the word itself is unknown
const MOST_BEGINNINGS = 30;
const MOST_WORDS = 24;
const MOST_NEAR = 3;
const LEAST_TO_SPLIT = 6;
const LONGEST_WORD = 60; // what is compared of a word: it would cost the square of its length

/** @param {string} text */
const typedIn = (text) =>
  words(text.slice(0, MOST_TEXT)).slice(0, MOST_WORDS).map((word) => [...word].slice(0, LONGEST_WORD).join(""));

/** @type {(stems: string[], weight: number) => Option} */
const option = (stems, weight) => ({ stems, weight });

/**
 * The wants of a query in their order.
 * @param {string} text
 * @param {Index} index
 * @param {import("./nearby.js").Nearby | null} nearby
 */
export function parse(text, index, nearby = null) {
  const typed = typedIn(text);
  const open = /[\p{L}\p{N}]$/u.test(text);
  const wants = typed.map((word, i) => understood(word, open && i === typed.length - 1, index));
  const fixed = asTyped(text, index);
  joined(typed, wants, fixed, index);
  widened(typed, wants, fixed, index, nearby);
  wants.forEach(raise);
  const said = wants.filter((one) => !one.stop);
  return said.some((one) => one.options.length) ? wants.filter((one) => one.options.length || !one.stop) : wants;
}

/**
 * The words of a query that stand as they were typed: acronyms and names, of which other words are no better spelling.
 * Those are words in capitals, unless all of several are, and those that a group of synonyms names.
 * @param {string} text
 * @param {Index} index
 */
function asTyped(text, index) {
  const shouted = /\s/u.test(text.trim()) && text === text.toUpperCase();
  const capitals = shouted ? [] : text.slice(0, MOST_TEXT).split(/[^\p{L}\p{N}]/u).filter((word) => CAPITALS.test(word));
  return new Set([...capitals.flatMap(words), ...index.named]);
}

/**
 * Which of these stems are those of the word itself, and which those of its synonyms.
 * @param {Want} want
 * @param {string[]} stems
 * @returns {Sought}
 */
export function soughtBy({ options }, stems) {
  const itself = new Set(options.filter(({ weight }) => weight > AS_SYNONYM).flatMap((one) => one.stems));
  return { own: stems.filter((one) => itself.has(one)), also: stems.filter((one) => !itself.has(one)) };
}

/**
 * Where the word itself is unknown, what stands for it counts almost as much as the word would.
 * @param {Want} one
 */
function raise(one) {
  const best = Math.max(...one.options.map(({ weight }) => weight));
  if (best < AS_BEST) for (const each of one.options) each.weight *= AS_BEST / best;
}

/**
 * One word with itself, and with what it begins where it is being typed.
 * @param {string} word
 * @param {boolean} open
 * @param {Index} index
 */
function understood(word, open, index) {
  const key = stem(word);
  /** @type {Want} */
  const found = { word, stop: STOP_WORDS.has(word), options: [], shown: [], meant: index.acronyms.get(key) ?? [] };
  const known = index.terms.has(key);
  if (known) found.options.push(option([key], 1));
  if (isUnspaced(word) && [...word].length === 1) within(found, word, index);
  if (open) begun(found, word, known, index);
  return found;
}

/**
 * The pairs in which a single letter stands that is of a script without spaces.
 * @param {Want} found
 * @param {string} letter
 * @param {Index} index
 */
function within(found, letter, index) {
  for (const pair of index.words) if (pair !== letter && pair.includes(letter)) found.options.push(option([pair], 1));
}

/**
 * The words that go on as the last one, still being typed, begins.
 * @param {Want} found
 * @param {string} word
 * @param {boolean} known
 * @param {Index} index
 */
function begun(found, word, known, index) {
  if (known && word.length < 3) return;
  const key = stem(word);
  const longer = new Map();
  for (const other of index.words) {
    if (!other.startsWith(word)) continue;
    const otherKey = stem(other);
    if (otherKey !== key) longer.set(otherKey, Math.max(longer.get(otherKey) ?? 0, word.length / other.length));
  }
  const common = [...longer].sort(([one], [other]) => index.count(other) - index.count(one));
  for (const [other, share] of common.slice(0, MOST_BEGINNINGS)) {
    found.options.push(option([other], known ? AS_LONGER * share : AS_BEGINNING * Math.sqrt(share)));
  }
}

/**
 * Words written apart that the playbook writes as one, and the other way round.
 * @param {string[]} typed
 * @param {Want[]} wants
 * @param {Set<string>} fixed
 * @param {Index} index
 */
function joined(typed, wants, fixed, index) {
  typed.forEach((word, i) => {
    const both = word + (typed[i + 1] ?? "");
    if (i + 1 < typed.length && index.has(both)) {
      for (const one of [wants[i], wants[i + 1]]) one.options.push(option([stem(both)], 1));
    }
    if (wants[i].options.length || word.length < LEAST_TO_SPLIT || fixed.has(word)) return;
    for (let at = 2; at <= word.length - 2; at += 1) {
      const [one, other] = [word.slice(0, at), word.slice(at)];
      if (index.has(one) && index.has(other)) wants[i].options.push(option([stem(one), stem(other)], AS_SPLIT));
    }
  });
}

/**
 * Synonyms of words and of phrases; then, for what is unknown still, the nearest words. A word that is known `nearby` is
 * one of the language and no slip.
 * @param {string[]} typed
 * @param {Want[]} wants
 * @param {Set<string>} fixed
 * @param {Index} index
 * @param {import("./nearby.js").Nearby | null} nearby
 */
function widened(typed, wants, fixed, index, nearby) {
  const keys = typed.map(stem);
  synonyms(keys, wants, index);
  wants.forEach((one, i) => {
    if (one.options.length || one.stop || fixed.has(one.word) || nearby?.words.has(one.word)) return;
    const near = nearest(one.word, i === wants.length - 1, index);
    one.shown = near.map(({ word }) => word);
    for (const { word } of near) one.options.push(option([stem(word)], AS_SLIP));
    if (!near.length) return;
    const meant = keys.map((key, at) => (at === i ? stem(near[0].word) : key));
    synonyms(meant, wants, index, i);
  });
}

/**
 * Adds the synonyms of every word or phrase of `keys`; with `only`, of those that take in the word at that place.
 * @param {string[]} keys
 * @param {Want[]} wants
 * @param {Index} index
 * @param {number | null} only
 */
function synonyms(keys, wants, index, only = null) {
  for (const group of index.synonyms) {
    for (const member of group) {
      for (let at = 0; at + member.length <= keys.length; at += 1) {
        if (!member.every((key, i) => keys[at + i] === key)) continue;
        if (only !== null && (only < at || only >= at + member.length)) continue;
        for (const other of group) {
          if (other === member || !other.every((key) => index.terms.has(key))) continue;
          for (let i = at; i < at + member.length; i += 1) wants[i].options.push(option(other, AS_SYNONYM));
        }
      }
    }
  }
}

/**
 * How many letters two words have in common from the start: slips come late in a word.
 * @param {string} one
 * @param {string} other
 */
function shared(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/**
 * The nearest words of the playbook to one that it does not know.
 * @param {string} word
 * @param {boolean} open
 * @param {Index} index
 */
export function nearest(word, open, index) {
  const limit = slips(word);
  if (!limit) return [];
  /** @type {{ word: string, far: number, count: number }[]} */
  const found = [];
  for (const other of index.words) {
    const whole = distance(word, other, limit);
    const begins = open && word.length > 3 && whole > limit ? distance(word, other, limit, true) + 0.5 : whole;
    const far = Math.min(whole, begins);
    if (far > limit + 0.5 || STOP_WORDS.has(other)) continue;
    const unlike = 1 - shared(word, other) / word.length;
    found.push({ word: other, far: far + unlike / 2, count: index.count(stem(other)) });
  }
  found.sort((one, other) => one.far - other.far || other.count - one.count);
  const stems = new Set();
  return found
    .filter(({ far, word: other }) => far < found[0].far + 0.1 && !stems.has(stem(other)) && stems.add(stem(other)))
    .slice(0, MOST_NEAR);
}

const LOOSE = 2;

/**
 * Words of the playbook to try in place of a query that found nothing.
 * @param {string} text
 * @param {Index} index
 */
export function suggestions(text, index) {
  const found = new Map();
  for (const word of typedIn(text).filter((one) => !isUnspaced(one))) {
    for (const other of index.words) {
      if (isUnspaced(other) || STOP_WORDS.has(other) || other.length < 3) continue;
      const limit = Math.max(LOOSE, Math.floor(word.length / 2));
      const far = distance(word, other, limit) - (other[0] === word[0] ? 0.5 : 0);
      if (far <= limit && index.isShown(stem(other))) found.set(other, Math.min(found.get(other) ?? far, far));
    }
  }
  const stems = new Set();
  return [...found]
    .sort(([one, far], [other, further]) => far - further || index.count(stem(other)) - index.count(stem(one)))
    .map(([word]) => word)
    .filter((word) => !stems.has(stem(word)) && stems.add(stem(word)))
    .slice(0, 6);
}
