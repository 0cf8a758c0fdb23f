// The signs of the kinds for scripts. The build makes `signs.js` from the kinds and the files under `icons/`.
import signs from "./signs.js";
import { element } from "../element/element.js";

/**
 * The sign of a kind, as the macro `of` gives it; nothing for a kind that there no longer is.
 * @param {string} kind
 */
export function sign(kind) {
  const text = Object.hasOwn(signs, kind) ? signs[kind] : "";
  return new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
}

/**
 * The name of the kind of an entry with its sign, as the macro `label` gives it.
 * @param {string} kind
 * @param {string} label
 */
export const kindLabel = (kind, label) => element("span", { class: "kind" }, sign(kind), label);
