// What is ticked on bingo cards, as the browser keeps it: the card shown last, and the ticks of the last few cards.
// Everything read is rebuilt piece by piece. Storage may be refused, full or corrupt; the game goes on without it.
import { store, stored } from "../../answers-store/storage.js";
import { isId } from "../../answers-store/values.js";
import { isSeed } from "./bingo-cards.js";
import words from "../words.js";

const MOST_CARDS = 20;

/**
 * The seed shown last, and the ticked squares by seed.
 * @param {string} key
 * @returns {{ seed: number | null, cards: Map<number, string[]> }}
 */
export function load(key) {
  try {
    const kept = JSON.parse(stored(key) ?? "{}");
    /** @type {Map<number, string[]>} */
    const cards = new Map();
    for (const card of Array.isArray(kept?.cards) ? kept.cards : []) {
      if (Array.isArray(card) && isSeed(card[0]) && Array.isArray(card[1])) cards.set(card[0], card[1].filter(isId));
    }
    return { seed: isSeed(kept?.seed) ? kept.seed : null, cards };
  } catch {
    return { seed: null, cards: new Map() };
  }
}

/**
 * Keep what is ticked on a card; null if that worked, or what to tell the player.
 * @param {string} key
 * @param {number} seed
 * @param {string[]} ids
 */
export function save(key, seed, ids) {
  const { cards } = load(key);
  cards.delete(seed);
  if (ids.length) cards.set(seed, ids);
  const text = JSON.stringify({ schema: 1, seed, cards: [...cards].slice(-MOST_CARDS) });
  if (store(key, text) === "kept") return null;
  return words.not_kept;
}
