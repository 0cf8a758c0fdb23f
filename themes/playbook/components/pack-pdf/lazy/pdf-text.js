// Text on pages that a pack writes itself: headings stay with what follows them, and no line of a paragraph stands alone.
import { Name } from "../../pdf-reader/lazy/pdf-values.js";
import { drawingItem } from "./pdf-drawing.js";
import { LEADING, TEXT, drawBelow, heightOf, indented, space } from "./pdf-items.js";
import { linesOf, shown, widthOf } from "./pdf-lines.js";
import { tableItems } from "./pdf-table.js";
import { FONT } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Ref} Ref */
/** @typedef {import("../../page-text/lazy/page-text.js").Block} Block */
/** @typedef {import("../../page-text/lazy/page-text.js").Run} Run */
/** @typedef {import("../../page-text/lazy/page-text.js").List} List */
/** @typedef {import("./pdf-page.js").PdfPages} PdfPages */
/** @typedef {import("./pdf-items.js").Item} Item */
/** @typedef {import("./pdf-items.js").Looks} Looks */

const HEADINGS = [20, 15, 12.5, 11];
const ABOVE_HEADING = [0, 14, 10, 6];
const TIGHT = 2;
/** How far the text of a list is from its sign. */
const INDENT = 15;
const IN_ROW = 5; // drawings beside each other
const SMALL = { size: 9, gap: 2 };

/**
 * The space above a block.
 * @param {Block} block
 * @param {number} gap
 */
const above = (block, gap) => (block.sort === "heading" ? ABOVE_HEADING[block.level - 1] : gap);

/**
 * Whether a block of one line belongs to what follows it: all of it is bold, such as the name of a speaker, or it is the
 * first below a heading.
 * @param {Block} block
 * @param {Block} [before]
 */
const isLabel = (block, before) => block.sort === "paragraph" && (before?.sort === "heading" || block.runs.every(({ bold }) => bold));

export class PdfText {
  /** The level of the last heading. The next one is at most one lower. */
  #level = 0;

  /** @param {PdfPages} pages */
  constructor(pages) {
    this.pages = pages;
  }

  /** @param {Block[]} blocks */
  write(blocks) {
    this.#place(this.items(blocks, this.pages.joiner.document, this.pages.wide, TEXT));
  }

  /** @param {Item[]} items */
  #place(items) {
    const { pages } = this;
    items.forEach((item, at) => {
      let [together, next] = [item.height, at];
      while (items[next].stays && next + 1 < items.length) {
        next += 1;
        together += items[next].height;
      }
      const needed = together <= pages.high ? together : item.height;
      if (needed > pages.room && !pages.isEmpty) pages.turn();
      if (pages.isEmpty && item.isSpace) return;
      if (pages.isEmpty && item.again) {
        item.again.draw(pages.left, pages.y);
        pages.y -= item.again.height;
      }
      item.draw(pages.left, pages.y);
      pages.y -= item.height;
    });
  }

  /**
   * Blocks as items, in elements below `parent`.
   * @param {Block[]} blocks
   * @param {Ref} parent
   * @param {number} wide
   * @param {Looks} looks
   * @returns {Item[]}
   */
  items(blocks, parent, wide, looks) {
    return blocks.flatMap((block, at) => {
      const before = blocks[at - 1];
      const items = this.#block(block, parent, wide, looks);
      const made = items.length === 1 && isLabel(block, before) ? [{ ...items[0], stays: true }] : items;
      return before ? [space(above(block, looks.gap), before.sort === "heading" || isLabel(before, blocks[at - 2])), ...made] : made;
    });
  }

  /**
   * @param {Block} block
   * @param {Ref} parent
   * @param {number} wide
   * @param {Looks} looks
   * @returns {Item[]}
   */
  #block(block, parent, wide, looks) {
    if (block.sort === "heading") return this.#heading(block, parent, wide);
    if (block.sort === "paragraph") return this.lines(block.runs, this.pages.element("P", parent), wide, looks);
    if (block.sort === "table") return tableItems(this, block, parent, wide, looks);
    if (block.sort === "drawing") return [drawingItem(this.pages, block, parent)];
    return this.#list(block, parent, wide, looks);
  }

  /**
   * @param {import("../../page-text/lazy/page-text.js").Heading} heading
   * @param {Ref} parent
   * @param {number} wide
   */
  #heading({ level, runs }, parent, wide) {
    this.#level = Math.min(level, this.#level + 1);
    const looks = { size: HEADINGS[level - 1], bold: true, gap: 0 };
    const items = this.lines(runs, this.pages.element(`H${this.#level}`, parent), wide, looks);
    return items.map((item) => ({ ...item, stays: true }));
  }

  /**
   * Runs in lines, of which neither the first nor the last stands alone.
   * @param {Run[]} runs
   * @param {Ref} element
   * @param {number} wide
   * @param {Looks} looks
   * @returns {Item[]}
   */
  lines(runs, element, wide, { size, bold = false }) {
    /** @type {Map<Run, Ref>} */
    const links = new Map();
    const found = linesOf(this.pages.font, runs, size, wide);
    return found.map((line, at) => ({
      height: size * LEADING,
      stays: found.length > 1 && (at === 0 || at === found.length - 2),
      draw: (x, top) => this.#line(line, element, links, x, top - size, { size, bold }),
    }));
  }

  /**
   * @param {import("./pdf-lines.js").Piece[]} line
   * @param {Ref} element
   * @param {Map<Run, Ref>} links the elements of the links of the paragraph
   * @param {number} x
   * @param {number} y
   * @param {{ size: number, bold: boolean }} looks
   */
  #line(line, element, links, x, y, { size, bold }) {
    let at = x;
    for (const { text, run } of line) {
      const { font } = this.pages;
      const drawn = shown(font, FONT, text, { x: at, y, size, bold: bold || run.bold, italic: run.italic });
      const end = at + widthOf(font, text.trimEnd(), size);
      if (run.href) {
        const link = links.get(run) ?? this.pages.element("Link", element);
        links.set(run, link);
        this.pages.mark(link, drawn);
        this.pages.link(link, run.href, run.text.trim(), [at, y - 0.25 * size, end, y + 0.9 * size]);
        this.pages.artifact(`0.5 w ${at.toFixed(2)} ${(y - 1.6).toFixed(2)} m ${end.toFixed(2)} ${(y - 1.6).toFixed(2)} l S`);
      } else this.pages.mark(element, drawn);
      at += widthOf(font, text, size);
    }
  }

  /**
   * @param {List} list
   * @param {Ref} parent
   * @param {number} wide
   * @param {Looks} looks
   * @returns {Item[]}
   */
  #list({ mark, items }, parent, wide, looks) {
    if (!items.length) return [];
    const numbering = new Name({ number: "Decimal", sign: "Disc", none: "None" }[mark]);
    const list = this.pages.element("L", parent, [["A", new Map([["O", new Name("List")], ["ListNumbering", numbering]])]]);
    if (items.every(([first]) => first.sort === "drawing")) return this.#beside(items, list, wide);
    return items.flatMap((blocks, at) => {
      const item = this.pages.element("LI", list);
      const label = { number: `${at + 1}.`, sign: "•", none: "" }[mark];
      const labelled = label ? this.pages.element("Lbl", item) : null;
      const body = this.pages.element("LBody", item);
      const indent = label ? INDENT : 0;
      const made = indented(this.items(blocks, body, wide - indent, { ...looks, gap: TIGHT }), indent);
      const [first, ...rest] = made;
      const signed = labelled && first ? { ...first, draw: this.#signed(first, labelled, label, looks.size) } : first;
      return [...(at ? [space(above(blocks[0], TIGHT))] : []), ...(signed ? [signed] : []), ...rest];
    });
  }

  /**
   * Draws the sign of a list before its first line.
   * @param {Item} first
   * @param {Ref} element
   * @param {string} label
   * @param {number} size
   * @returns {Item["draw"]}
   */
  #signed(first, element, label, size) {
    return (x, top) => {
      this.pages.mark(element, shown(this.pages.font, FONT, label, { x, y: top - size, size }));
      first.draw(x, top);
    };
  }

  /**
   * Drawings beside each other, each with its words below.
   * @param {Block[][]} items
   * @param {Ref} list
   * @param {number} wide
   * @returns {Item[]}
   */
  #beside(items, list, wide) {
    const each = wide / IN_ROW;
    const cells = items.map((blocks) => this.items(blocks, this.pages.element("LBody", this.pages.element("LI", list)), each - INDENT, SMALL));
    return Array.from({ length: Math.ceil(cells.length / IN_ROW) }, (_, at) => {
      const row = cells.slice(at * IN_ROW, at * IN_ROW + IN_ROW);
      return { height: Math.max(...row.map(heightOf)) + INDENT, stays: false, draw: (x, top) => row.forEach((cell, place) => drawBelow(cell, x + place * each, top)) };
    });
  }
}
