// Makes elements: element("p", { class: "x", hidden: true }, "text", child). Text is always text, never markup.
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | number | boolean | null | undefined} Attribute */
/** @typedef {{ [name: string]: Attribute | ((event: any) => unknown) }} Attributes What begins with `on` listens; true is an empty attribute; false and null are none. */
/** @typedef {Node | string | null | undefined | Children} Child */
/** @typedef {Child[]} Children */

/**
 * @template {Element} T
 * @param {T} node
 * @param {Attributes} attributes
 * @param {Children} children lists within lists are allowed; null and undefined are passed over
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  const flat = /** @type {(Node | string | null | undefined)[]} */ (/** @type {unknown[]} */ (children).flat(Infinity));
  node.append(...flat.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {Children} children
 */
export const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/**
 * An element of a drawing (SVG).
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {Children} children
 */
export const drawing = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

/**
 * @param {string} text
 * @param {(event: MouseEvent) => unknown} onclick
 * @param {Attributes} [attributes]
 */
export const button = (text, onclick, attributes = {}) =>
  element("button", { type: "button", onclick, ...attributes }, text);
