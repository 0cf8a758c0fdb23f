// How near two words are: the fewest letters to add, drop, change or swap with the neighbour.
import { isUnspaced } from "./stems.js";

/**
 * The distance, or `limit + 1` as soon as it is known to be more than `limit`. With `open`, `word` may go on after
 * its match: that is how somebody who is still typing is understood.
 * @param {string} typed
 * @param {string} word
 * @param {number} limit
 */
export function distance(typed, word, limit, open = false) {
  const over = limit + 1;
  if (typed.length - word.length > limit || (!open && word.length - typed.length > limit)) return over;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: typed.length + 1 }, (_, i) => i);
  let best = typed.length;
  for (let w = 1; w <= word.length; w += 1) {
    const next = [w];
    for (let t = 1; t <= typed.length; t += 1) {
      const same = typed[t - 1] === word[w - 1];
      next[t] = Math.min(row[t] + 1, next[t - 1] + 1, row[t - 1] + (same ? 0 : 1));
      const swapped = t > 1 && w > 1 && typed[t - 1] === word[w - 2] && typed[t - 2] === word[w - 1];
      if (swapped) next[t] = Math.min(next[t], before[t - 2] + 1);
    }
    before = row;
    row = next;
    best = Math.min(best, row[typed.length]);
    if (Math.min(...row) > limit) break;
  }
  const found = open ? best : row.length > typed.length ? row[typed.length] : over;
  return Math.min(found, over);
}

/**
 * How many slips are forgiven: none in short words, in which they lead anywhere, and none where each letter is half a
 * word or a number.
 * @param {string} typed
 */
export function slips(typed) {
  if (typed.length < 4 || isUnspaced(typed) || /[0-9]/.test(typed)) return 0;
  return typed.length < 8 ? 1 : 2;
}
