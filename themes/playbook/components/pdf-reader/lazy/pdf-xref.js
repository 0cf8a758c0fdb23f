// Where the objects of a PDF are: tables and streams of references, as they were written one after the other.
import { decoded } from "./pdf-filters.js";
import { Scanner } from "./pdf-scanner.js";
import { isName, latin, PdfProblem, Stream } from "./pdf-values.js";

/** @typedef {import("./pdf-values.js").Dict} Dict */
/** @typedef {import("./pdf-scanner.js").Budget} Budget */
/** @typedef {{ at: number } | { within: number, index: number } | null} Place Where an object begins in the file, or which one it is in an object stream; null for one that was removed. */
/** @typedef {{ places: Map<number, Place>, trailer: Dict }} Places */

export const MOST_OBJECTS = 200_000;
export const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_SECTIONS = 1000;

/**
 * The object that begins at a place: its number and its value.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {Budget} budget
 * @param {(ref: unknown) => unknown} [resolved] gives the length of a stream that is an object of its own
 * @returns {{ number: number, value: import("./pdf-values.js").Value, end: number }}
 * @throws {PdfProblem}
 */
export function objectAt(bytes, at, budget, resolved = (value) => value) {
  const scanner = new Scanner(bytes, budget, at);
  const number = scanner.whole();
  scanner.whole();
  if (!scanner.takes("obj")) throw new PdfProblem("damaged");
  const value = scanner.value();
  if (!(value instanceof Map) || !scanner.takes("stream")) return { number, value, end: scanner.at };
  const from = scanner.at + (bytes[scanner.at] === 0x0d && bytes[scanner.at + 1] === 0x0a ? 2 : 1);
  const end = endOfStream(bytes, from, resolved(value.get("Length")), budget);
  return { number, value: new Stream(value, bytes.subarray(from, end)), end };
}

/**
 * @param {Uint8Array} bytes
 * @param {number} from
 * @param {unknown} length
 * @param {Budget} budget
 */
function endOfStream(bytes, from, length, budget) {
  if (typeof length === "number" && Number.isInteger(length) && length >= 0 && from + length <= bytes.length) {
    if (/^\s*endstream/.test(latin(bytes.subarray(from + length, from + length + 13)))) return from + length;
  }
  const end = indexOf(bytes, "endstream", from);
  if (end < 0) throw new PdfProblem("damaged");
  budget.spend(end - from);
  return end - (bytes[end - 2] === 0x0d && bytes[end - 1] === 0x0a ? 2 : bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d ? 1 : 0);
}

/**
 * Where a word stands in bytes, or -1.
 * @param {Uint8Array} bytes
 * @param {string} word
 * @param {number} from
 */
export function indexOf(bytes, word, from) {
  const codes = [...word].map((sign) => sign.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0], from); at >= 0; at = bytes.indexOf(codes[0], at + 1)) {
    if (codes.every((code, next) => bytes[at + next] === code)) return at;
  }
  return -1;
}

/**
 * The places of all objects, as the file says them. What was written later counts.
 * @param {Uint8Array} bytes
 * @param {Budget} budget
 * @returns {Promise<Places>}
 * @throws {PdfProblem}
 */
export async function placesOf(bytes, budget) {
  const end = latin(bytes.subarray(-2048));
  // What was added last may be short: then the end of what was there before is here too.
  const [, start] = /^startxref\s+(\d{1,10})\s/.exec(end.slice(end.lastIndexOf("startxref"))) ?? [];
  if (start === undefined) throw new PdfProblem("damaged");
  /** @type {Map<number, Place>} */
  const places = new Map();
  /** @type {Dict | null} */
  let trailer = null;
  const waiting = [{ at: Number(start), hides: false }];
  const seen = new Set();
  for (const { at, hides } of waiting) {
    if (seen.has(at)) continue;
    if (seen.size >= MOST_SECTIONS || at >= bytes.length) throw new PdfProblem("damaged");
    seen.add(at);
    const section = await sectionAt(bytes, at, budget);
    // A table may hide objects of its stream from old programs: it calls them removed.
    for (const [number, place] of section.places) if (!places.has(number) || (hides && !places.get(number))) places.set(number, place);
    if (places.size > MOST_OBJECTS) throw new PdfProblem("too-much");
    trailer ??= section.trailer;
    for (const key of ["XRefStm", "Prev"]) {
      if (section.trailer.has(key)) waiting.push({ at: Number(section.trailer.get(key)), hides: key === "XRefStm" });
    }
  }
  if (!trailer?.has("Root")) throw new PdfProblem("damaged");
  return { places, trailer };
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {Budget} budget
 * @returns {Promise<Places>}
 */
async function sectionAt(bytes, at, budget) {
  const scanner = new Scanner(bytes, budget, at);
  if (scanner.takes("xref")) return table(scanner);
  const { value } = objectAt(bytes, at, budget);
  if (!(value instanceof Stream) || !isName(value.dict.get("Type"), "XRef")) throw new PdfProblem("damaged");
  const data = await decoded(value.raw, value.dict.get("Filter"), value.dict.get("DecodeParms"), MOST_UNPACKED);
  budget.spend(data.length);
  return { places: inStream(value.dict, data), trailer: value.dict };
}

/**
 * @param {Scanner} scanner
 * @returns {Places}
 */
function table(scanner) {
  /** @type {Map<number, Place>} */
  const places = new Map();
  while (!scanner.takes("trailer")) {
    const [first, count] = [scanner.whole(), scanner.whole()];
    if (count > MOST_OBJECTS) throw new PdfProblem("too-much");
    for (let number = first; number < first + count; number += 1) {
      const at = scanner.whole();
      scanner.whole();
      places.set(number, scanner.word() === "n" ? { at } : null);
    }
  }
  const trailer = scanner.value();
  if (!(trailer instanceof Map)) throw new PdfProblem("damaged");
  return { places, trailer };
}

/**
 * @param {Dict} dict
 * @param {Uint8Array} data
 */
function inStream(dict, data) {
  const widths = dict.get("W");
  const index = dict.get("Index") ?? [0, dict.get("Size")];
  const isWhole = (/** @type {unknown} */ value) => typeof value === "number" && Number.isInteger(value) && value >= 0;
  const sound = Array.isArray(widths) && widths.length >= 3 && widths.every((width) => isWhole(width) && width <= 8);
  if (!sound || !Array.isArray(index) || !index.every(isWhole)) throw new PdfProblem("damaged");
  /** @type {Map<number, Place>} */
  const places = new Map();
  let at = 0;
  const field = (/** @type {number} */ width, /** @type {number} */ usual) => {
    let value = width ? 0 : usual;
    for (const end = at + width; at < end; at += 1) value = 256 * value + (data[at] ?? 0);
    return value;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (let number = index[part]; number < index[part] + index[part + 1] && at < data.length; number += 1) {
      const [kind, second, third] = [field(widths[0], 1), field(widths[1], 0), field(widths[2], 0)];
      places.set(number, kind === 1 ? { at: second } : kind === 2 ? { within: second, index: third } : null);
    }
  }
  if (places.size > MOST_OBJECTS) throw new PdfProblem("too-much");
  return places;
}

/**
 * The places of all objects, looked for in the whole file: for one whose tables are damaged.
 * @param {Uint8Array} bytes
 * @param {Budget} budget
 * @returns {Places}
 * @throws {PdfProblem}
 */
export function searchedPlaces(bytes, budget) {
  /** @type {Map<number, Place>} */
  const places = new Map();
  /** @type {Dict} */
  const trailer = new Map();
  budget.spend(bytes.length);
  for (let at = indexOf(bytes, "obj", 0); at >= 0; at = indexOf(bytes, "obj", at + 3)) {
    const [head, number] = /(\d{1,10})\s+\d{1,5}\s*$/.exec(latin(bytes.subarray(Math.max(0, at - 24), at))) ?? [];
    if (head !== undefined) places.set(Number(number), { at: at - head.length });
    if (places.size > MOST_OBJECTS) throw new PdfProblem("too-much");
  }
  for (let at = indexOf(bytes, "trailer", 0); at >= 0; at = indexOf(bytes, "trailer", at + 7)) {
    try {
      const found = new Scanner(bytes, budget, at + 7).value();
      if (found instanceof Map) for (const [key, value] of found) trailer.set(key, value);
    } catch (fault) {
      if (!(fault instanceof PdfProblem) || fault.reason !== "damaged") throw fault;
    }
  }
  return { places, trailer };
}
