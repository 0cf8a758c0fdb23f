// Styles that only some readers need, loaded when they do.
import { element } from "./element.js";

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/**
 * Resolves when these styles are there, or cannot be had: what they dress works without them.
 * @param {string | URL} address
 */
export function loadStyles(address) {
  const { href } = new URL(address, document.baseURI);
  const loaded = loading.get(href) ?? (isThere(href) ? Promise.resolve() : added(href));
  loading.set(href, loaded);
  return loaded;
}

/** @param {string} href */
const isThere = (href) => [...document.styleSheets].some((sheet) => sheet.href === href);

/** @param {string} href */
const added = (href) =>
  new Promise((resolve) => {
    document.head.append(element("link", { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
  });
