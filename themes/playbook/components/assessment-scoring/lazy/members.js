// What a score is worked out from, and how far it goes.
import { itemOf, methodOf } from "./methods.js";

/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {import("../../assessment/definition.js").Score} Score */

/**
 * The dimensions that a score is worked out from.
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 */
export const partsOf = ({ dimensions }, { parts }) => (parts.length ? dimensions.filter(({ id }) => parts.includes(id)) : []);

/**
 * What a score is worked out from: its items, or its parts with their lowest and their highest value.
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 * @returns {import("./methods.js").Member[]}
 */
export const membersOf = (questionnaire, wanted) =>
  wanted.parts.length
    ? partsOf(questionnaire, wanted).map((part) => ({ id: part.id, values: bounds(questionnaire, part), weight: part.weight }))
    : wanted.items.map((id) => itemOf(questionnaire, id));

/**
 * The lowest and the highest value that a score can come to; of a formula, what its bands span.
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 * @returns {[low: number, high: number]}
 */
export const bounds = (questionnaire, wanted) => methodOf(wanted).bounds(wanted, membersOf(questionnaire, wanted));
