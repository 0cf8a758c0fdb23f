// What a place is called, for people.

/** @import { Part, Route, Shape } from "./contract.d.ts" */

/**
 * A moment as the language of the playbook writes it.
 * @param {string} stamp
 */
export const momentOf = (stamp) => new Date(stamp).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

/**
 * What the value at a route may be; undefined where the form has no such place.
 * @param {Part} form
 * @param {Route} route
 * @returns {Shape | undefined}
 */
export function shapeAt(form, route) {
  /** @type {Shape | undefined} */
  let shape = { sort: "part", parts: [form] };
  for (const key of route) shape = fieldOf(shape, key)?.shape ?? shape?.item;
  return shape;
}

/** @param {Shape | undefined} shape @param {string | number} key */
const fieldOf = (shape, key) => (shape?.parts ?? []).flatMap((part) => part.fields).find((one) => one.name === key);

/**
 * The labels along a route: `Links / Go on with / 2 / Reason`.
 * @param {Part} form
 * @param {Route} route
 * @param {(number: number) => string} numbered
 */
export function labelOf(form, route, numbered) {
  /** @type {Shape | undefined} */
  let shape = { sort: "part", parts: [form] };
  const found = [];
  for (const key of route) {
    /** @type {import("./contract.d.ts").Field | undefined} */
    const field = fieldOf(shape, key);
    const isNumber = typeof key === "number" || /^\d+$/.test(key);
    found.push(field?.label ?? (isNumber ? numbered(Number(key) + 1) : String(key)));
    shape = field ? field.shape : shape?.item;
  }
  return found.join(" / ");
}
