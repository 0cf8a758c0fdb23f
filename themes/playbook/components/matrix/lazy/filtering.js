// Which rows and columns of a table of marks are left for what somebody looks for. Pure.
import { words } from "../../search/lazy/words.js";

/** @typedef {{ text: string, marked: number[] }} MarkRow What a row says with the names of all that is marked in it, and the columns of the marks. */

/**
 * Whether a text has every word that is typed, or its beginning, whatever the case and the accents.
 * @param {string} text
 * @param {string} typed
 */
export function says(text, typed) {
  const said = words(text);
  return words(typed).every((one) => said.some((word) => word.startsWith(one)));
}

/**
 * The rows that say what is typed, and the columns in which one of them has a mark.
 * @param {MarkRow[]} rows
 * @param {string} typed
 */
export function left(rows, typed) {
  const shown = rows.map(({ text }) => says(text, typed));
  return { shown, columns: new Set(rows.flatMap(({ marked }, at) => (shown[at] ? marked : []))) };
}
