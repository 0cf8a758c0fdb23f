// What was just done to an entry that now has another place, or none: the next page says it, with a way to take it back.

/** @import { Save, Which } from "./contract.d.ts" */
import * as api from "./api.js";

/** @typedef {"renamed" | "removed" | Which} Done */
/** @typedef {{ which: Done, save: Save }} JustDone */

/** @type {Record<Done, Which>} among which saves that one is afterwards */
const LAST = { renamed: "undo", removed: "undo", redo: "undo", undo: "redo" };

/** @param {string | null} text @returns {text is Done} */
const isDone = (text) => text !== null && Object.hasOwn(LAST, text);

/**
 * The address of the page that says what was done.
 * @param {Done} which
 * @param {string} save the name of the save that did it, or that was taken back or made again
 * @param {Record<string, string>} where what the page is of
 */
export const addressOfDone = (which, save, where) => `/__edit/?${new URLSearchParams({ ...where, done: which, save })}`;

/**
 * What the address of this page says was done; null if it says nothing, or if there is a newer save. It is said once.
 * @param {URLSearchParams} query
 * @returns {Promise<JustDone | null>}
 */
export async function justDone(query) {
  const which = query.get("done");
  if (!isDone(which)) return null;
  const name = query.get("save");
  for (const key of ["done", "save"]) query.delete(key);
  history.replaceState(null, "", `?${query}`);
  const save = (await api.saves())[LAST[which]];
  return save?.save === name ? { which, save } : null;
}
