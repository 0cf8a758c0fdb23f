// The numbers of a calculator in the fragment of its address. A fragment is not sent to any server.
// Only numbers stand there; nothing that was typed as text.
import { isNumeric } from "./reckoning.js";

/** @typedef {import("../program.js").Program} Program */

const LONGEST = 2000;
const PLAIN = /^-?\d{1,12}(\.\d{1,6})?$/;

/**
 * The fragment for the numbers in the fields, without those that are as at first.
 * @param {Program} program
 * @param {import("./reckoning.js").Given} given
 */
export function written(program, given) {
  const parts = [];
  for (const input of program.inputs.filter(isNumeric)) {
    const text = String(given.get(input.name) ?? "");
    if (PLAIN.test(text) && Number(text) !== input.default) parts.push(`${input.name}=${text}`);
  }
  return parts.join("&");
}

/**
 * Whether a fragment is meant for a calculator and not for a heading of the page.
 * @param {string} fragment
 */
export const isForCalculator = (fragment) => fragment.includes("=");

/**
 * What a fragment says about the fields, by name, or null if it cannot be read.
 * @param {Program} program
 * @param {string} fragment
 */
export function read(program, fragment) {
  const text = fragment.replace(/^#/, "");
  if (text.length > LONGEST) return null;
  const known = new Map(program.inputs.filter(isNumeric).map((input) => [input.name, input]));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const part of text.split("&")) {
    const [name, value, ...more] = part.split("=");
    const input = known.get(name);
    if (!input || more.length || !PLAIN.test(value ?? "")) return null;
    if (input.type === "choice" && !input.options.includes(Number(value))) return null;
    found.set(name, value);
  }
  return found;
}
