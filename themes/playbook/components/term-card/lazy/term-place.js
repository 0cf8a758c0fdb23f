// Where a card stands beside a word, given boxes as the window sees them: below it, or above where there is more room.

const GAP = 6;
const EDGE = 8;

/** @typedef {{ width: number, height: number }} Size */

/**
 * @param {{ left: number, top: number, bottom: number }} word
 * @param {Size} card
 * @param {Size} view
 */
export function placed(word, card, view) {
  const below = word.bottom + GAP;
  const above = word.top - GAP - card.height;
  const fitsBelow = below + card.height <= view.height - EDGE;
  const top = fitsBelow || above < EDGE ? below : above;
  const left = Math.max(EDGE, Math.min(word.left, view.width - EDGE - card.width));
  return { left, top };
}
