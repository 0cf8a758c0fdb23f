// Texts of the program, in which names of fields and what to type stand between backquotes.
import { element } from "../../../themes/playbook/components/element/element.js";

/** A text in which what stands between `…` is code. @param {string} text */
export const withCode = (text) => text.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));
