// How names and texts are set in a place. Pure. Sets names as generator/paper/session_papers.py does, but knows how wide they are.

/** @typedef {{ width(text: string, size: number): number, lines(text: string, size: number, most: number): string[] }} Measure */
/** @typedef {{ lines: string[], size: number }} SetText */

export const LEADING = 1.2; // the height of a line, as a share of its type
const MOST_LINES = 3;
const MOST_WORDS = 12; // more are not tried in all ways
const READABLE = 14; // the smallest type of a name
const SMALLEST = 4;

/**
 * A name in as many lines as give the largest type. It is never cut, and broken within words only where it would be too small.
 * @param {string} name
 * @param {{ width: number, height: number, most: number }} place in points
 * @param {Measure} font
 * @returns {SetText}
 */
export function setName(name, { width, height, most }, font) {
  const found = broken(name.split(" ")).map((lines) => {
    const widest = Math.max(...lines.map((line) => font.width(line, 1)));
    return { lines, size: Math.min(most, (0.97 * width) / widest, height / (lines.length * LEADING)) };
  });
  const best = found.reduce((largest, one) => (one.size > largest.size ? one : largest));
  return best.size < READABLE ? { lines: font.lines(name, READABLE, width), size: READABLE } : best;
}

/**
 * The ways to break words into lines.
 * @param {string[]} words
 * @returns {string[][]}
 */
function broken(words) {
  /** @type {string[][]} */
  const found = [];
  const last = Math.min(MOST_LINES, words.length);
  /**
   * @param {string[]} before
   * @param {number} from
   * @param {number} left
   */
  const add = (before, from, left) => {
    if (left === 1) found.push([...before, words.slice(from).join(" ")]);
    else for (let to = from + 1; to <= words.length - left + 1; to += 1) add([...before, words.slice(from, to).join(" ")], to, left - 1);
  };
  if (words.length > MOST_WORDS) return [Array.from({ length: last }, (_, at) => words.slice(Math.floor((words.length * at) / last), Math.floor((words.length * (at + 1)) / last)).join(" "))];
  for (let number = 1; number <= last; number += 1) add([], 0, number);
  return found;
}

/**
 * Paragraphs in type that is as large as fits, and no larger than the place says.
 * @param {string[]} paragraphs
 * @param {{ width: number, height: number, most: number }} place
 * @param {Measure} font
 * @returns {SetText}
 */
export function setText(paragraphs, { width, height, most }, font) {
  const at = (/** @type {number} */ size) => ({ size, lines: paragraphs.flatMap((text) => font.lines(text, size, width)) });
  for (let size = most; size > SMALLEST; size -= 0.5) {
    const found = at(size);
    if (found.lines.length * size * LEADING <= height) return found;
  }
  return at(SMALLEST);
}
