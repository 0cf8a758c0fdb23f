// What stands on a page as paragraphs, lists and tables of a DOCX: a block of the screen is a paragraph, and what is not seen is left out.
import { WORD, word } from "./docx-element.js";

/** @typedef {{ text: string, bold: boolean, italic: boolean, href: string }} Run Words in a line that look alike. */
/** @typedef {{ style: string, bold: boolean, depth: number }} Setting How paragraphs are set: their style, whether they are bold anyway, and in how many lists they are. */
/** @typedef {{ link: (address: string) => string, number: () => string, width: number }} Document The ids of an address and of a numbering that begins with 1, and the width of the text in twentieths of a point. */

const BOLD = 600;
const DEEPEST = 3; // lists have styles down to this level
const LOWEST = 4; // so have headings
const PLAIN = { style: "", bold: false, depth: 0 };
/** What has no words of its own, or is drawn. */
const WORDLESS = "svg, script, style, textarea, select, button, .visually-hidden, [aria-hidden=true]";

/** @param {Element} node */
const isSeen = (node) => !node.matches(WORDLESS) && getComputedStyle(node).display !== "none";

/**
 * Whether an element stands in a line, with all that is in it.
 * @param {Element} node
 * @returns {boolean}
 */
const isInLine = (node) => /^(inline|contents)/.test(getComputedStyle(node).display) && ![...node.children].some((child) => isSeen(child) && !isInLine(child));

/**
 * The words of an element that stands in a line.
 * @param {Element} node
 * @param {string} href
 * @returns {Run[]}
 */
function runsOf(node, href) {
  if (node instanceof HTMLInputElement) return node.type === "checkbox" || node.type === "radio" ? [{ text: node.checked ? "☒ " : "☐ ", bold: false, italic: false, href: "" }] : [];
  if (node instanceof HTMLImageElement) return [{ text: node.alt, bold: false, italic: true, href }];
  if (node instanceof HTMLBRElement) return [{ text: "\n", bold: false, italic: false, href: "" }];
  return [...node.childNodes].flatMap((child) => {
    if (child instanceof Text) return [runOf(child, node, href)];
    return child instanceof Element && isSeen(child) ? runsOf(child, child instanceof HTMLAnchorElement ? child.href : href) : [];
  });
}

/**
 * @param {Text} text
 * @param {Element} parent
 * @param {string} href
 */
function runOf({ data }, parent, href) {
  const { fontWeight, fontStyle } = getComputedStyle(parent);
  return { text: data.replace(/\s+/g, " "), bold: Number(fontWeight) >= BOLD, italic: fontStyle === "italic", href };
}

/**
 * Runs without spaces at the ends of a paragraph and of its lines, and without two beside each other.
 * @param {Run[]} runs
 */
export function tidied(runs) {
  /** @type {Run[]} */
  const made = [];
  let before = "\n";
  for (const run of runs) {
    const text = /\s/.test(before) ? run.text.replace(/^ +/, "") : run.text;
    if (!text) continue;
    made.push({ ...run, text });
    before = text[text.length - 1];
  }
  while (made.length) {
    const last = made[made.length - 1];
    const text = last.text.trimEnd();
    made.pop();
    if (text) return [...made, { ...last, text }];
  }
  return made;
}

/** Makes what is put into the body of a document. */
export class DocxText {
  /** @param {Document} document */
  constructor(document) {
    this.document = document;
  }

  /**
   * The paragraphs and tables for what is within an element.
   * @param {Element} node
   * @param {Setting} [set]
   * @returns {Element[]}
   */
  within(node, set = PLAIN) {
    /** @type {Element[]} */
    const made = [];
    /** @type {Run[]} */
    let runs = [];
    const end = () => {
      made.push(...this.paragraph(runs, set));
      runs = [];
    };
    for (const child of node.childNodes) {
      if (child instanceof Text) runs.push(runOf(child, node, ""));
      if (!(child instanceof Element) || !isSeen(child)) continue;
      if (isInLine(child)) {
        runs.push(...runsOf(child, child instanceof HTMLAnchorElement ? child.href : ""));
        continue;
      }
      end();
      made.push(...this.block(child, set));
    }
    end();
    return made;
  }

  /**
   * @param {Element} node
   * @param {Setting} set
   */
  block(node, set) {
    const level = /^h([1-6])$/.exec(node.localName);
    if (level) return this.within(node, { ...set, style: `Heading${Math.min(LOWEST, Math.max(1, Number(level[1]) - 1))}`, bold: true });
    if (node instanceof HTMLTableElement) return this.table(node);
    if (node.localName === "ul" || node.localName === "ol") return this.list(node, set);
    return this.within(node, set);
  }

  /**
   * @param {Run[]} runs
   * @param {Setting} set
   * @param {Element[]} [about] what else is said of the paragraph
   */
  paragraph(runs, { style, bold }, about = []) {
    const found = tidied(runs);
    if (!found.length) return [];
    const children = found.map((run) => {
      const lines = run.text.split("\n").flatMap((line, at) => [at ? word("br") : null, line ? word("t", {}, line) : null]);
      const made = word("r", {}, word("rPr", {}, run.bold && !bold ? word("b") : null, run.italic ? word("i") : null, run.href ? word("u", { val: "single" }) : null), ...lines);
      return run.href ? word("hyperlink", { id: this.document.link(run.href) }, made) : made;
    });
    return [word("p", {}, word("pPr", {}, style ? word("pStyle", { val: style }) : null, ...about), ...children)];
  }

  /**
   * A list with its signs or numbers. The first paragraph of an item has them, the others continue it.
   * @param {Element} node
   * @param {Setting} set
   */
  list(node, set) {
    const bare = getComputedStyle(node).listStyleType === "none";
    const depth = Math.min(set.depth + 1, DEEPEST);
    const level = depth > 1 ? String(depth) : "";
    const number = node.localName === "ol" && !bare ? this.document.number() : "";
    return [...node.children].filter(isSeen).flatMap((item) => {
      const made = this.within(item, bare ? { ...set, depth } : { ...set, style: `ListContinue${level}`, depth });
      const first = bare ? null : made.find((one) => one.localName === "p");
      const style = first?.getElementsByTagNameNS(WORD, "pStyle")[0];
      if (!first || !style || style.getAttributeNS(WORD, "val") !== `ListContinue${level}`) return made;
      style.setAttributeNS(WORD, "w:val", `List${node.localName === "ol" ? "Number" : "Bullet"}${level}`);
      if (number) style.after(word("numPr", {}, word("ilvl", { val: "0" }), word("numId", { val: number })));
      return made;
    });
  }

  /**
   * A table whose columns have the same shares of the width as on the screen. Its caption stands above it.
   * @param {HTMLTableElement} node
   */
  table(node) {
    const rows = [...node.rows];
    const widest = rows.reduce((found, row) => (row.cells.length > found.length ? [...row.cells] : found), /** @type {HTMLTableCellElement[]} */ ([]));
    const widths = widest.flatMap((cell) => Array(cell.colSpan).fill((cell.getBoundingClientRect().width || 1) / cell.colSpan));
    const all = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.round((this.document.width * width) / all));
    const side = (/** @type {string} */ name) => word(name, { w: "60", type: "dxa" });
    const about = word("tblPr", {}, word("tblStyle", { val: "TableGrid" }), word("tblW", { w: "0", type: "auto" }), word("tblLayout", { type: "fixed" }), word("tblCellMar", {}, side("left"), side("right")));
    const grid = word("tblGrid", {}, ...columns.map((width) => word("gridCol", { w: String(width) })));
    const made = rows.map((row) => {
      const head = row.parentElement?.localName === "thead";
      let at = 0;
      const cells = [...row.cells].map((cell) => {
        const span = cell.colSpan;
        const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0);
        at += span;
        const inside = this.within(cell, { ...PLAIN, style: "Tabletext" });
        const last = inside[inside.length - 1]?.localName === "p" ? [] : [word("p", {}, word("pPr", {}, word("pStyle", { val: "Tabletext" })))];
        return word("tc", {}, word("tcPr", {}, word("tcW", { w: String(width), type: "dxa" }), span > 1 ? word("gridSpan", { val: String(span) }) : null), ...inside, ...last);
      });
      return word("tr", {}, word("trPr", {}, word("cantSplit"), head ? word("tblHeader") : null), ...cells);
    });
    const caption = node.caption && isSeen(node.caption) ? this.within(node.caption, { ...PLAIN, style: "Sheetkind" }) : [];
    return [...caption, word("tbl", {}, about, grid, ...made), word("p", {}, word("pPr", {}, word("pStyle", { val: "Tabletext" })))];
  }
}
