// What was just done to an entry that now has another place, or none: the next page says it, with a way to take it back.

/** @import { Moved, Save } from "./contract.d.ts" */
import * as api from "./api.js";
import words from "./words.js";

/** @typedef {"renamed" | "removed"} Done */
/** @typedef {{ which: Done, save: Save }} JustDone */

/** @type {Record<Done, (said: { title: string }) => string>} */
const SAID = { renamed: words.renamed, removed: words.removed };

/**
 * The address of the page that says what was done.
 * @param {Done} which
 * @param {string} save the name of the save that did it
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
  if (which !== "renamed" && which !== "removed") return null;
  const name = query.get("save");
  for (const key of ["done", "save"]) query.delete(key);
  history.replaceState(null, "", `?${query}`);
  const { undo: save } = await api.saves();
  return save?.save === name ? { which, save } : null;
}

/**
 * The same in words, with what takes it back.
 * @param {JustDone} done
 * @param {(which: "undo", save: Save, moved: Moved) => unknown} then
 * @returns {{ text: string, acts: import("./menu.js").Act[] }}
 */
export const toldDone = ({ which, save }, then) => ({
  text: [SAID[which]({ title: save.title }), ...save.effects].join(" "),
  acts: [{ label: words.take_back_now, run: async () => then("undo", save, await api.step("undo", save.save)) }],
});
