// What is put below each other on pages that a pack writes itself.

/** @typedef {(x: number, top: number) => void} Draw */
/** @typedef {{ height: number, stays: boolean, draw: Draw, isSpace?: boolean, again?: { height: number, draw: Draw } }} Item What is not divided: whether the next item stays on its page, and what is drawn again above it on a new page. */
/** @typedef {{ size: number, bold?: boolean, gap: number }} Looks The size of the type, and the space between blocks. */

export const TEXT = { size: 10.5, gap: 5 };
export const LEADING = 1.35;

/** @type {(height: number, stays?: boolean) => Item} */
export const space = (height, stays = false) => ({ height, stays, draw: () => {}, isSpace: true });

/** @param {Item[]} items */
export const heightOf = (items) => items.reduce((sum, { height }) => sum + height, 0);

/**
 * Draw items one below the other.
 * @param {Item[]} items
 * @param {number} x
 * @param {number} top
 */
export function drawBelow(items, x, top) {
  let y = top;
  for (const { height, draw } of items) {
    draw(x, y);
    y -= height;
  }
}

/**
 * Items further to the right.
 * @param {Item[]} items
 * @param {number} by
 * @returns {Item[]}
 */
export const indented = (items, by) => items.map(({ draw, again, ...item }) => ({ ...item, draw: moved(draw, by), again: again && { ...again, draw: moved(again.draw, by) } }));

/** @type {(draw: Draw, by: number) => Draw} */
const moved = (draw, by) => (x, top) => draw(x + by, top);
