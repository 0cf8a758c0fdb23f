// Values of an entry: plain data that is never changed in place.

/** @import { Data, Mapping, Route } from "./contract.d.ts" */

/**
 * Whether a value is a mapping of names.
 * @param {Data | undefined} data
 * @returns {data is Mapping}
 */
export const isMapping = (data) => typeof data === "object" && data !== null && !Array.isArray(data);

/**
 * Whether two values are the same. The order of names does not count, that of items does.
 * @param {Data | undefined} one
 * @param {Data | undefined} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => same(item, other[at]));
  }
  if (!isMapping(one) || !isMapping(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]));
}

/**
 * The value at a route, or undefined where there is none.
 * @param {Data | undefined} data
 * @param {Route} route
 * @returns {Data | undefined}
 */
export function valueAt(data, route) {
  let found = data;
  for (const key of route) {
    if (Array.isArray(found)) found = found[Number(key)];
    else if (isMapping(found) && Object.hasOwn(found, key)) found = found[key];
    else return undefined;
  }
  return found;
}

/**
 * A mapping or list with another value under a key; without one, the key goes.
 * @param {Data | undefined} data
 * @param {string | number} key a number for a list
 * @param {Data | undefined} value
 * @returns {Data}
 */
export function withChild(data, key, value) {
  if (typeof key === "number") {
    const items = Array.isArray(data) ? [...data] : [];
    if (value === undefined) items.splice(key, 1);
    else items[key] = value;
    return items;
  }
  const fields = isMapping(data) ? data : {};
  if (value !== undefined) return { ...fields, [key]: value };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
}

/**
 * The same data with another value at a route. Mappings and lists that lead there are made.
 * @param {Data | undefined} data
 * @param {Route} route
 * @param {Data | undefined} value none: what stands there is removed
 * @returns {Data | undefined}
 */
export function withValue(data, [key, ...rest], value) {
  if (key === undefined) return value;
  return withChild(data, key, rest.length ? withValue(valueAt(data, [key]), rest, value) : value);
}

/**
 * Where the part with an id stands; undefined if there is none.
 * @param {Data | undefined} data
 * @param {string} id
 * @returns {Route | undefined}
 */
export function routeTo(data, id) {
  if (isMapping(data) && data.id === id) return [];
  const inner = Array.isArray(data) ? [...data.entries()] : isMapping(data) ? Object.entries(data) : [];
  for (const [key, one] of inner) {
    const found = routeTo(one, id);
    if (found) return [key, ...found];
  }
  return undefined;
}

/**
 * Where an entry is named by its id, other than as the id of a part; undefined if it is not.
 * @param {Data | undefined} data
 * @param {string} id
 * @returns {Route | undefined}
 */
export function routeToLink(data, id) {
  const inner = Array.isArray(data) ? [...data.entries()] : isMapping(data) ? Object.entries(data) : [];
  for (const [key, one] of inner) {
    if (one === id && key !== "id") return [key];
    const found = routeToLink(one, id);
    if (found) return [key, ...found];
  }
  return undefined;
}

/**
 * A list with an item moved to another place.
 * @template T
 * @param {T[]} items
 * @param {number} from
 * @param {number} to its place afterwards
 * @returns {T[]}
 */
export function withMoved(items, from, to) {
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1));
}

/**
 * A mapping in which a field has another name, at the same place.
 * @param {Mapping} fields
 * @param {string} from
 * @param {string} to
 * @returns {Mapping}
 */
export const withName = (fields, from, to) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === from ? to : name, value]));

/**
 * What is in the form after a save: the file as it is now, with what was typed since the form was sent.
 * @param {Mapping} sent
 * @param {Mapping} mine
 * @param {Mapping} file
 * @returns {Mapping}
 */
export function rebased(sent, mine, file) {
  /** @type {Mapping} */
  let result = file;
  for (const name of new Set([...Object.keys(sent), ...Object.keys(mine)])) {
    if (!same(sent[name], mine[name])) result = /** @type {Mapping} */ (withChild(result, name, mine[name]));
  }
  return result;
}

/**
 * A route as a text by which it is found.
 * @param {Route} route
 */
export const named = (route) => JSON.stringify(route);
