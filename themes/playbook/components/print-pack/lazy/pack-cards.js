// Bingo cards for a pack: as many as are wanted from one seed, no two alike. Draws as generator/paper/bingo_cards.py draws.
import { numbers, shuffled } from "../../bingo/lazy/bingo-cards.js";

/** So many cards, each a list of the words of its squares, row by row. */
export function cards({ squares, centre, size }, seed, number) {
  const draw = numbers(seed);
  const found = new Map();
  while (found.size < number) {
    const card = shuffled(squares, draw).slice(0, size * size - (centre ? 1 : 0));
    if (centre) card.splice(Math.floor(card.length / 2), 0, centre);
    found.set(card.join("\n"), card);
  }
  return [...found.values()];
}
