// Which passage of a page answers a search best.
import { stem, words } from "./stems.js";

/** @typedef {import("./query.js").Sought} Sought */
/** @typedef {{ text: string, hidden: boolean }} Passage A passage, and whether it is in sight only when what it is in is opened. */

const USUAL = 40; // words of a passage; longer ones say what was looked for among much else
const STANDING_FOR = 0.6; // what a word counts that stands for the one looked for
const LEAST = 1 / 2; // the share of the words looked for that a passage has to hold, or it has them by the way
const TO_OPEN = 2; // so many words, if as many are looked for, are worth opening what was closed

/**
 * The words looked for that a text holds, each with whether it is the word itself.
 * @param {string} text
 * @param {Sought[]} sought
 */
function heldIn(text, sought) {
  const read = new Set(words(text).map(stem));
  const holds = (/** @type {string} */ one) => read.has(one);
  return new Map(sought.filter(({ own, also }) => own.some(holds) || also.some(holds)).map((one) => [one, one.own.some(holds)]));
}

/**
 * How many of the words looked for a text holds.
 * @param {string} text
 * @param {Sought[]} sought
 */
export const held = (text, sought) => heldIn(text, sought).size;

/**
 * The number of the best of these passages: the one with the most of the words looked for, of which rare ones count
 * more. -1 if none answers: one word that stands for another is too little, and so are few of many words. One that is
 * hidden has to hold more than all that is in sight, the head of the page included. Of equal ones it is the first.
 * @param {Passage[]} passages
 * @param {Sought[]} sought
 * @param {string} head
 */
export function bestPlace(passages, sought, head = "") {
  const found = passages.map(({ text }) => heldIn(text, sought));
  const inSight = Math.max(held(head, sought), ...found.filter((_, at) => !passages[at].hidden).map(({ size }) => size));
  const toOpen = Math.max(inSight + 1, Math.min(TO_OPEN, sought.length));
  /** @type {Map<Sought, number>} in how many passages each stands */
  const often = new Map();
  for (const one of found.flatMap((each) => [...each.keys()])) often.set(one, (often.get(one) ?? 0) + 1);
  let [best, most] = [-1, 0];
  found.forEach((each, at) => {
    const { text, hidden } = passages[at];
    const isEnough = each.size >= sought.length * LEAST && (each.size > 1 || [...each.values()].includes(true));
    if (!isEnough || (hidden && each.size < toOpen)) return;
    const worth = [...each].reduce((sum, [one, own]) => sum + (own ? 1 : STANDING_FOR) * (often.get(one) ?? 1) ** -0.25, 0);
    const score = worth * (1 + 0.3 / (1 + words(text).length / USUAL));
    if (score > most + 1e-9) [best, most] = [at, score];
  });
  return best;
}
