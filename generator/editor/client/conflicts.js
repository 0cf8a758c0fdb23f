// What comes of a choice between two versions of the same fields.

/** @import { Changed, Conflict, Data, Mapping, Route } from "./contract.d.ts" */
import { named, withValue } from "./tree.js";

/** @typedef {"mine" | "theirs"} Side */

/**
 * The value with the chosen side of each conflict. What nobody chose stays mine, as it is in `merged`.
 * @param {Changed} changed
 * @param {ReadonlyMap<string, Side>} chosen by the name of the route
 * @returns {Mapping}
 */
export function settled(changed, chosen) {
  /** @type {Data | undefined} */
  let value = changed.merged;
  // Items of lists are removed from the end, so that the numbers of the others stay right.
  for (const conflict of [...changed.conflicts].reverse()) {
    if (chosen.get(named(conflict.route)) === "theirs") value = withValue(value, conflict.route, conflict.theirs);
  }
  return /** @type {Mapping} */ (value);
}

/**
 * Whether two answers name the same conflicts, so that what was chosen still holds. Mine may have changed since.
 * @param {Changed} one
 * @param {Changed} other
 */
export const sameClash = (one, other) => theirs(one) === theirs(other);

/** @param {Changed} changed */
const theirs = (changed) => JSON.stringify(changed.conflicts.map((conflict) => [conflict.route, conflict.theirs]));

/**
 * The conflicts for which nothing is chosen yet.
 * @param {Conflict[]} conflicts
 * @param {ReadonlyMap<string, Side>} chosen
 * @returns {Route[]}
 */
export const open = (conflicts, chosen) => conflicts.map(({ route }) => route).filter((route) => !chosen.has(named(route)));
