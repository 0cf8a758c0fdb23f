// The scoring methods, by name: the same as generator/scoring/methods, in the same order of operations, so that both
// agree to the last bit. Their cases lie in tests/scoring/methods.
import { evaluate } from "../../formula/formula.js";

/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {import("../../assessment/definition.js").Item} Item */
/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {import("../../formula/formula.js").Values} Values What formulas may use, by name. */
/** @typedef {{ id: string, values: number[], weight: number }} Member What a score is worked out from: an item, or a dimension with its lowest and its highest value. */
/** @typedef {{ member: Member, value: number }} Found A member of a score with its answer, or what it came to. */

/**
 * How a method works a score out. At least half of the items of a score are answered when `value` is asked for; `part`
 * is how far a value lies from the lowest, which is 0, to the highest, which is 1. One that is `byFormula` needs the
 * formula of the score, and its bands say how far it goes.
 * @typedef {object} Method
 * @property {(wanted: Score, members: Member[], found: Found[], names: Values) => number | null} value
 * @property {(wanted: Score, members: Member[]) => [low: number, high: number]} bounds
 * @property {(wanted: Score, members: Member[], value: number, band: string | null) => number | null} part
 * @property {(found: Found[]) => number[]} [tally]
 * @property {boolean} [byFormula]
 */

/** @type {WeakMap<Questionnaire, Map<string, Item>>} the items of each questionnaire, by their ids */
const known = new WeakMap();

/**
 * @param {Questionnaire} questionnaire
 * @param {string} id
 */
export function itemOf(questionnaire, id) {
  const items = known.get(questionnaire) ?? new Map(questionnaire.items.map((item) => [item.id, item]));
  known.set(questionnaire, items);
  const found = items.get(id);
  if (!found) throw new Error(`there is no item ${id}`);
  return found;
}

/** @param {{ values: number[] }} member */
export const lowest = ({ values }) => values[0];

/** @param {{ values: number[] }} member */
export const highest = ({ values }) => values[values.length - 1];

/** @type {(bounds: [low: number, high: number], value: number) => number} */
const even = ([low, high], value) => (value - low) / (high - low);

/**
 * Adds up the values of the members: each times its weight if `weighted`; divided by their number if `mean`.
 * @param {{ weighted?: boolean, mean?: boolean }} how
 * @returns {Method}
 */
function adding({ weighted = false, mean = false }) {
  /** @param {Member} member */
  const weightOf = (member) => (weighted ? member.weight : 1);

  /**
   * @param {Member[]} members
   * @returns {[low: number, high: number]}
   */
  function span(members) {
    let low = 0;
    let high = 0;
    for (const member of members) {
      low += weightOf(member) * lowest(member);
      high += weightOf(member) * highest(member);
    }
    return [low, high];
  }

  /** @type {Method["bounds"]} */
  function bounds(_wanted, members) {
    const [low, high] = span(members);
    return mean ? [low / members.length, high / members.length] : [low, high];
  }

  return {
    bounds,
    value(_wanted, members, found) {
      let sum = 0;
      let low = 0;
      let high = 0;
      for (const { member, value } of found) {
        const weight = weightOf(member);
        sum += weight * value;
        low += weight * lowest(member);
        high += weight * highest(member);
      }
      if (found.length < members.length) {
        // What is missing is taken to lie where the others lie, each on its own scale.
        const [least, most] = span(members);
        sum = least + ((sum - low) * (most - least)) / (high - low);
      }
      return mean ? sum / members.length : sum;
    },
    part: (wanted, members, value) => even(bounds(wanted, members), value),
  };
}

/** @type {Method} */
const byFormula = {
  byFormula: true,
  value: (wanted, _members, _found, names) => (wanted.formula === null ? null : evaluate(wanted.formula, names)),
  bounds: ({ bands }) => (bands.length ? [bands[0].low, bands[bands.length - 1].high] : [0, 0]),
  // The bands are counted: a formula need not be even.
  part(wanted, _members, _value, band) {
    const names = wanted.bands.map((one) => one.id);
    return band === null || names.length < 2 ? null : names.indexOf(band) / (names.length - 1);
  },
};

/**
 * How many answers stand left, in the middle and right.
 * @param {Found[]} found
 */
function tally(found) {
  const sides = [0, 0, 0];
  for (const { member, value } of found) {
    const middle = lowest(member) + highest(member);
    sides[2 * value < middle ? 0 : 2 * value === middle ? 1 : 2] += 1;
  }
  return sides;
}

/** @type {Record<string, Method>} */
const METHODS = {
  sum: adding({}),
  mean: adding({ mean: true }),
  weighted: adding({ weighted: true }),
  lean: { ...adding({}), tally },
  formula: byFormula,
};

/**
 * The method of a score.
 * @param {Score} wanted
 */
export const methodOf = (wanted) => METHODS[wanted.method];
