// What PDFs are made of, as JavaScript: numbers, true and null as they are, strings as bytes, arrays, dictionaries as maps.

/** @typedef {"no-pdf" | "damaged" | "encrypted" | "too-large" | "too-much"} PdfReason */
/** @typedef {null | boolean | number | Uint8Array | Name | Ref | Stream | Value[] | Dict} Value */
/** @typedef {Map<string, any>} Dict The values of a dictionary by their keys, without the slash. Each is a `Value`. */

/** Says that a file cannot be read as a PDF, and why. */
export class PdfProblem extends Error {
  /** @param {PdfReason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** A name such as `/Widget`, without the slash. */
export class Name {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}

/** What refers to an object: `12 0 R`. */
export class Ref {
  /**
   * @param {number} number
   * @param {number} generation
   */
  constructor(number, generation) {
    this.number = number;
    this.generation = generation;
  }
}

/** A stream: its dictionary, and its bytes as they are in the file, still encoded. */
export class Stream {
  /**
   * @param {Dict} dict
   * @param {Uint8Array} raw
   */
  constructor(dict, raw) {
    this.dict = dict;
    this.raw = raw;
  }
}

/**
 * Whether a value is a name, or this one.
 * @param {unknown} value
 * @param {string} [name]
 * @returns {value is Name}
 */
export const isName = (value, name) => value instanceof Name && (name === undefined || value.name === name);

/** Bytes as characters of the same number. @param {Uint8Array} bytes */
export function latin(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

// PDFDocEncoding differs from Latin 1 in these two rows.
const FROM_18 = "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc";
const FROM_80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€";

/** @param {string} sign */
const documentSign = (sign) => {
  const code = sign.charCodeAt(0);
  return FROM_18[code - 0x18] ?? FROM_80[code - 0x80] ?? sign;
};

/**
 * The text of a string: UTF-16 or UTF-8 where its first bytes say so, else PDFDocEncoding.
 * @param {unknown} value
 */
export function textOf(value) {
  if (!(value instanceof Uint8Array)) return "";
  const [first, second, third] = value;
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(value);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(value);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(value);
  return latin(value).replace(/[^\x20-\x7f]/g, documentSign);
}
