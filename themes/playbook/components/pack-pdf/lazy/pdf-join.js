// Joins pages of PDFs of this playbook into one: each copy has pages, annotations, fields and structure of its own, and shares what is drawn, fonts and pictures.
import { Name, Ref, Stream } from "../../pdf-reader/lazy/pdf-values.js";
import { Copy } from "./pdf-copy.js";
import { FONT, PdfWriter, bytesOf, packedStream, stringOf, written } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */
/** @typedef {import("./pdf-source.js").PdfSource} PdfSource */
/** @typedef {import("./pdf-font.js").PdfFont} PdfFont */
/** @typedef {{ source: PdfSource, first: number, end: number, copy: number, from: number, total: number, isBare?: boolean, isFacing?: boolean, written?: Map<string, string[]> }} Part Pages of a source, which copy it is, and the numbers of its pages. Bare ones have no fields and no links; where something is `written`, it stands in place of the fields with these names. The margins of facing ones are mirrored on the backs of sheets of paper. */

/**
 * A hash of bytes, of 53 bits.
 * @param {Uint8Array} bytes
 */
function hash(bytes) {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 2654435761);
    two = Math.imul(two ^ byte, 1597334677);
  }
  return 4294967296 * (two & 0x1fffff) + (one >>> 0);
}

/**
 * @param {unknown} text
 * @returns {string}
 */
export const xml = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export class Joiner {
  writer = new PdfWriter();
  /** @type {Ref[]} */
  pages = [];
  /** @type {Ref[]} the elements of structure below the document */
  top = [];
  /** @type {Value[]} what is marked on each page, or the element of each annotation */
  parents = [];
  /** @type {Ref[]} */
  fields = [];
  /** @type {Dict} */
  fonts = new Map();
  /** @type {{ title: string, page: Ref }[]} */
  bookmarks = [];
  /** @type {Map<PdfSource, Map<number, Ref>>} */
  #shared = new Map();
  /** @type {Map<string, { ref: Ref, value: Value }[]>} objects by what is written in them, so that equal ones are written once */
  #equal = new Map();
  /** @type {Map<PdfSource, Map<string, Ref | null>>} what is drawn on pages with other numbers */
  #drawn = new Map();
  /** @type {Dict} */
  #defaults = new Map();
  /** @type {Ref | null} */
  #saved = null;

  /**
   * @param {{ ref: Ref, font: PdfFont }} text the font of the pack
   */
  constructor(text) {
    this.text = text;
    this.root = this.writer.reserved();
    this.document = this.writer.reserved();
    this.tree = this.writer.reserved();
  }

  /**
   * A joiner that writes in the richest font of a source.
   * @param {PdfSource} source
   */
  static async withFontOf(source) {
    const [name, font] = await source.richestFont();
    const joiner = new Joiner({ ref: new Ref(0, 0), font });
    joiner.text.ref = joiner.#refShared(source, source.fontsOf(0).get(name));
    return joiner;
  }

  /**
   * Add pages. Gives the first of them.
   * @param {Part} part
   */
  async add(part) {
    const copy = new Copy(this, part, (ref) => this.#refShared(part.source, ref));
    const [first] = await copy.added();
    const { form, file } = part.source;
    for (const [name, font] of file.dict(file.dict(form.get("DR")).get("Font"))) this.fonts.set(name, this.#valueShared(part.source, font));
    for (const key of ["DA", "Q"]) if (form.has(key) && !this.#defaults.has(key)) this.#defaults.set(key, this.#valueShared(part.source, form.get(key)));
    return first;
  }

  /**
   * The stream of what is drawn on a page with another number in its foot. The same for all copies with that number.
   * @param {PdfSource} source
   * @param {number} page
   * @param {string} number
   * @returns {Promise<Ref | null>} null if the page has no number
   */
  async drawn(source, page, number) {
    const known = this.#drawn.get(source) ?? new Map();
    this.#drawn.set(source, known);
    const key = `${page} ${number}`;
    if (known.has(key)) return known.get(key);
    const drawn = await source.numbered(page, number, FONT, this.text.font);
    const ref = drawn === null ? null : this.writer.add(await packedStream(bytesOf(drawn)));
    known.set(key, ref);
    return ref;
  }

  /** What keeps the state of drawing, to stand before what is drawn on a page that is written on. */
  async saved() {
    this.#saved ??= this.writer.add(await packedStream(bytesOf("q\n")));
    return this.#saved;
  }

  /**
   * @param {PdfSource} source
   * @param {Value} value
   * @returns {Value}
   */
  #valueShared(source, value) {
    if (value instanceof Ref) return this.#refShared(source, value);
    if (Array.isArray(value)) return value.map((one) => this.#valueShared(source, one));
    if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, this.#valueShared(source, one)]));
    return value;
  }

  /**
   * An object that all copies share. One that is equal to another, such as the same font in two sheets, is that one.
   * @param {PdfSource} source
   * @param {Ref} ref
   * @returns {Ref}
   */
  #refShared(source, ref) {
    const known = this.#shared.get(source) ?? new Map();
    this.#shared.set(source, known);
    const before = known.get(ref.number);
    if (before) return before;
    const value = source.file.object(ref.number);
    const isStream = value instanceof Stream;
    const content = isStream ? value.dict : value;
    const made = this.#valueShared(source, content);
    const stream = isStream ? new Stream(/** @type {Dict} */ (made), value.raw) : made;
    const key = isStream ? `${written(made)} ${value.raw.length} ${hash(value.raw)}` : written(made);
    const same = (this.#equal.get(key) ?? []).find(({ value: other }) => !isStream || (other instanceof Stream && value.raw.every((byte, at) => byte === other.raw[at])));
    const found = same?.ref ?? this.writer.add(stream);
    if (!same) this.#equal.set(key, [...(this.#equal.get(key) ?? []), { ref: found, value: stream }]);
    known.set(ref.number, found);
    return found;
  }

  /**
   * The PDF.
   * @param {{ title: string, language: string }} about
   */
  async file({ title, language }) {
    const { writer } = this;
    const kids = writer.add(new Map(/** @type {[string, Value][]} */ ([["Type", new Name("Pages")], ["Kids", this.pages], ["Count", this.pages.length]])));
    for (const page of this.pages) /** @type {Dict} */ (writer.objects[page.number]).set("Parent", kids);
    const nums = writer.add(new Map([["Nums", this.parents.flatMap((value, at) => [at, value])]]));
    writer.set(this.tree, new Map(/** @type {[string, Value][]} */ ([["Type", new Name("StructTreeRoot")], ["ParentTree", nums], ["K", [this.document]]])));
    writer.set(this.document, new Map(/** @type {[string, Value][]} */ ([["Type", new Name("StructElem")], ["S", new Name("Document")], ["P", this.tree], ["K", this.top]])));
    /** @type {Dict} */
    const root = new Map(
      /** @type {[string, Value][]} */ ([
        ["Type", new Name("Catalog")],
        ["Pages", kids],
        ["Lang", stringOf(language)],
        ["StructTreeRoot", this.tree],
        ["MarkInfo", new Map([["Marked", true]])],
        ["ViewerPreferences", new Map([["DisplayDocTitle", true]])],
        ["Metadata", writer.add(metadata(title))],
      ]),
    );
    if (this.bookmarks.length) root.set("Outlines", this.#outlines());
    if (this.fields.length) {
      const resources = new Map([["Font", this.fonts]]);
      root.set("AcroForm", new Map(/** @type {[string, Value][]} */ ([["Fields", this.fields], ["DR", resources], ...this.#defaults])));
    }
    writer.set(this.root, root);
    return writer.file(this.root, writer.add(new Map([["Title", stringOf(title)]])));
  }

  #outlines() {
    const { writer } = this;
    const above = writer.reserved();
    const refs = this.bookmarks.map(() => writer.reserved());
    this.bookmarks.forEach(({ title, page }, at) => {
      /** @type {Dict} */
      const one = new Map(/** @type {[string, Value][]} */ ([["Title", stringOf(title)], ["Parent", above], ["Dest", [page, new Name("Fit")]]]));
      if (at) one.set("Prev", refs[at - 1]);
      if (at + 1 < refs.length) one.set("Next", refs[at + 1]);
      writer.set(refs[at], one);
    });
    writer.set(above, new Map(/** @type {[string, Value][]} */ ([["Type", new Name("Outlines")], ["First", refs[0]], ["Last", refs[refs.length - 1]], ["Count", refs.length]])));
    return above;
  }
}

/**
 * What a PDF says of itself, as PDF/UA wants it.
 * @param {string} title
 */
function metadata(title) {
  const text =
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
  return new Stream(new Map(/** @type {[string, Value][]} */ ([["Type", new Name("Metadata")], ["Subtype", new Name("XML")]])), new TextEncoder().encode(text));
}
