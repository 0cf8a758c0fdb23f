// What stands on a page as text for other files: headings, paragraphs, lists, tables and drawings, as plain data. A block of the screen is a paragraph, and what is not seen is left out.

/** @typedef {{ text: string, bold: boolean, italic: boolean, href: string }} Run Words in a line that look alike. */
/** @typedef {{ sort: "heading", level: number, runs: Run[] }} Heading The heading of a page is its title, so those below it begin with level 1. */
/** @typedef {{ sort: "paragraph", runs: Run[] }} Paragraph */
/** @typedef {{ sort: "list", mark: "number" | "sign" | "none", items: Block[][] }} List */
/** @typedef {{ span: number, isHeading: boolean, blocks: Block[] }} Cell */
/** @typedef {{ sort: "table", caption: Block[], shares: number[], rows: { isHead: boolean, cells: Cell[] }[] }} Table The columns have these shares of the width. */
/** @typedef {{ sort: "drawing", label: string, side: number, paths: { fill: string, d: string }[] }} Drawing A square of so many units, and what is drawn in it. */
/** @typedef {Heading | Paragraph | List | Table | Drawing} Block */
/** @typedef {(runs: Run[]) => Block} Making What words that are no list and no table become. */

const BOLD = 600;
const LOWEST = 4;
/** What has no words of its own. */
const WORDLESS = "svg, script, style, textarea, select, button, .visually-hidden, [aria-hidden=true]";
/** A path of horizontal and vertical lines, such as that of a QR code. */
const STRAIGHT = /^(?:M\d+ \d+(?:[hv]-?\d+)+z)+$/;

/** @param {Element} node */
const isSeen = (node) => (!node.matches(WORDLESS) || drawingOf(node) !== null) && getComputedStyle(node).display !== "none";

/**
 * Whether an element stands in a line, with all that is in it.
 * @param {Element} node
 * @returns {boolean}
 */
const isInLine = (node) => drawingOf(node) === null && /^(inline|contents)/.test(getComputedStyle(node).display) && ![...node.children].some((child) => isSeen(child) && !isInLine(child));

/**
 * A drawing with a label that consists of straight paths; null for everything else.
 * @param {Element} node
 * @returns {Drawing | null}
 */
function drawingOf(node) {
  if (!(node instanceof SVGSVGElement) || !node.hasAttribute("aria-label")) return null;
  const { width, height } = node.viewBox.baseVal;
  const paths = [...node.children].map((path) => ({ fill: path.getAttribute("fill") ?? "#000", d: path.getAttribute("d") ?? "" }));
  const isStraight = paths.length > 0 && width === height && paths.every(({ d }) => STRAIGHT.test(d));
  return isStraight ? { sort: "drawing", label: node.getAttribute("aria-label") ?? "", side: width, paths } : null;
}

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
function tidied(runs) {
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

/** @type {Making} */
const paragraph = (runs) => ({ sort: "paragraph", runs });

/**
 * What is within an element of the page. It has to be in the document, so that its looks are known.
 * @param {Element} node
 * @param {Making} [making]
 * @returns {Block[]}
 */
export function textWithin(node, making = paragraph) {
  /** @type {Block[]} */
  const made = [];
  /** @type {Run[]} */
  let runs = [];
  const end = () => {
    const found = tidied(runs);
    if (found.length) made.push(making(found));
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
    made.push(...blocksOf(child, making));
  }
  end();
  return made;
}

/**
 * @param {Element} node
 * @param {Making} making
 * @returns {Block[]}
 */
function blocksOf(node, making) {
  const level = Number(/^h([1-6])$/.exec(node.localName)?.[1]);
  if (level) return textWithin(node, (runs) => ({ sort: "heading", level: Math.min(LOWEST, Math.max(1, level - 1)), runs }));
  if (node instanceof HTMLTableElement) return [table(node)];
  if (node.localName === "ul" || node.localName === "ol") return [list(node)];
  const drawn = drawingOf(node);
  return drawn ? [drawn] : textWithin(node, making);
}

/**
 * @param {Element} node
 * @returns {List}
 */
function list(node) {
  const mark = getComputedStyle(node).listStyleType === "none" ? "none" : node.localName === "ol" ? "number" : "sign";
  const items = [...node.children].filter(isSeen).map((item) => textWithin(item));
  return { sort: "list", mark, items: items.filter(({ length }) => length) };
}

/**
 * A table whose columns have the same shares of the width as on the screen.
 * @param {HTMLTableElement} node
 * @returns {Table}
 */
function table(node) {
  const all = [...node.rows];
  const widest = all.reduce((found, row) => (row.cells.length > found.length ? [...row.cells] : found), /** @type {HTMLTableCellElement[]} */ ([]));
  const widths = widest.flatMap((cell) => Array(cell.colSpan).fill((cell.getBoundingClientRect().width || 1) / cell.colSpan));
  const sum = widths.reduce((before, width) => before + width, 0);
  const rows = all.map((row) => ({
    isHead: row.parentElement?.localName === "thead",
    cells: [...row.cells].map((cell) => ({ span: cell.colSpan, isHeading: cell.localName === "th", blocks: textWithin(cell) })),
  }));
  return { sort: "table", caption: node.caption && isSeen(node.caption) ? textWithin(node.caption) : [], shares: widths.map((width) => width / sum), rows };
}
