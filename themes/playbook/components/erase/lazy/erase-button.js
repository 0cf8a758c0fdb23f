// The button that asks before everything that is kept is erased. It has one name wherever it stands.
import { element } from "../../element/element.js";
import words from "../words.js";

/** @param {string} site */
export const eraseButton = (site) => element("button", { type: "button", "data-erase": site }, words.title);
