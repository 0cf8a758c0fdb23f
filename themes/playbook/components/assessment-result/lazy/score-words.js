// Scores in words: numbers as they are written, units, what was answered.
import { score, scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { bounds } from "../../assessment-scoring/lazy/members.js";
import { methodOf } from "../../assessment-scoring/lazy/methods.js";
import words, { writing } from "../words.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("../../assessment/definition.js").Score} Score */

/**
 * A number as it is written: with the decimals of its score.
 * @param {number | null} value
 * @param {Score} wanted
 */
export const shown = (value, wanted) => (value === null ? "–" : value.toFixed(wanted.decimals).replace(".", writing.decimal));

/**
 * A number of the check itself, with all the decimals that it is written with.
 * @type {(value: number) => string}
 */
export const exact = (value) => String(value).replace(".", writing.decimal);

/**
 * Every score: the total first, then the dimensions.
 * @param {Definition} definition
 */
export const scoresOf = ({ scoring }) => [...(scoring.total ? [scoring.total] : []), ...scoring.dimensions];

/**
 * The dimensions in the order in which a result shows them, each followed by its parts, with how deep they lie.
 * @param {Definition["scoring"]} scoring
 * @returns {{ wanted: Score, depth: number }[]}
 */
export function outline({ dimensions }) {
  /** @type {Set<string>} */
  const shownOnce = new Set();
  /** @type {(wanted: Score, depth: number) => { wanted: Score, depth: number }[]} */
  const withParts = (wanted, depth) => {
    if (shownOnce.has(wanted.id)) return [];
    shownOnce.add(wanted.id);
    const parts = dimensions.filter(({ id }) => wanted.parts.includes(id));
    return [{ wanted, depth }, ...parts.flatMap((part) => withParts(part, depth + 1))];
  };
  const parts = new Set(dimensions.flatMap((one) => one.parts));
  return dimensions.filter(({ id }) => !parts.has(id)).flatMap((one) => withParts(one, 0));
}

const FEW = 4;

/**
 * Whether there are so many dimensions, or dimensions of dimensions, that a result shows them in one list.
 * @param {Definition["scoring"]} scoring
 */
export const isProfile = ({ dimensions }) => dimensions.length > FEW || dimensions.some(({ parts }) => parts.length > 0);

/**
 * The scores that stand for all: the total and the outermost dimensions, or the total alone where these are many.
 * @param {Definition["scoring"]} scoring
 */
export function leadingScores(scoring) {
  const outermost = outline(scoring).flatMap(({ wanted, depth }) => (depth ? [] : [wanted]));
  const { total } = scoring;
  if (!total) return outermost;
  return outermost.length > FEW ? [total] : [total, ...outermost];
}

/**
 * What a score is called.
 * @param {Definition} definition
 * @param {Score} wanted
 */
export const titleOf = ({ texts }, wanted) => texts.scores[wanted.id].title;

/**
 * The score that a band belongs to; undefined for a field.
 * @param {Definition} definition
 * @param {string} band
 */
const ownerOf = (definition, band) => scoresOf(definition).find(({ bands }) => bands.some(({ id }) => id === band));

/**
 * Whether a band belongs to one dimension of several things that are scored.
 * @param {Definition} definition
 * @param {string} band
 */
export function isOfPart(definition, band) {
  const owner = ownerOf(definition, band);
  return owner !== undefined && owner !== definition.scoring.total;
}

/**
 * What a band is called, after the name of its score where that is not the only one.
 * @param {Definition} definition
 * @param {string} band
 */
export function bandNamed(definition, band) {
  const { title } = definition.texts.bands[band];
  const owner = ownerOf(definition, band);
  if (!owner || scoresOf(definition).length === 1) return title;
  return words.named({ title: titleOf(definition, owner), value: title });
}

/**
 * A question, after the name of the dimension that it belongs to.
 * @param {Definition} definition
 * @param {string} id
 */
export function itemNamed({ scoring, texts }, id) {
  const part = scoring.dimensions.find(({ items, parts }) => !parts.length && items.includes(id));
  return part ? words.of_part({ part: texts.scores[part.id].title, text: texts.items[id].text }) : texts.items[id].text;
}

/**
 * A score with its unit, or with what it is out of.
 * @param {Definition} definition
 * @param {Score} wanted
 * @param {number | null} value
 * @returns {string}
 */
export function scored(definition, wanted, value) {
  const unit = definition.texts.scores[wanted.id].unit;
  if (unit) return `${shown(value, wanted)} ${unit}`;
  // What a formula gives at most is not worked out here, but its bands reach that far.
  const high = methodOf(wanted).byFormula ? Math.max(...wanted.bands.map((band) => band.high)) : bounds(definition.scoring, wanted)[1];
  return Number.isFinite(high) ? words.of_most({ value: shown(value, wanted), most: exact(Number(high.toFixed(wanted.decimals))) }) : shown(value, wanted);
}

/**
 * The scores of a band as people write them: one number if there is one.
 * @param {{ low: number, high: number }} band
 */
export const rangeOf = ({ low, high }) => (low === high ? exact(low) : words.between({ low: exact(low), high: exact(high) }));

/**
 * One line for those who are still answering: the score so far.
 * @param {Definition} definition
 * @param {Map<string, number>} answers
 */
export function soFar(definition, answers) {
  const result = score(definition.scoring, answers);
  return scoresOf(definition)
    .filter((wanted) => wanted.bands.length || !definition.scoring.total)
    .map((wanted) => ({ wanted, one: scoredAs(result.scores, wanted.id) }))
    .filter(({ one }) => one.value !== null)
    .map(({ wanted, one }) => {
      const band = one.band ? `, ${definition.texts.bands[one.band].title}` : "";
      return `${titleOf(definition, wanted)}: ${scored(definition, wanted, one.value)}${band}`;
    })
    .join(" · ");
}

/**
 * What somebody answered, in words.
 * @param {import("../../assessment/definition.js").ItemTexts} item
 * @param {number | undefined} value
 */
export function answerText(item, value) {
  if (value === undefined) return words.not_answered;
  return item.options.find(([code]) => code === value)?.[1] ?? String(value);
}

/**
 * How many of what is counted got each answer, the highest first: "Applies: 4 of 10 tells". Nothing where nothing is
 * counted.
 * @param {Definition} definition
 * @param {Map<string, number>} answers
 */
export function countsOf({ texts, scoring }, answers) {
  const { counted: kind } = texts;
  if (kind === null) return [];
  const options = texts.items[scoring.items[0].id].options.toSorted(([a], [b]) => b - a);
  return options.map(([value, label]) => {
    const n = scoring.items.filter(({ id }) => answers.get(id) === value).length;
    return words.counted({ label, n, all: scoring.items.length, kind });
  });
}
