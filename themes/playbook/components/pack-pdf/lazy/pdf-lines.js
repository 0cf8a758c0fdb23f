// Words in lines of a PDF, in one typeface: bold is drawn thicker and italic is slanted, so both are as wide as other words. Pure.

/** @typedef {import("./pdf-font.js").PdfFont} PdfFont */
/** @typedef {import("../../page-text/lazy/page-text.js").Run} Run */
/** @typedef {{ text: string, run: Run }} Piece What a line has of a run. */
/** @typedef {{ pieces: Piece[], before: string, gap: Run | null }} Word What stands before it, and in which run. */

/** Boxes to tick are drawn, whatever signs the typeface has. */
const BOX = /([☐☒])/;
const BOX_WIDTH = 0.85;
const SLANT = 0.2;
/** What says where a word may be broken, and has no width. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * How wide a text is.
 * @param {PdfFont} font
 * @param {string} text
 * @param {number} size
 */
export const widthOf = (font, text, size) => text.split(BOX).reduce((sum, part) => sum + (BOX.test(part) ? BOX_WIDTH * size : font.width(part, size)), 0);

/**
 * The characters of runs that the typeface does not have.
 * @param {PdfFont} font
 * @param {Run[]} runs
 */
export const lackingIn = (font, runs) => [...new Set(runs.flatMap(({ text }) => [...text.normalize("NFC").replace(UNSEEN, "")]))].filter((sign) => !BOX.test(sign) && !font.has(sign));

/**
 * Runs in lines that are at most so wide. A word that is wider is broken.
 * @param {PdfFont} font
 * @param {Run[]} runs
 * @param {number} size
 * @param {number} most
 * @returns {Piece[][]}
 */
export function linesOf(font, runs, size, most) {
  const width = (/** @type {string} */ text) => widthOf(font, text, size);
  /** @type {Piece[][]} */
  const lines = [[]];
  let wide = 0;
  const put = (/** @type {Piece} */ piece) => {
    lines[lines.length - 1].push(piece);
    wide += width(piece.text);
  };
  const turn = () => {
    lines.push([]);
    wide = 0;
  };
  for (const { pieces, before, gap } of wordsOf(runs)) {
    const own = pieces.reduce((sum, { text }) => sum + width(text), 0);
    if (before === "\n") turn();
    else if (gap && wide) {
      put({ text: " ", run: gap }); // also at the end of a line, so that its last word and the next one stay two
      if (wide + own > most) turn();
    }
    for (const { text, run } of own > most ? pieces.flatMap(signsOf) : pieces) {
      if (wide && wide + width(text) > most && own > most) turn();
      put({ text, run });
    }
  }
  return lines.map(together);
}

/**
 * @param {Run[]} runs
 * @returns {Word[]}
 */
function wordsOf(runs) {
  /** @type {Word[]} */
  const words = [{ pieces: [], before: "", gap: null }];
  for (const run of runs) {
    for (const text of run.text.replace(UNSEEN, "").split(/([ \n])/).filter(Boolean)) {
      if (text === " " || text === "\n") words.push({ pieces: [], before: text, gap: run });
      else words[words.length - 1].pieces.push({ text, run });
    }
  }
  return words;
}

/** @param {Piece} piece */
const signsOf = ({ text, run }) => [...text].map((sign) => ({ text: sign, run }));

/**
 * Pieces of the same run as one.
 * @param {Piece[]} line
 */
const together = (line) =>
  line.reduce((/** @type {Piece[]} */ made, piece) => {
    const last = made[made.length - 1];
    return last?.run === piece.run ? [...made.slice(0, -1), { ...last, text: last.text + piece.text }] : [...made, piece];
  }, []);

/**
 * A text as it is drawn.
 * @param {PdfFont} font
 * @param {string} name of the font
 * @param {string} text
 * @param {{ x: number, y: number, size: number, bold?: boolean, italic?: boolean }} looks
 */
export function shown(font, name, text, { x, y, size, bold = false, italic = false }) {
  const weight = bold ? `2 Tr ${(size / 40).toFixed(2)} w` : "0 Tr";
  let at = x;
  return text
    .split(BOX)
    .filter(Boolean)
    .map((part) => {
      const place = at;
      at += widthOf(font, part, size);
      if (BOX.test(part)) return box(part, place, y, size);
      return `BT ${weight} /${name} ${size} Tf 1 0 ${italic ? SLANT : 0} 1 ${place.toFixed(2)} ${y.toFixed(2)} Tm ${font.hex(part)} Tj ET`;
    })
    .join("\n");
}

/**
 * @param {string} sign
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function box(sign, x, y, size) {
  const side = 0.7 * size;
  const [left, low, right, high] = [x, y - 0.05 * size, x + side, y - 0.05 * size + side].map((one) => one.toFixed(2));
  const cross = sign === "☒" ? `${left} ${low} m ${right} ${high} l ${left} ${high} m ${right} ${low} l ` : "";
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return `/Span <</ActualText <FEFF${code}>>> BDC 0.8 w ${left} ${low} m ${right} ${low} l ${right} ${high} l ${left} ${high} l h ${cross}S EMC`;
}
