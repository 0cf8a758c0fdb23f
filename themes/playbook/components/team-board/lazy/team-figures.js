// What the answers of several people come to: how they are spread, and what to talk about first. Pure.
import { itemBadness, score, scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";

/** @typedef {import("../../assessment/definition.js").Item} Item */
/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {{ answers: Map<string, number> }} Answered Somebody's answers, by the ids of their items. */

/**
 * How the answers to one item are spread: how many gave each value, the values in order, and how far apart they lie.
 * `spread` runs from 0, all alike, to 1, half at either end; `badness` is that of their mean. Both are 0 where nobody
 * answered.
 * @typedef {{ item: Item, counts: Map<number, number>, answered: number, spread: number, badness: number, sorted: number[] }} Distribution
 */

/** @typedef {Distribution & { why: "apart" | "weak" | "open" }} Topic */

const APART = 0.5; // a spread from which on people do not see the same thing
const TOPICS = 4;

/**
 * @param {Item} item
 * @param {Answered[]} people
 * @returns {Distribution}
 */
function distribution(item, people) {
  const values = people.flatMap((one) => one.answers.get(item.id) ?? []).filter((value) => item.values.includes(value));
  const counts = new Map(item.values.map((value) => [value, values.filter((one) => one === value).length]));
  if (!values.length) return { item, counts, answered: 0, spread: 0, badness: 0, sorted: [] };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const spread = Math.sqrt(variance) / ((item.values[item.values.length - 1] - item.values[0]) / 2);
  return { item, counts, answered: values.length, spread, badness: itemBadness(item, mean), sorted: values.sort((a, b) => a - b) };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Answered[]} people
 */
export const distributions = (questionnaire, people) => questionnaire.items.map((item) => distribution(item, people));

/**
 * The items on which people differ most, the most first.
 * @param {Distribution[]} found
 */
export function mostApart(found, most = 3) {
  return found
    .filter((one) => one.answered > 1 && one.spread >= APART)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, most);
}

/**
 * What to talk about first: where people differ, then what they agree is weak, then what many left open.
 * @param {Distribution[]} found
 * @param {Answered[]} people
 * @returns {Topic[]}
 */
export function topics(found, people) {
  /** @type {(why: Topic["why"]) => (one: Distribution) => Topic} */
  const because = (why) => (one) => ({ ...one, why });
  const apart = mostApart(found, 2).map(because("apart"));
  const weak = found
    .filter((one) => one.answered > 1 && one.spread < APART && one.badness > 0.5 && one.item.advice.length)
    .sort((a, b) => b.badness - a.badness)
    .map(because("weak"));
  const open = found
    .filter((one) => people.length > 1 && 2 * one.answered <= people.length)
    .map(because("open"));
  /** @type {Map<string, Topic>} */
  const chosen = new Map();
  for (const one of [...apart, ...weak, ...open]) if (!chosen.has(one.item.id)) chosen.set(one.item.id, one);
  return [...chosen.values()].slice(0, TOPICS);
}

/**
 * Lowest, middle and highest of a score among people, or null.
 * @param {Questionnaire} questionnaire
 * @param {Answered[]} people
 * @param {string} scoreId
 */
export function range(questionnaire, people, scoreId) {
  const values = people
    .flatMap((one) => scoredAs(score(questionnaire, one.answers).scores, scoreId).value ?? [])
    .sort((a, b) => a - b);
  return values.length ? [values[0], median(values), values[values.length - 1]] : null;
}

/** @param {number[]} sorted */
export function median(sorted) {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * A table as a file for spreadsheets. What a spreadsheet might take for a formula is kept from being one.
 * @param {(string | number)[][]} rows
 */
export function asCsv(rows) {
  const cell = (/** @type {string | number} */ value) => {
    const text = String(value);
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
