// Which passage of a page answers a search best.
import { stem, words } from "./stems.js";

const USUAL = 40; // words of a passage; longer ones say what was looked for among much else

/**
 * The number of the best of these passages: the one with the most of the words looked for, of which rare ones count
 * more. -1 if none has any. Of equal ones it is the first.
 * @param {string[]} passages
 * @param {Set<string>} stems
 */
export function bestPlace(passages, stems) {
  const read = passages.map((text) => words(text).map(stem));
  const held = read.map((found) => new Set(found.filter((one) => stems.has(one))));
  /** @type {Map<string, number>} in how many passages each stands */
  const often = new Map();
  for (const one of held.flatMap((each) => [...each])) often.set(one, (often.get(one) ?? 0) + 1);
  let [best, most] = [-1, 0];
  held.forEach((each, at) => {
    const worth = [...each].reduce((sum, one) => sum + (often.get(one) ?? 1) ** -0.25, 0);
    const score = worth * (1 + 0.3 / (1 + read[at].length / USUAL));
    if (score > most + 1e-9) [best, most] = [at, score];
  });
  return best;
}
