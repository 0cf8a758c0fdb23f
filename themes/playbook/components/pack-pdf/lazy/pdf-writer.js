// Writes PDFs: objects are packed into streams, which every viewer since PDF 1.5 reads.
import { Name, Ref, Stream } from "../../pdf-reader/lazy/pdf-values.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */

/** The name of the font that a pack itself is written in. */
export const FONT = "PackText";

/** The objects of a stream of objects. */
const TOGETHER = 400;

/**
 * A text as bytes of the same numbers. Only for texts without other characters.
 * @param {string} text
 */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * A text as the string of a PDF: as it is where all its characters are ASCII, else in UTF-16.
 * @param {string} text
 */
export function stringOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return bytesOf(text);
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xfe, 0xff]);
  for (let at = 0; at < text.length; at += 1) bytes.set([text.charCodeAt(at) >> 8, text.charCodeAt(at) & 0xff], 2 + 2 * at);
  return bytes;
}

/** @param {number} number */
const numeral = (number) => (Number.isInteger(number) ? String(number) : number.toFixed(6).replace(/\.?0+$/, ""));

/** @param {string} name */
const escaped = (name) => name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);

/**
 * A value as it is written. Streams are objects and no values.
 * @param {Value} value
 * @returns {string}
 */
export function written(value) {
  if (value instanceof Name) return `/${escaped(value.name)}`;
  if (value instanceof Ref) return `${value.number} 0 R`;
  if (value instanceof Uint8Array) return `<${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}>`;
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  if (value instanceof Map) return `<<${[...value].map(([key, one]) => `/${escaped(key)} ${written(one)}`).join("")}>>`;
  return typeof value === "number" ? numeral(value) : String(value);
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function packed(bytes) {
  const through = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(through).arrayBuffer());
}

/**
 * A stream of bytes that are packed.
 * @param {Uint8Array} bytes
 * @param {[string, Value][]} [entries]
 */
export async function packedStream(bytes, entries = []) {
  return new Stream(new Map([...entries, ["Filter", new Name("FlateDecode")]]), await packed(bytes));
}

export class PdfWriter {
  /** @type {Value[]} by their numbers, of which 0 is none */
  objects = [null];

  /** A number whose object is set later. */
  reserved() {
    return new Ref(this.objects.push(null) - 1, 0);
  }

  /** @param {Value} value */
  add(value) {
    return new Ref(this.objects.push(value) - 1, 0);
  }

  /**
   * @param {Ref} ref
   * @param {Value} value
   */
  set(ref, value) {
    this.objects[ref.number] = value;
  }

  /**
   * The bytes of the PDF.
   * @param {Ref} root
   * @param {Ref} info
   * @returns {Promise<Blob>}
   */
  async file(root, info) {
    /** @type {Uint8Array[]} */
    const parts = [];
    let at = 0;
    /** @param {Uint8Array} bytes */
    const put = (bytes) => {
      parts.push(bytes);
      at += bytes.length;
    };
    /** @type {number[][]} the rows of the table: the sort of each object, and its two fields */
    const rows = [[0, 0, 65535]];
    const plain = this.objects.flatMap((value, number) => (number && !(value instanceof Stream) ? [number] : []));
    put(bytesOf("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"));
    /**
     * @param {number} number
     * @param {Stream} stream
     */
    const putStream = (number, stream) => {
      rows[number] = [1, at, 0];
      const dict = new Map(stream.dict).set("Length", stream.raw.length);
      put(bytesOf(`${number} 0 obj\n${written(dict)}\nstream\n`));
      put(stream.raw);
      put(bytesOf("\nendstream\nendobj\n"));
    };
    this.objects.forEach((value, number) => value instanceof Stream && putStream(number, value));
    let next = this.objects.length;
    for (let from = 0; from < plain.length; from += TOGETHER, next += 1) {
      const numbers = plain.slice(from, from + TOGETHER);
      const texts = numbers.map((number) => written(this.objects[number]));
      let start = 0;
      const head = numbers.map((number, index) => {
        rows[number] = [2, next, index];
        const pair = `${number} ${start}`;
        start += texts[index].length + 1;
        return pair;
      });
      const first = `${head.join(" ")} `;
      const entries = /** @type {[string, Value][]} */ ([["Type", new Name("ObjStm")], ["N", numbers.length], ["First", first.length]]);
      putStream(next, await packedStream(bytesOf(first + texts.join(" ")), entries));
    }
    rows[next] = [1, at, 0];
    const table = new Uint8Array(rows.flatMap(([sort, a, b]) => [sort, a >>> 24, (a >>> 16) & 0xff, (a >>> 8) & 0xff, a & 0xff, b >>> 8, b & 0xff]));
    const entries = /** @type {[string, Value][]} */ ([["Type", new Name("XRef")], ["Size", rows.length], ["W", [1, 4, 2]], ["Root", root], ["Info", info]]);
    const start = at;
    putStream(next, await packedStream(table, entries));
    put(bytesOf(`startxref\n${start}\n%%EOF\n`));
    return new Blob(/** @type {BlobPart[]} */ (parts), { type: "application/pdf" });
  }
}
