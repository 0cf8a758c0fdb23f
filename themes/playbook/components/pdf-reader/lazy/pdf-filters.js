// Unpacks streams: FlateDecode with its predictors, in proportion to a limit.
import { isName, PdfProblem } from "./pdf-values.js";

/** @typedef {import("./pdf-values.js").Dict} Dict */

/**
 * @param {Uint8Array} packed
 * @param {number} most how many bytes may come out
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(packed, most) {
  const parts = [];
  let size = 0;
  const reader = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new PdfProblem("too-large");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** How many bytes of white space a stream may have behind its data. */
const BEHIND = 2;

/**
 * What was packed with zlib. White space behind it, which some programs leave, is passed over.
 * @param {Uint8Array} packed
 * @param {number} most
 * @returns {Promise<Uint8Array>}
 * @throws {PdfProblem}
 */
export async function inflated(packed, most) {
  for (let behind = 0; behind <= BEHIND; behind += 1) {
    try {
      return await unpacked(packed.subarray(0, packed.length - behind), most);
    } catch (fault) {
      if (fault instanceof PdfProblem) throw fault;
      if (![0x0a, 0x0d].includes(packed[packed.length - 1 - behind])) break;
    }
  }
  throw new PdfProblem("damaged");
}

/**
 * @param {unknown} value
 * @param {number} usual
 */
const whole = (value, usual) => (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 100_000 ? value : usual);

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [far, high, both] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (far <= high && far <= both) return left;
  return high <= both ? up : corner;
}

/**
 * Bytes without the predictor that made them small.
 * @param {Uint8Array} bytes
 * @param {Dict} parameters
 */
function unpredicted(bytes, parameters) {
  const predictor = whole(parameters.get("Predictor"), 1);
  if (predictor === 1) return bytes;
  const depth = whole(parameters.get("BitsPerComponent"), 8);
  const pixel = Math.ceil((whole(parameters.get("Colors"), 1) * depth) / 8);
  const width = Math.ceil((whole(parameters.get("Colors"), 1) * depth * whole(parameters.get("Columns"), 1)) / 8);
  if (predictor < 10) throw new PdfProblem("damaged"); // TIFF is for pictures only
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)];
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column < pixel ? 0 : out[at - pixel];
      const up = row ? out[at - width] : 0;
      const corner = row && column >= pixel ? out[at - width - pixel] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[at] = bytes[row * (width + 1) + 1 + column] + guess;
    }
  }
  return out;
}

/** @param {unknown} value */
const listed = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/**
 * The bytes of a stream without its filters.
 * @param {Uint8Array} raw
 * @param {unknown} filter what `/Filter` says, resolved
 * @param {unknown} parameters what `/DecodeParms` says, resolved
 * @param {number} most how many bytes may come out
 * @throws {PdfProblem} also for filters of pictures
 */
export async function decoded(raw, filter, parameters, most) {
  let bytes = raw;
  const given = listed(parameters);
  for (const [at, one] of listed(filter).entries()) {
    if (!isName(one, "FlateDecode") && !isName(one, "Fl")) throw new PdfProblem("damaged");
    bytes = unpredicted(await inflated(bytes, most), given[at] instanceof Map ? given[at] : new Map());
  }
  return bytes;
}
