// A text that somebody is working on, kept in this tab until it is closed, so that it is there again after a look at
// another page.
import { AnswersStore } from "./answers-store.js";
import { TAB } from "./storage.js";

/**
 * @param {string} site
 * @param {string} id of the entry with the field
 */
export const keptDraft = (site, id) => new AnswersStore(site, `draft.${id}`, [], TAB);
