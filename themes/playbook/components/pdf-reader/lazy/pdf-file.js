// A PDF that somebody chose or dropped, or one to be joined with others: its objects, its pages. Nothing in it is run.
import { decoded } from "./pdf-filters.js";
import { Budget, Scanner } from "./pdf-scanner.js";
import { isName, latin, PdfProblem, Ref, Stream } from "./pdf-values.js";
import { MOST_UNPACKED, objectAt, placesOf, searchedPlaces } from "./pdf-xref.js";

/** @typedef {import("./pdf-values.js").Value} Value */
/** @typedef {import("./pdf-values.js").Dict} Dict */

/** The longest file that is read. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** How much work a file may be, in bytes looked at for each byte of it. */
const WORK = 12;
const MOST_STEPS = 32;
const MOST_PAGES = 10_000;

/**
 * A PDF with all its objects read.
 * @param {Uint8Array} bytes
 * @param {{ repair?: boolean }} [how] without `repair`, a file with damaged tables is refused
 * @returns {Promise<PdfFile>}
 * @throws {PdfProblem}
 */
export async function opened(bytes, { repair = true } = {}) {
  if (bytes.length > MOST_BYTES) throw new PdfProblem("too-large");
  const start = latin(bytes.subarray(0, 1024)).indexOf("%PDF-");
  if (start < 0) throw new PdfProblem("no-pdf");
  const content = bytes.subarray(start);
  const budget = new Budget(WORK * content.length + 100_000);
  try {
    const file = new PdfFile(content, budget, await placesOf(content, budget));
    await file.read();
    return file;
  } catch (fault) {
    if (!(fault instanceof PdfProblem) || fault.reason !== "damaged" || !repair) throw fault;
  }
  const file = new PdfFile(content, budget, searchedPlaces(content, budget));
  await file.readWhatIsThere();
  return file;
}

export class PdfFile {
  /** @type {Map<number, Value>} */
  #objects = new Map();
  /** @type {Set<number>} the objects that are being read */
  #reading = new Set();

  /**
   * @param {Uint8Array} bytes
   * @param {Budget} budget
   * @param {import("./pdf-xref.js").Places} places
   */
  constructor(bytes, budget, { places, trailer }) {
    this.bytes = bytes;
    this.budget = budget;
    this.places = places;
    this.trailer = trailer;
    if (trailer.has("Encrypt")) throw new PdfProblem("encrypted");
  }

  /** The numbers of all objects, without the streams that only hold others. */
  get numbers() {
    const isPart = (/** @type {Value} */ value) => value instanceof Stream && ["ObjStm", "XRef"].some((name) => isName(value.dict.get("Type"), name));
    return [...this.#objects].filter(([, value]) => value !== null && !isPart(value)).map(([number]) => number).sort((a, b) => a - b);
  }

  /**
   * The value of an object; null if there is none.
   * @param {number} number
   * @returns {Value}
   */
  object(number) {
    return this.#objects.get(number) ?? null;
  }

  /**
   * What a reference leads to; other values as they are.
   * @param {unknown} value
   * @returns {any}
   */
  resolved(value) {
    let found = value;
    for (let step = 0; found instanceof Ref; step += 1) {
      if (step > MOST_STEPS) return null;
      found = this.object(found.number);
    }
    return found;
  }

  /**
   * The dictionary that a value is or leads to; an empty one if it is none.
   * @param {unknown} value
   * @returns {Dict}
   */
  dict(value) {
    const found = this.resolved(value);
    if (found instanceof Stream) return found.dict;
    return found instanceof Map ? found : new Map();
  }

  /**
   * The bytes of a stream, unpacked.
   * @param {Stream} stream
   * @throws {PdfProblem}
   */
  async decoded({ dict, raw }) {
    const parameters = this.resolved(dict.get("DecodeParms"));
    const each = Array.isArray(parameters) ? parameters.map((one) => this.resolved(one)) : parameters;
    const bytes = await decoded(raw, this.resolved(dict.get("Filter")), each, MOST_UNPACKED);
    this.budget.spend(bytes.length / WORK);
    return bytes;
  }

  /** Read all objects. @throws {PdfProblem} */
  async read() {
    for (const [number, place] of this.places) if (place && "at" in place) this.#readAt(number, place.at);
    for (const [stream, numbers] of this.#packed()) await this.#unpack(stream, numbers);
    if (!this.dict(this.trailer.get("Root")).has("Pages")) throw new PdfProblem("damaged");
  }

  /** Read the objects that can be read, of a file that is damaged. @throws {PdfProblem} */
  async readWhatIsThere() {
    for (const [number, place] of this.places) if (place && "at" in place) this.#tried(() => this.#readAt(number, place.at));
    for (const [number, value] of [...this.#objects]) {
      if (!(value instanceof Stream)) continue;
      if (isName(value.dict.get("Type"), "XRef")) for (const [key, one] of value.dict) this.trailer.set(key, one);
      if (isName(value.dict.get("Type"), "ObjStm")) await this.#unpack(number).catch(passedOver);
    }
    if (this.trailer.has("Encrypt")) throw new PdfProblem("encrypted");
    for (const [number, value] of this.#objects) {
      if (value instanceof Map && isName(value.get("Type"), "Catalog") && !this.dict(this.trailer.get("Root")).has("Pages")) this.trailer.set("Root", new Ref(number, 0));
    }
    if (!this.dict(this.trailer.get("Root")).has("Pages")) throw new PdfProblem("damaged");
  }

  /** @param {() => void} read */
  #tried(read) {
    try {
      read();
    } catch (fault) {
      passedOver(fault);
    }
  }

  /**
   * @param {number} number
   * @param {number} at
   */
  #readAt(number, at) {
    if (this.#objects.has(number)) return;
    this.#reading.add(number);
    const found = objectAt(this.bytes, at, this.budget, (length) => this.#length(length));
    if (found.number !== number) throw new PdfProblem("damaged");
    this.#objects.set(number, found.value);
  }

  /**
   * The length of a stream, which may be an object that is not read yet.
   * @param {unknown} value
   */
  #length(value) {
    if (!(value instanceof Ref)) return value;
    const place = this.places.get(value.number);
    if (place && "at" in place && !this.#reading.has(value.number)) this.#readAt(value.number, place.at);
    return this.object(value.number);
  }

  /** The objects in object streams: their numbers, by that of the stream. */
  #packed() {
    /** @type {Map<number, Set<number>>} */
    const found = new Map();
    for (const [number, place] of this.places) {
      if (!place || "at" in place) continue;
      const numbers = found.get(place.within) ?? new Set();
      found.set(place.within, numbers.add(number));
    }
    return found;
  }

  /**
   * Read the objects of an object stream, only these where they are named.
   * @param {number} stream
   * @param {Set<number>} [numbers]
   */
  async #unpack(stream, numbers) {
    const value = this.object(stream);
    if (!(value instanceof Stream)) throw new PdfProblem("damaged");
    const bytes = await this.decoded(value);
    this.budget.left += WORK * Math.min(bytes.length, 20 * value.raw.length); // it is work only if it was packed too well
    const [count, first] = [this.resolved(value.dict.get("N")), this.resolved(value.dict.get("First"))];
    if (!Number.isInteger(count) || !Number.isInteger(first) || count > bytes.length) throw new PdfProblem("damaged");
    const head = new Scanner(bytes, this.budget);
    for (let index = 0; index < count; index += 1) {
      const [number, at] = [head.whole(), head.whole()];
      if (numbers && !numbers.has(number)) continue;
      if (!numbers && this.places.has(number)) continue;
      this.#objects.set(number, new Scanner(bytes, this.budget, first + at).value());
    }
  }

  /**
   * The pages in order. What they inherit stands in the nodes above them.
   * @returns {{ ref: Ref, dict: Dict }[]}
   * @throws {PdfProblem}
   */
  pages() {
    /** @type {{ ref: Ref, dict: Dict }[]} */
    const found = [];
    const seen = new Set();
    const waiting = [this.dict(this.trailer.get("Root")).get("Pages")];
    while (waiting.length) {
      const ref = waiting.shift();
      if (!(ref instanceof Ref) || seen.has(ref.number)) continue;
      seen.add(ref.number);
      const dict = this.dict(ref);
      const kids = this.resolved(dict.get("Kids"));
      if (Array.isArray(kids)) waiting.unshift(...kids);
      else found.push({ ref, dict });
      if (found.length > MOST_PAGES || waiting.length > MOST_PAGES) throw new PdfProblem("too-much");
    }
    return found;
  }
}

/**
 * A damaged object is left out; anything else is thrown on.
 * @param {unknown} fault
 */
function passedOver(fault) {
  if (!(fault instanceof PdfProblem) || fault.reason !== "damaged") throw fault;
}
