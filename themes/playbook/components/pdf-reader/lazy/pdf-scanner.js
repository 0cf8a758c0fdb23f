// Reads values of a PDF from its bytes, with limits on depth and work.
import { Name, PdfProblem, Ref, latin } from "./pdf-values.js";

/** @typedef {import("./pdf-values.js").Value} Value */
/** @typedef {import("./pdf-values.js").Dict} Dict */

const MOST_DEPTH = 64;
const SPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITER = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));
const ESCAPED = new Map([..."nrtbf"].map((sign, at) => [sign.charCodeAt(0), "\n\r\t\b\f".charCodeAt(at)]));
const [OPEN, CLOSE, LESS, MORE, SLASH, HASH, PERCENT, BACKSLASH] = [..."()<>/#%\\"].map((sign) => sign.charCodeAt(0));

/** How much work reading may be: it is spent, and reading ends when nothing is left. */
export class Budget {
  /** @param {number} left */
  constructor(left) {
    this.left = left;
  }

  /** @param {number} work in bytes */
  spend(work) {
    this.left -= work;
    if (this.left < 0) throw new PdfProblem("too-much");
  }
}

/** @param {number} byte */
const hexOf = (byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1 : value;
};

export class Scanner {
  /**
   * @param {Uint8Array} bytes
   * @param {Budget} budget
   * @param {number} [at] where to begin
   */
  constructor(bytes, budget, at = 0) {
    this.bytes = bytes;
    this.budget = budget;
    this.at = at;
  }

  /** Go on to the next byte that is neither white space nor in a comment. */
  skip() {
    const { bytes } = this;
    const from = this.at;
    while (this.at < bytes.length) {
      if (bytes[this.at] === PERCENT) while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d) this.at += 1;
      else if (SPACE.has(bytes[this.at])) this.at += 1;
      else break;
    }
    this.budget.spend(this.at - from);
  }

  /** A word up to the next white space or delimiter, such as `obj`, `true` or `12`; empty at a delimiter. */
  word() {
    this.skip();
    const { bytes } = this;
    const from = this.at;
    while (this.at < bytes.length && !SPACE.has(bytes[this.at]) && !DELIMITER.has(bytes[this.at])) this.at += 1;
    this.budget.spend(this.at - from + 1);
    return latin(bytes.subarray(from, this.at));
  }

  /** Whether this word comes next; if so, go behind it. @param {string} word */
  takes(word) {
    const from = this.at;
    if (this.word() === word) return true;
    this.at = from;
    return false;
  }

  /**
   * A whole number that is not negative.
   * @returns {number}
   * @throws {PdfProblem}
   */
  whole() {
    const word = this.word();
    if (!/^\d{1,10}$/.test(word)) throw new PdfProblem("damaged");
    return Number(word);
  }

  /**
   * The next value.
   * @param {number} [depth]
   * @returns {Value}
   * @throws {PdfProblem}
   */
  value(depth = 0) {
    if (depth > MOST_DEPTH) throw new PdfProblem("too-much");
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === SLASH) return new Name(this.name());
    if (byte === OPEN) return this.string();
    if (byte === LESS) return this.bytes[this.at + 1] === LESS ? this.dict(depth) : this.hex();
    if (byte === 0x5b) return this.array(depth);
    return this.plain();
  }

  /**
   * A number, a reference, true, false or null.
   * @returns {Value}
   */
  plain() {
    const word = this.word();
    if (/^\d{1,10}$/.test(word)) return this.reference(Number(word)) ?? Number(word);
    if (/^[+-]*(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word.replace(/^[+-]*(?=[+-])/, ""));
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    throw new PdfProblem("damaged");
  }

  /**
   * The reference that begins with this number; null if it is a number only.
   * @param {number} number
   */
  reference(number) {
    const from = this.at;
    const generation = this.word();
    if (/^\d{1,5}$/.test(generation) && this.takes("R")) return new Ref(number, Number(generation));
    this.at = from;
    return null;
  }

  name() {
    this.at += 1;
    const { bytes } = this;
    let text = "";
    const from = this.at;
    while (this.at < bytes.length && !SPACE.has(bytes[this.at]) && !DELIMITER.has(bytes[this.at])) {
      const [high, low] = bytes[this.at] === HASH ? [hexOf(bytes[this.at + 1]), hexOf(bytes[this.at + 2])] : [-1, -1];
      const isCode = high >= 0 && low >= 0;
      text += String.fromCharCode(isCode ? 16 * high + low : bytes[this.at]);
      this.at += isCode ? 3 : 1;
    }
    this.budget.spend(this.at - from + 1);
    return text;
  }

  string() {
    const { bytes } = this;
    const from = this.at;
    /** @type {number[]} */
    const found = [];
    let open = 0;
    for (; this.at < bytes.length; this.at += 1) {
      const byte = bytes[this.at];
      if (byte === OPEN) open += 1;
      if (byte === CLOSE) open -= 1;
      if (open === 0) {
        this.at += 1;
        this.budget.spend(this.at - from);
        return Uint8Array.from(found);
      }
      if (byte === BACKSLASH) this.escape(found);
      else if (this.at !== from) found.push(byte);
    }
    throw new PdfProblem("damaged");
  }

  /**
   * What a backslash stands for: it is added to what is found.
   * @param {number[]} found
   */
  escape(found) {
    const { bytes } = this;
    this.at += 1;
    const byte = bytes[this.at];
    const octal = /^[0-7]{1,3}/.exec(latin(bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal) {
      found.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length - 1;
    } else if (byte === 0x0d || byte === 0x0a) {
      if (byte === 0x0d && bytes[this.at + 1] === 0x0a) this.at += 1;
    } else if (byte !== undefined) found.push(ESCAPED.get(byte) ?? byte);
  }

  hex() {
    const end = this.bytes.indexOf(MORE, this.at);
    if (end < 0) throw new PdfProblem("damaged");
    this.budget.spend(end - this.at + 1);
    const found = new Uint8Array(Math.ceil((end - this.at - 1) / 2));
    let count = 0;
    for (let at = this.at + 1; at < end; at += 1) {
      if (SPACE.has(this.bytes[at])) continue;
      const digit = hexOf(this.bytes[at]);
      if (digit < 0) throw new PdfProblem("damaged");
      found[count >> 1] |= count % 2 ? digit : 16 * digit;
      count += 1;
    }
    this.at = end + 1;
    return found.slice(0, Math.ceil(count / 2));
  }

  /**
   * @param {number} depth
   * @returns {Value[]}
   */
  array(depth) {
    this.at += 1;
    const found = [];
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === 0x5d) break;
      found.push(this.value(depth + 1));
    }
    this.at += 1;
    return found;
  }

  /**
   * @param {number} depth
   * @returns {Dict}
   */
  dict(depth) {
    this.at += 2;
    /** @type {Dict} */
    const found = new Map();
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === MORE && this.bytes[this.at + 1] === MORE) break;
      if (this.bytes[this.at] !== SLASH) throw new PdfProblem("damaged");
      const key = this.name();
      found.set(key, this.value(depth + 1));
    }
    this.at += 2;
    return found;
  }
}
