// Where to look for what a list or a table has nothing of.
import { element } from "../../element/element.js";
import { ROOT } from "../../element/site.js";
import words from "../words.js";

/**
 * A link to a search of the whole playbook, behind a space.
 * @param {string} typed
 */
export const elsewhere = (typed) => [" ", element("a", { href: new URL(`search/?q=${encodeURIComponent(typed)}`, ROOT).href }, words.everywhere)];
