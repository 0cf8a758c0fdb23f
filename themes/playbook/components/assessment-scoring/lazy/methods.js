// The scoring methods, by name: the same as generator/scoring/methods, in the same order of operations, so that both
// agree to the last bit. Their cases lie in tests/scoring/methods.
import { evaluate } from "../../formula/formula.js";

/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {import("../../assessment/definition.js").Item} Item */
/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {import("../../formula/formula.js").Values} Values What formulas may use, by name. */
/** @typedef {{ item: Item, value: number }} Answered An item of a score and its answer. */

/**
 * How a method works a score out. At least half of the items of a score are answered when `value` is asked for; `part`
 * is how far a value lies from the lowest, which is 0, to the highest, which is 1. One that is `byFormula` needs the
 * formula of the score, and its bands say how far it goes.
 * @typedef {object} Method
 * @property {(questionnaire: Questionnaire, wanted: Score, found: Answered[], names: Values) => number | null} value
 * @property {(questionnaire: Questionnaire, wanted: Score) => [low: number, high: number]} bounds
 * @property {(questionnaire: Questionnaire, wanted: Score, value: number, band: string | null) => number | null} part
 * @property {(found: Answered[]) => number[]} [tally]
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

/** @param {Item} item */
export const lowest = (item) => item.values[0];

/** @param {Item} item */
export const highest = (item) => item.values[item.values.length - 1];

/** @type {(bounds: [low: number, high: number], value: number) => number} */
const even = ([low, high], value) => (value - low) / (high - low);

/**
 * Adds up the answers: each times the weight of its item if `weighted`; divided by their number if `mean`.
 * @param {{ weighted?: boolean, mean?: boolean }} how
 * @returns {Method}
 */
function adding({ weighted = false, mean = false }) {
  /** @param {Item} item */
  const weightOf = (item) => (weighted ? item.weight : 1);

  /** @type {Method["bounds"]} */
  function span(questionnaire, wanted) {
    let low = 0;
    let high = 0;
    for (const id of wanted.items) {
      const item = itemOf(questionnaire, id);
      low += weightOf(item) * lowest(item);
      high += weightOf(item) * highest(item);
    }
    return [low, high];
  }

  /** @type {Method["bounds"]} */
  function bounds(questionnaire, wanted) {
    const [low, high] = span(questionnaire, wanted);
    return mean ? [low / wanted.items.length, high / wanted.items.length] : [low, high];
  }

  return {
    bounds,
    value(questionnaire, wanted, found) {
      let sum = 0;
      let low = 0;
      let high = 0;
      for (const { item, value } of found) {
        const weight = weightOf(item);
        sum += weight * value;
        low += weight * lowest(item);
        high += weight * highest(item);
      }
      if (found.length < wanted.items.length) {
        // What is missing is taken to lie where the others lie, each on its own scale.
        const [least, most] = span(questionnaire, wanted);
        sum = least + ((sum - low) * (most - least)) / (high - low);
      }
      return mean ? sum / wanted.items.length : sum;
    },
    part: (questionnaire, wanted, value) => even(bounds(questionnaire, wanted), value),
  };
}

/** @type {Method} */
const byFormula = {
  byFormula: true,
  value: (_questionnaire, wanted, _found, names) => (wanted.formula === null ? null : evaluate(wanted.formula, names)),
  bounds: (_questionnaire, { bands }) => (bands.length ? [bands[0].low, bands[bands.length - 1].high] : [0, 0]),
  // The bands are counted: a formula need not be even.
  part(_questionnaire, wanted, _value, band) {
    const names = wanted.bands.map((one) => one.id);
    return band === null || names.length < 2 ? null : names.indexOf(band) / (names.length - 1);
  },
};

/**
 * How many answers stand left, in the middle and right.
 * @param {Answered[]} found
 */
function tally(found) {
  const sides = [0, 0, 0];
  for (const { item, value } of found) {
    const middle = lowest(item) + highest(item);
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
