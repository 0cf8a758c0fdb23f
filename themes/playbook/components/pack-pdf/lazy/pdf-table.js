// Tables on pages that a pack writes itself. A row is not divided unless it is higher than a page, and neither the first nor
// the last stands alone; the head stands on each page.
import { Name } from "../../pdf-reader/lazy/pdf-values.js";
import { LEADING, TEXT, drawBelow, heightOf } from "./pdf-items.js";
import { linesOf, shown } from "./pdf-lines.js";
import { FONT } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Ref} Ref */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../page-text/lazy/page-text.js").Table} Table */
/** @typedef {import("../../page-text/lazy/page-text.js").Cell} Cell */
/** @typedef {import("./pdf-items.js").Item} Item */
/** @typedef {import("./pdf-text.js").PdfText} PdfText */
/** @typedef {{ left: number, items: Item[] }} Column What stands in a row, and how far from the left. */

const PADDING = 4.5;

/**
 * @param {PdfText} text
 * @param {Table} table
 * @param {Ref} parent
 * @param {number} wide
 * @param {import("./pdf-items.js").Looks} looks
 * @returns {Item[]}
 */
export function tableItems(text, { caption, shares, rows }, parent, wide, looks) {
  const { pages } = text;
  const table = pages.element("Table", parent);
  const above = caption.length ? text.items(caption, pages.element("Caption", table), wide, { ...looks, bold: true }) : [];
  const widths = shares.map((share) => share * wide);
  const heads = rows.filter(({ isHead }) => isHead);
  const [head, body] = [heads, rows.filter(({ isHead }) => !isHead)].map((some, at) => (some.length ? pages.element(at ? "TBody" : "THead", table) : parent));
  const again = heads.length ? headAgain(text, heads[0].cells, widths, wide) : undefined;
  const made = rows.map(({ isHead, cells }, at) => {
    const stays = isHead || (at + 1 < rows.length && (at === heads.length || at === rows.length - 2));
    const row = pages.element("TR", isHead ? head : body);
    let [left, column] = [0, 0];
    const columns = cells.map(({ span, isHeading, blocks }) => {
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      const element = pages.element(isHeading || isHead ? "TH" : "TD", row, about(span, isHeading || isHead, isHead));
      const items = text.items(blocks, element, width - 2 * PADDING, { size: TEXT.size, gap: 2, bold: isHead });
      const found = { left, items };
      [left, column] = [left + width, column + span];
      return found;
    });
    return rowItems(text, columns, wide, isHead).map((item) => ({ ...item, stays, again: isHead ? undefined : again }));
  });
  return [...above.map((item) => ({ ...item, stays: true })), ...made.flat()];
}

/**
 * What the structure says of a cell.
 * @param {number} span
 * @param {boolean} isHeading
 * @param {boolean} isHead
 * @returns {[string, Value][]}
 */
function about(span, isHeading, isHead) {
  /** @type {[string, Value][]} */
  const entries = [["O", new Name("Table")]];
  if (isHeading) entries.push(["Scope", new Name(isHead ? "Column" : "Row")]);
  if (span > 1) entries.push(["ColSpan", span]);
  return entries.length > 1 ? [["A", new Map(entries)]] : [];
}

/**
 * A row: one item, or as many as it takes pages.
 * @param {PdfText} text
 * @param {Column[]} columns
 * @param {number} wide
 * @param {boolean} isHead
 * @returns {Item[]}
 */
function rowItems(text, columns, wide, isHead) {
  const most = text.pages.high - 4 * TEXT.size - 2 * PADDING; // the head stands above it
  const height = Math.max(TEXT.size * LEADING, ...columns.map(({ items }) => heightOf(items)));
  if (height <= most) return [rowItem(text, columns, height + 2 * PADDING, wide, isHead)];
  const parts = columns.map(({ left, items }) => ({ left, ...dividedAt(items, most) }));
  const first = parts.map(({ left, taken }) => ({ left, items: taken }));
  const rest = parts.map(({ left, others }) => ({ left, items: others }));
  return [rowItem(text, first, most + 2 * PADDING, wide, isHead), ...rowItems(text, rest, wide, isHead)];
}

/**
 * The items that fit into a height, at least one, and the others.
 * @param {Item[]} items
 * @param {number} most
 */
function dividedAt(items, most) {
  let [end, height] = [0, 0];
  while (end < items.length && (end === 0 || height + items[end].height <= most)) {
    height += items[end].height;
    end += 1;
  }
  return { taken: items.slice(0, end), others: items.slice(end) };
}

/**
 * @param {PdfText} text
 * @param {Column[]} columns
 * @param {number} height
 * @param {number} wide
 * @param {boolean} isHead
 * @returns {Item}
 */
function rowItem({ pages }, columns, height, wide, isHead) {
  return {
    height,
    stays: false,
    draw: (x, top) => {
      pages.artifact(ground(x, top, wide, height, isHead));
      for (const { left, items } of columns) drawBelow(items, x + left + PADDING, top - PADDING);
    },
  };
}

/**
 * What is below the words of a row.
 * @param {number} x
 * @param {number} top
 * @param {number} wide
 * @param {number} height
 * @param {boolean} isHead
 */
function ground(x, top, wide, height, isHead) {
  const [left, low, right] = [x, top - height, x + wide].map((one) => one.toFixed(2));
  const fill = isHead ? `0.93 g ${left} ${low} ${wide.toFixed(2)} ${height.toFixed(2)} re f 0 g ` : "";
  return `q ${fill}0.6 G 0.5 w ${left} ${low} m ${right} ${low} l S Q`;
}

/**
 * The head of a table on another page, where it is no content.
 * @param {PdfText} text
 * @param {Cell[]} cells
 * @param {number[]} widths
 * @param {number} wide
 */
function headAgain({ pages }, cells, widths, wide) {
  const { font } = pages;
  const { size } = TEXT;
  const columns = cells.map(({ blocks }, at) => linesOf(font, blocks.flatMap((block) => ("runs" in block ? block.runs : [])), size, widths[at] - 2 * PADDING));
  const height = Math.max(1, ...columns.map(({ length }) => length)) * size * LEADING + 2 * PADDING;
  return {
    height,
    draw: (/** @type {number} */ x, /** @type {number} */ top) => {
      pages.artifact(ground(x, top, wide, height, true));
      let left = x + PADDING;
      columns.forEach((lines, at) => {
        lines.forEach((line, place) => {
          const words = line.map(({ text }) => text).join("");
          pages.artifact(shown(font, FONT, words, { x: left, y: top - PADDING - size - place * size * LEADING, size, bold: true }));
        });
        left += widths[at];
      });
    },
  };
}
