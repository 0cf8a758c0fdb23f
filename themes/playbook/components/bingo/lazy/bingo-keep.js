// What is ticked on bingo cards, as it is kept: the card shown last, and the ticks of the last few cards. Each tick is added
// to what is kept by then: another tab may have been faster. Everything read is rebuilt piece by piece.
import { AnswersStore } from "../../answers-store/answers-store.js";
import { isId } from "../../answers-store/values.js";
import { isSeed } from "./bingo-cards.js";

const SCHEMA = 1;
const MOST_CARDS = 20;

/** @typedef {{ seed: number | null, cards: Map<number, Set<string>>, writable: boolean, damaged: boolean }} Cards The seed shown last, and the ticked squares by seed. */

/**
 * What a stored text says. A newer version of the site may have kept more than this one knows: that is left as it is.
 * @param {string | null} text
 * @returns {Cards}
 */
export function parse(text) {
  const nothing = { seed: null, cards: new Map(), writable: true, damaged: false };
  if (text === null) return nothing;
  try {
    const { schema = SCHEMA, seed, cards } = JSON.parse(text);
    if (!Array.isArray(cards) || !Number.isInteger(schema)) return { ...nothing, damaged: true };
    /** @type {Cards["cards"]} */
    const found = new Map();
    for (const card of cards) {
      if (Array.isArray(card) && isSeed(card[0]) && Array.isArray(card[1])) found.set(card[0], new Set(card[1].filter(isId)));
    }
    return { seed: isSeed(seed) ? seed : null, cards: found, writable: schema <= SCHEMA, damaged: false };
  } catch {
    return { ...nothing, damaged: true };
  }
}

export class KeptCards {
  writable = true;

  /**
   * @param {string} site
   * @param {string} id
   */
  constructor(site, id) {
    this.id = id;
    this.store = new AnswersStore(site, id);
  }

  /** The cards that are kept. What cannot be read is set aside. */
  read() {
    const text = this.store.read();
    const found = parse(text);
    if (found.damaged && text !== null) this.store.putAside(text);
    this.writable = found.writable;
    return found;
  }

  /**
   * Keep a card as the one shown last, with what `change` makes of its ticks.
   * @param {number} seed
   * @param {(ticked: Set<string>) => void} change
   */
  keep(seed, change) {
    const { cards } = this.read();
    const ticked = cards.get(seed) ?? new Set();
    change(ticked);
    cards.delete(seed);
    if (ticked.size) cards.set(seed, ticked);
    const last = [...cards].slice(-MOST_CARDS).map(([number, ids]) => [number, [...ids]]);
    if (this.writable) this.store.write(JSON.stringify({ schema: SCHEMA, seed, cards: last }));
  }
}
