// Scores in words: numbers as they are written, units, what was answered.
import { bounds, score, scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";
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
 * What a score is called.
 * @param {Definition} definition
 * @param {Score} wanted
 */
export const titleOf = ({ texts }, wanted) => texts.scores[wanted.id].title;

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
  const [, high] = bounds(definition.scoring, wanted);
  return methodOf(wanted).byFormula ? shown(value, wanted) : words.of_most({ value: shown(value, wanted), most: shown(high, wanted) });
}

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
