// Pages that a pack writes itself, such as its cover: headings, paragraphs and a table in one typeface, with structure.
import { Name } from "../../pdf-reader/lazy/pdf-values.js";
import { FONT, bytesOf, packedStream } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Ref} Ref */
/** @typedef {{ width: number, height: number }} Size in points */
/** @typedef {{ title: string, lines: string[], columns: { label: string, wide: number }[], rows: string[][] }} Written A heading, paragraphs, a table with shares of the width. */

const MM = 72 / 25.4;
const [SIDE, ABOVE, BELOW] = [15 * MM, 16 * MM, 16 * MM];
const [HEADING, TEXT, SMALL] = [22, 10.5, 9];
const LEADING = 1.35;
const PADDING = 1.6 * MM;

/** Writes pages one below the other. */
export class PageWriter {
  /** @type {string[]} what is drawn on the page */
  #drawn = [];
  /** @type {Ref[]} the elements of what is marked on the page */
  #marked = [];
  /** @type {Ref | null} */
  #page = null;
  /** @type {Ref[]} */
  pages = [];
  #y = 0;

  /**
   * @param {import("./pdf-join.js").Joiner} joiner
   * @param {Size} size
   * @param {string} foot
   */
  constructor(joiner, size, foot) {
    this.joiner = joiner;
    this.size = size;
    this.foot = foot;
    this.font = joiner.text.font;
    this.wide = size.width - 2 * SIDE;
  }

  /**
   * Pages with a heading, paragraphs and a table. Gives the first.
   * @param {Written} text
   */
  async write({ title, lines, columns, rows }) {
    this.#startPage();
    this.#paragraph("H1", title, HEADING, true);
    for (const line of lines) this.#paragraph("P", line, TEXT, false);
    this.#y -= TEXT;
    if (rows.length) await this.#table(columns, rows);
    await this.#endPage();
    return this.pages[0];
  }

  #startPage() {
    this.#page = this.joiner.writer.reserved();
    this.#drawn = [];
    this.#marked = [];
    this.#y = this.size.height - ABOVE;
  }

  async #endPage() {
    const { writer, parents, pages, text } = this.joiner;
    const page = /** @type {Ref} */ (this.#page);
    const number = String(this.pages.length + 1);
    this.#drawn.push("/Artifact <</Type /Pagination>> BDC", this.#shown(this.foot, SIDE, 10 * MM, SMALL, false), this.#shown(number, this.size.width - SIDE - this.font.width(number, SMALL), 10 * MM, SMALL, false), "EMC");
    const contents = writer.add(await packedStream(bytesOf(this.#drawn.join("\n"))));
    const fonts = new Map([["Font", new Map([[FONT, text.ref]])]]);
    const entries = [["Type", new Name("Page")], ["MediaBox", [0, 0, this.size.width, this.size.height]], ["Contents", contents], ["Resources", fonts], ["Tabs", new Name("S")], ["StructParents", parents.push(this.#marked) - 1]];
    writer.set(page, new Map(/** @type {[string, Value][]} */ (entries)));
    this.pages.push(page);
    pages.push(page);
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {number} size
   * @param {boolean} bold
   */
  #shown(text, x, y, size, bold) {
    const weight = bold ? `2 Tr ${(size / 40).toFixed(2)} w` : "0 Tr";
    return `BT ${weight} /${FONT} ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${this.font.hex(text)} Tj ET`;
  }

  /**
   * An element of the structure.
   * @param {string} sort
   * @param {Ref} parent
   * @param {[string, Value][]} [entries]
   */
  #element(sort, parent, entries = []) {
    const { writer } = this.joiner;
    /** @type {Value[]} */
    const kids = [];
    const ref = writer.add(new Map(/** @type {[string, Value][]} */ ([["Type", new Name("StructElem")], ["S", new Name(sort)], ["P", parent], ...entries, ["K", kids]])));
    if (parent === this.joiner.document) this.joiner.top.push(ref);
    else /** @type {Value[]} */ (/** @type {Dict} */ (writer.objects[parent.number]).get("K")).push(ref);
    return ref;
  }

  /**
   * Lines of text from a place downwards, as the content of an element.
   * @param {Ref} element
   * @param {string[]} lines
   * @param {number} x
   * @param {number} y
   * @param {number} size
   * @param {boolean} bold
   */
  #mark(element, lines, x, y, size, bold) {
    const dict = /** @type {Dict} */ (this.joiner.writer.objects[element.number]);
    const place = this.#marked.push(element) - 1;
    dict.set("Pg", this.#page);
    /** @type {Value[]} */ (dict.get("K")).push(place);
    this.#drawn.push(`/${/** @type {Name} */ (dict.get("S")).name} <</MCID ${place}>> BDC`);
    lines.forEach((line, at) => this.#drawn.push(this.#shown(line, x, y - size - at * size * LEADING, size, bold)));
    this.#drawn.push("EMC");
  }

  /**
   * @param {string} sort
   * @param {string} text
   * @param {number} size
   * @param {boolean} bold
   */
  #paragraph(sort, text, size, bold) {
    const lines = this.font.lines(text, size, this.wide);
    this.#mark(this.#element(sort, this.joiner.document), lines, SIDE, this.#y, size, bold);
    this.#y -= lines.length * size * LEADING + size * 0.5;
  }

  /**
   * @param {{ label: string, wide: number }[]} columns
   * @param {string[][]} rows
   */
  async #table(columns, rows) {
    const all = columns.reduce((sum, { wide }) => sum + wide, 0);
    const widths = columns.map(({ wide }) => (wide / all) * this.wide);
    const table = this.#element("Table", this.joiner.document);
    const head = columns.map(({ label }) => label);
    this.#row(this.#element("TR", this.#element("THead", table)), head, widths, true);
    const body = this.#element("TBody", table);
    for (const row of rows) {
      if (this.#y - this.#height(row, widths) < BELOW) {
        await this.#endPage();
        this.#startPage();
      }
      this.#row(this.#element("TR", body), row, widths, false);
    }
  }

  /**
   * @param {string[]} row
   * @param {number[]} widths
   */
  #height(row, widths) {
    const most = Math.max(...row.map((text, at) => this.font.lines(text, TEXT, widths[at] - 2 * PADDING).length));
    return Math.max(1, most) * TEXT * LEADING + 2 * PADDING;
  }

  /**
   * @param {Ref} element
   * @param {string[]} row
   * @param {number[]} widths
   * @param {boolean} isHead
   */
  #row(element, row, widths, isHead) {
    const height = this.#height(row, widths);
    const below = this.#y - height;
    const fill = isHead ? `0.93 0.93 0.93 rg ${SIDE.toFixed(2)} ${below.toFixed(2)} ${this.wide.toFixed(2)} ${height.toFixed(2)} re f 0 g ` : "";
    this.#drawn.push(`/Artifact BMC q ${fill}0.6 G 0.5 w ${SIDE.toFixed(2)} ${below.toFixed(2)} m ${(SIDE + this.wide).toFixed(2)} ${below.toFixed(2)} l S Q EMC`);
    let x = SIDE;
    row.forEach((text, at) => {
      const isHeading = isHead || at === 0;
      const scope = new Map([["O", new Name("Table")], ["Scope", new Name(isHead ? "Column" : "Row")]]);
      const cell = this.#element(isHeading ? "TH" : "TD", element, isHeading ? [["A", scope]] : []);
      this.#mark(cell, this.font.lines(text, TEXT, widths[at] - 2 * PADDING), x + PADDING, this.#y - PADDING, TEXT, isHead);
      x += widths[at];
    });
    this.#y = below;
  }
}
