// Which rows and columns of a table of marks are left for what somebody looks for. Pure.
import { says } from "../../list-filter/lazy/says.js";

/** @typedef {{ text: string, marked: number[] }} MarkRow What a row says with the names of all that is marked in it, and the columns of the marks. */

/**
 * The rows that say what is typed, and the columns in which one of them has a mark.
 * @param {MarkRow[]} rows
 * @param {string} typed
 */
export function left(rows, typed) {
  const shown = rows.map(({ text }) => says(text, typed));
  return { shown, columns: new Set(rows.flatMap(({ marked }, at) => (shown[at] ? marked : []))) };
}
