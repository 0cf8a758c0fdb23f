// Scores in words: numbers as they are written, units, what was answered.
import { bounds, score, scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { methodOf } from "../../assessment-scoring/lazy/methods.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("../../assessment/definition.js").Score} Score */

/**
 * A number as it is written: with the decimals of its score.
 * @param {number | null} value
 * @param {Score} wanted
 */
export const shown = (value, wanted) => (value === null ? "–" : value.toFixed(wanted.decimals));

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
 * What stands behind a number: its unit, or what it is out of.
 * @param {Definition} definition
 * @param {Score} wanted
 */
export function scale(definition, wanted) {
  const unit = definition.texts.scores[wanted.id].unit;
  if (unit) return ` ${unit}`;
  const [, high] = bounds(definition.scoring, wanted);
  return methodOf(wanted).byFormula ? "" : ` of ${shown(high, wanted)}`;
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
      return `${titleOf(definition, wanted)}: ${shown(one.value, wanted)}${scale(definition, wanted)}${band}`;
    })
    .join(" · ");
}

/**
 * What somebody answered, in words.
 * @param {import("../../assessment/definition.js").ItemTexts} item
 * @param {number | undefined} value
 */
export function answerText(item, value) {
  if (value === undefined) return "not answered";
  return item.options.find(([code]) => code === value)?.[1] ?? String(value);
}
