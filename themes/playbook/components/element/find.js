// Finds what the templates have put on the page. What must be there and is not is an error of ours.

/**
 * The first element of a type within another that a selector matches.
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} [type]
 * @returns {T}
 */
export function one(within, selector, type) {
  const found = within.querySelector(selector);
  if (!found || (type && !(found instanceof type))) throw new Error(`there is no ${selector}`);
  return /** @type {T} */ (found);
}

/**
 * Every element of a type within another that a selector matches.
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T[]}
 */
export const all = (within, selector, type) =>
  [...within.querySelectorAll(selector)].filter((found) => found instanceof type).map((found) => /** @type {T} */ (found));

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field Something to fill in. */

/**
 * @param {unknown} node
 * @returns {node is Field}
 */
export const isField = (node) =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;
