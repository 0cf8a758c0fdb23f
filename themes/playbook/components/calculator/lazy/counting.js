// Numbers taken from a text, counted as generator/calculating/counting.py counts them.
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("en", { granularity: "grapheme" }) : null;

/**
 * How many characters people see: a letter with its accent is one, and so is a family in one symbol.
 * @param {string} text
 */
export function characters(text) {
  const composed = text.normalize("NFC");
  if (segmenter) return [...segmenter.segment(composed)].length;
  return [...composed].filter((character) => !/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)).length;
}

/** @param {string} text */
export const words = (text) => text.split(/\s+/).filter(Boolean).length;

/**
 * How many of the characters of `wanted` stand in a text.
 * @param {string} text
 * @param {string} wanted
 */
export const marks = (text, wanted) => [...text].filter((character) => wanted.includes(character)).length;

/** @param {string} text */
const plain = (text) => text.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");

/**
 * Those of `wanted` that stand in `text` as whole words, each as often as it does, whatever the case.
 * @param {string} text
 * @param {string[]} wanted
 */
export function phrases(text, wanted) {
  const searched = plain(text);
  /** @type {string[]} */
  const found = [];
  for (const phrase of new Set(wanted.map(plain))) {
    if (!phrase || !searched.includes(phrase)) continue;
    const escaped = phrase.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, "gu");
    found.push(...[...searched.matchAll(whole)].map(() => phrase));
  }
  return found;
}
