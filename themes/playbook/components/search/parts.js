// The files of the index. Each is loaded once, as soon as somebody seems to want to search.
import { dataAddress } from "../element/site.js";

/** @type {Map<string, Promise<any>>} */
const parts = new Map();

/**
 * What a file of the index holds. Fails if it cannot be had; the next attempt may succeed.
 * @param {string} name
 */
export function part(name) {
  const known = parts.get(name) ?? load(name);
  parts.set(name, known);
  known.catch(() => parts.delete(name));
  return known;
}

/** @param {string} name */
async function load(name) {
  const response = await fetch(await dataAddress(name));
  if (!response.ok) throw new Error(`${name} answers ${response.status}`);
  return response.json();
}
