// Which rows and columns of tables of marks are left for what somebody looks for. Pure.
import { saying } from "../../list-filter/lazy/says.js";

/** @typedef {{ text: string, marked: number[] }} MarkRow What a row says with the names of all that is marked in it, and the columns of the marks. */

/**
 * The rows of each table that say what is typed, the columns in which one of them has a mark, and whether the rows have
 * all words that are typed.
 * @param {MarkRow[][]} tables
 * @param {string} typed
 * @param {string} [little] words that say little
 */
export function left(tables, typed, little) {
  const { shown, isWhole } = saying(tables.flat().map(({ text }) => text), typed, little);
  let before = 0;
  const found = tables.map((rows) => {
    const ours = shown.slice(before, (before += rows.length));
    return { shown: ours, columns: new Set(rows.flatMap(({ marked }, at) => (ours[at] ? marked : []))) };
  });
  return { tables: found, isWhole };
}
