// What is ticked on bingo cards, as the browser keeps it: the card shown last, and the ticks of the last few cards.
// Everything read is rebuilt piece by piece. Storage may be refused, full or corrupt; the game goes on without it.
import { isSeed } from "./bingo-cards.js";

const MOST_CARDS = 20;
const isId = (id) => typeof id === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;

/** The seed shown last, and the ticked squares by seed. */
export function load(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    const cards = Array.isArray(kept?.cards) ? kept.cards : [];
    const sound = cards.filter((card) => Array.isArray(card) && isSeed(card[0]) && Array.isArray(card[1]));
    return { seed: isSeed(kept?.seed) ? kept.seed : null, cards: new Map(sound.map(([seed, ids]) => [seed, ids.filter(isId)])) };
  } catch {
    return { seed: null, cards: new Map() };
  }
}

/** Keep what is ticked on a card; null if that worked, or what to tell the player. */
export function save(key, seed, ids) {
  const { cards } = load(key);
  cards.delete(seed);
  if (ids.length) cards.set(seed, ids);
  try {
    localStorage.setItem(key, JSON.stringify({ schema: 1, seed, cards: [...cards].slice(-MOST_CARDS) }));
    return null;
  } catch {
    return "This browser keeps nothing, so the ticks last as long as the page is open.";
  }
}
