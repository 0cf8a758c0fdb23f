// The names of the people of a session, one on each line. They are kept in this browser only.
import { AnswersStore } from "../../answers-store/answers-store.js";
import { namesIn } from "../../session/lazy/papers.js";

const ID = "session-names";

/** @param {string} site */
export const keptNames = (site) => namesIn(new AnswersStore(site, ID).read() ?? "");

/**
 * Keep the names. Says whether they are "kept", or why not.
 * @param {string} site
 * @param {string[]} names
 */
export const keepNames = (site, names) => new AnswersStore(site, ID).write(names.length ? names.join("\n") : null);
