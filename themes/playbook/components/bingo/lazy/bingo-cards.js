// Which squares a bingo card has, and which of its lines are full. Draws as generator/paper/bingo_cards.py draws.
import { isWhole } from "../../answers-store/values.js";
import words from "../words.js";

const RANGE = 2 ** 32;

/**
 * @param {unknown} seed
 * @returns {seed is number}
 */
export const isSeed = (seed) => isWhole(seed) && seed > 0 && seed < RANGE;

/**
 * An endless row of numbers from 0 up to 1 (the generator mulberry32).
 * @param {number} seed
 * @returns {Generator<number, never, undefined>}
 */
export function* numbers(seed) {
  let state = seed >>> 0;
  for (;;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
  }
}

/**
 * The squares in an order drawn by chance.
 * @param {string[]} squares
 * @param {ReturnType<typeof numbers>} draw
 */
export function shuffled(squares, draw) {
  const order = [...squares];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(draw.next().value * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}

/**
 * The squares of the first card drawn from a seed, row by row.
 * @param {string[]} squares
 * @param {string | undefined} centre
 * @param {number} size
 * @param {number} seed
 */
export function card(squares, centre, size, seed) {
  const drawn = shuffled(squares, numbers(seed)).slice(0, size * size - (centre ? 1 : 0));
  if (centre) drawn.splice(Math.floor(drawn.length / 2), 0, centre);
  return drawn;
}

/**
 * Every full line: what one calls it, and the places of its squares.
 * @param {boolean[]} ticked row by row
 * @param {string} letters one for each column
 */
export function fullLines(ticked, letters) {
  const size = letters.length;
  const range = [...Array(size).keys()];
  const lines = [
    ...range.map((row) => ({ name: words.row({ number: row + 1 }), places: range.map((column) => row * size + column) })),
    ...range.map((column) => ({ name: words.column({ letter: letters[column] }), places: range.map((row) => row * size + column) })),
    { name: words.falling, places: range.map((row) => row * size + row) },
    { name: words.rising, places: range.map((row) => row * size + size - 1 - row) },
  ];
  return lines.filter((line) => line.places.every((place) => ticked[place]));
}

/** @param {string} text */
const seedIn = (text) => (/^[1-9]\d{0,9}$/.test(text) && isSeed(Number(text)) ? Number(text) : null);

/**
 * The seed that a fragment such as `#counter=17&office=4` gives for a card, or null.
 * @param {string} fragment
 * @param {string} block
 */
export function seedFor(fragment, block) {
  if (fragment.length > 400) return null;
  const found = fragment.replace(/^#/, "").split("&").map((part) => part.split("=")).find(([name]) => name === block);
  return found && found.length === 2 ? seedIn(found[1]) : null;
}

/**
 * The fragment with another seed for a card; those of other cards stay.
 * @param {string} fragment
 * @param {string} block
 * @param {number} seed
 */
export function withSeed(fragment, block, seed) {
  const others = fragment.replace(/^#/, "").split("&").filter((part) => /^[a-z0-9-]+=\d+$/.test(part) && !part.startsWith(`${block}=`));
  return `#${[...others, `${block}=${seed}`].join("&")}`;
}
