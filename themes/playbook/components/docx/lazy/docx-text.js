// Text as paragraphs, lists and tables of a DOCX. Drawings are left out.
import { WORD, word } from "./docx-element.js";

/** @typedef {import("../../page-text/lazy/page-text.js").Block} Block */
/** @typedef {import("../../page-text/lazy/page-text.js").Run} Run */
/** @typedef {{ style: string, bold: boolean, depth: number }} Setting How paragraphs are set: their style, whether they are bold anyway, and in how many lists they are. */
/** @typedef {{ link: (address: string) => string, number: () => string, width: number }} Document The ids of an address and of a numbering that begins with 1, and the width of the text in twentieths of a point. */

const DEEPEST = 3; // lists have styles down to this level
const PLAIN = { style: "", bold: false, depth: 0 };

/** Makes what is put into the body of a document. */
export class DocxText {
  /** @param {Document} document */
  constructor(document) {
    this.document = document;
  }

  /**
   * @param {Block[]} blocks
   * @param {Setting} [set]
   * @returns {Element[]}
   */
  written(blocks, set = PLAIN) {
    return blocks.flatMap((block) => {
      if (block.sort === "heading") return [this.paragraph(block.runs, { ...set, style: `Heading${block.level}`, bold: true })];
      if (block.sort === "paragraph") return [this.paragraph(block.runs, set)];
      if (block.sort === "list") return this.list(block, set);
      return block.sort === "table" ? this.table(block) : [];
    });
  }

  /**
   * @param {Run[]} runs
   * @param {Setting} set
   */
  paragraph(runs, { style, bold }) {
    const children = runs.map((run) => {
      const lines = run.text.split("\n").flatMap((line, at) => [at ? word("br") : null, line ? word("t", {}, line) : null]);
      const made = word("r", {}, word("rPr", {}, run.bold && !bold ? word("b") : null, run.italic ? word("i") : null, run.href ? word("u", { val: "single" }) : null), ...lines);
      return run.href ? word("hyperlink", { id: this.document.link(run.href) }, made) : made;
    });
    return word("p", {}, word("pPr", {}, style ? word("pStyle", { val: style }) : null), ...children);
  }

  /**
   * A list with its signs or numbers. The first paragraph of an item has them, the others continue it.
   * @param {import("../../page-text/lazy/page-text.js").List} list
   * @param {Setting} set
   */
  list({ mark, items }, set) {
    const bare = mark === "none";
    const depth = Math.min(set.depth + 1, DEEPEST);
    const level = depth > 1 ? String(depth) : "";
    const number = mark === "number" ? this.document.number() : "";
    return items.flatMap((item) => {
      const made = this.written(item, bare ? { ...set, depth } : { ...set, style: `ListContinue${level}`, depth });
      const first = bare ? null : made.find((one) => one.localName === "p");
      const style = first?.getElementsByTagNameNS(WORD, "pStyle")[0];
      if (!first || !style || style.getAttributeNS(WORD, "val") !== `ListContinue${level}`) return made;
      style.setAttributeNS(WORD, "w:val", `List${number ? "Number" : "Bullet"}${level}`);
      if (number) style.after(word("numPr", {}, word("ilvl", { val: "0" }), word("numId", { val: number })));
      return made;
    });
  }

  /**
   * A table. Its caption stands above it.
   * @param {import("../../page-text/lazy/page-text.js").Table} table
   */
  table({ caption, shares, rows }) {
    const columns = shares.map((share) => Math.round(this.document.width * share));
    const side = (/** @type {string} */ name) => word(name, { w: "60", type: "dxa" });
    const about = word("tblPr", {}, word("tblStyle", { val: "TableGrid" }), word("tblW", { w: "0", type: "auto" }), word("tblLayout", { type: "fixed" }), word("tblCellMar", {}, side("left"), side("right")));
    const grid = word("tblGrid", {}, ...columns.map((width) => word("gridCol", { w: String(width) })));
    const made = rows.map(({ isHead, cells }) => {
      let at = 0;
      const written = cells.map(({ span, blocks }) => {
        const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0);
        at += span;
        const inside = this.written(blocks, { ...PLAIN, style: "Tabletext" });
        const last = inside[inside.length - 1]?.localName === "p" ? [] : [word("p", {}, word("pPr", {}, word("pStyle", { val: "Tabletext" })))];
        return word("tc", {}, word("tcPr", {}, word("tcW", { w: String(width), type: "dxa" }), span > 1 ? word("gridSpan", { val: String(span) }) : null), ...inside, ...last);
      });
      return word("tr", {}, word("trPr", {}, word("cantSplit"), isHead ? word("tblHeader") : null), ...written);
    });
    return [...this.written(caption, { ...PLAIN, style: "Sheetkind" }), word("tbl", {}, about, grid, ...made), word("p", {}, word("pPr", {}, word("pStyle", { val: "Tabletext" })))];
  }
}
