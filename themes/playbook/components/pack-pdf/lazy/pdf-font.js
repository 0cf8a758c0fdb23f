// A font of a PDF: which glyphs its characters are, and how wide they are.
import { isName, latin } from "../../pdf-reader/lazy/pdf-values.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-file.js").PdfFile} PdfFile */

const RUN = /<([0-9a-f]{4})>\s*<((?:[0-9a-f]{4})+)>/gi;

export class PdfFont {
  /** @type {Map<string, number>} the glyphs by their characters */
  glyphs = new Map();
  /** @type {Map<number, string>} */
  characters = new Map();
  /** @type {Map<number, number>} in thousandths of the size of type */
  widths = new Map();

  /**
   * @param {PdfFile} file
   * @param {unknown} value
   */
  static async read(file, value) {
    const font = new PdfFont();
    const dict = file.dict(value);
    const [below] = file.resolved(dict.get("DescendantFonts")) ?? [];
    const unicode = file.resolved(dict.get("ToUnicode"));
    if (!isName(dict.get("Subtype"), "Type0") || !unicode?.raw) return font;
    for (const [, glyph, units] of latin(await file.decoded(unicode)).matchAll(RUN)) {
      const character = String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
      font.characters.set(parseInt(glyph, 16), character);
      if (!font.glyphs.has(character)) font.glyphs.set(character, parseInt(glyph, 16));
    }
    const runs = file.resolved(file.dict(below).get("W")) ?? [];
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const each = file.resolved(runs[at + 1]);
      if (Array.isArray(each)) each.forEach((width, index) => font.widths.set(runs[at] + index, Number(width)));
    }
    return font;
  }

  /**
   * The glyphs of a text. A character that the font does not have is a question mark.
   * @param {string} text
   */
  #glyphsOf(text) {
    return [...text.normalize("NFC").replace(/\s/g, " ")].map((character) => this.glyphs.get(character) ?? this.glyphs.get("?") ?? 0);
  }

  /**
   * Whether it has every character of a text.
   * @param {string} text
   */
  has(text) {
    return [...text.normalize("NFC").replace(/\s/g, " ")].every((character) => this.glyphs.has(character));
  }

  /**
   * How wide a text is.
   * @param {string} text
   * @param {number} size
   */
  width(text, size) {
    return (this.#glyphsOf(text).reduce((sum, glyph) => sum + (this.widths.get(glyph) ?? 0), 0) * size) / 1000;
  }

  /**
   * A text as a string of a content stream.
   * @param {string} text
   */
  hex(text) {
    return `<${this.#glyphsOf(text).map((glyph) => glyph.toString(16).padStart(4, "0")).join("")}>`;
  }

  /**
   * The text that strings of a content stream show.
   * @param {string} shown
   */
  text(shown) {
    const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex]) => hex.match(/.{4}/g) ?? []);
    return glyphs.map((hex) => this.characters.get(parseInt(hex, 16)) ?? "\ufffd").join("");
  }

  /**
   * A text in lines that are at most so wide. A word that is wider is broken.
   * @param {string} text
   * @param {number} size
   * @param {number} most
   */
  lines(text, size, most) {
    const lines = [""];
    for (const word of text.trim().split(/\s+/)) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (this.width(longer, size) <= most) lines[lines.length - 1] = longer;
      else lines.push(...this.#broken(word, size, most));
    }
    return lines.filter((line, at) => line || at);
  }

  /**
   * @param {string} word
   * @param {number} size
   * @param {number} most
   */
  #broken(word, size, most) {
    const parts = [""];
    for (const sign of word) {
      if (this.width(parts[parts.length - 1] + sign, size) > most) parts.push("");
      parts[parts.length - 1] += sign;
    }
    return parts;
  }
}
