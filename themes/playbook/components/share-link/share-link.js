// Answers as the fragment of an address. Option codes only, never free text.
import { isDate, isEdition, isId, MOST_ANSWERS } from "../answers-store/values.js";
import { LinkFault, packed, unpacked } from "./packed.js";

const VERSION = "v1";

/** @typedef {{ assessment: string, edition: number, at: string, answers: Map<string, number> }} SharedAnswers Somebody's answers to an assessment at a time. */

/**
 * Whether a fragment, without its #, means to be answers.
 * @param {string} text
 */
export const isLink = (text) => /^v\d+\./.test(text);

/**
 * The fragment, without its #, that carries these answers.
 * @param {SharedAnswers} shared
 * @throws {LinkFault} where they are more than a link can be opened with
 */
export function toLink({ assessment, edition, at, answers }) {
  const codes = [...answers].map(([id, value]) => `${id}=${value}`).join(" ");
  if (answers.size > MOST_ANSWERS) throw new LinkFault("too-long");
  return packed(VERSION, `${assessment} ${edition} ${at} ${codes}`.trimEnd());
}

/**
 * The answers that a fragment carries.
 * @param {string} text
 * @returns {SharedAnswers}
 * @throws {LinkFault}
 */
export const fromLink = (text) => fromWords(unpacked(VERSION, text).split(" "));

/**
 * @param {string[]} words
 * @returns {SharedAnswers}
 */
function fromWords([assessment, edition, at, ...codes]) {
  /** @type {Map<string, number>} */
  const answers = new Map();
  for (const code of codes) {
    const [id, value, ...rest] = code.split("=");
    if (!isId(id) || rest.length || !/^-?\d{1,6}(\.\d{1,3})?$/.test(value ?? "") || answers.has(id)) throw new LinkFault("damaged");
    answers.set(id, Number(value));
  }
  const sound = /^\d{1,4}$/.test(edition ?? "") && isEdition(Number(edition)) && answers.size <= MOST_ANSWERS;
  if (!sound || !isId(assessment) || !isDate(at)) throw new LinkFault("damaged");
  return { assessment, edition: Number(edition), at, answers };
}
