// Bingo cards for a pack: as many as are wanted from one seed, no two alike. Draws as generator/paper/bingo_cards.py draws.
import { numbers, shuffled } from "../../bingo/lazy/bingo-cards.js";

/** @typedef {{ squares: string[], centre: string | null, size: number }} Bingo What cards are drawn from: words, and the square in the middle. */

/**
 * So many cards, each a list of the words of its squares, row by row.
 * @param {Bingo} bingo
 * @param {number} seed
 * @param {number} number
 */
export function cards({ squares, centre, size }, seed, number) {
  const draw = numbers(seed);
  /** @type {Map<string, string[]>} */
  const found = new Map();
  while (found.size < number) {
    const card = shuffled(squares, draw).slice(0, size * size - (centre ? 1 : 0));
    if (centre) card.splice(Math.floor(card.length / 2), 0, centre);
    found.set(card.join("\n"), card);
  }
  return [...found.values()];
}
