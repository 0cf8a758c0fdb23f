// The answers to a self-check that somebody gave on paper.
import { isId } from "../answers-store/values.js";

/**
 * The answers among the values of the fields of a sheet: what is a number and stands under the id of a question. Those
 * of questions that are gone are among them, to be migrated.
 * @param {Map<string, string>} values
 * @returns {Map<string, number>}
 */
export function answersOnPaper(values) {
  const numbers = [...values].map(([name, value]) => /** @type {const} */ ([name, Number(value.replace(",", "."))]));
  return new Map(numbers.filter(([name, value]) => isId(name) && Number.isFinite(value)));
}
