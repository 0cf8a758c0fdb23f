// What is still to be answered before there is a result. Pure.
import { score, scoredAs } from "./assessment-scoring.js";

/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {import("./assessment-scoring.js").Answers} Answers */

/**
 * The scores that a result needs: the total, or else every dimension that may not be left unanswered.
 * @param {Questionnaire} questionnaire
 */
const required = ({ total, dimensions }) => (total ? [total] : dimensions.filter((one) => !one.optional));

/**
 * Whether enough is answered to say anything.
 * @param {Questionnaire} questionnaire
 * @param {Answers} answers
 */
export function isEnough(questionnaire, answers) {
  const { scores } = score(questionnaire, answers);
  return answers.size > 0 && required(questionnaire).every((one) => scoredAs(scores, one.id).value !== null);
}

/**
 * The ids of the questions that count for the result and have no answer, in the order of the page.
 * @param {Questionnaire} questionnaire
 * @param {Answers} answers
 */
export function missing(questionnaire, answers) {
  const counted = new Set(required(questionnaire).flatMap((one) => one.items));
  return questionnaire.items.map(({ id }) => id).filter((id) => counted.has(id) && !answers.has(id));
}
