// A PDF of this playbook, of which pages are taken: what each copy has for itself, and what all copies share.
import { opened } from "../../pdf-reader/lazy/pdf-file.js";
import { isName, latin, Ref, textOf } from "../../pdf-reader/lazy/pdf-values.js";
import { PdfFont } from "./pdf-font.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */

/** The number of a page and of all pages, as the last text of a page. */
const NUMBERED = /BT\s+1 0 0 -1 ([\d.]+) ([\d.]+) Tm\s+\/(\S+) ([\d.]+) Tf\s+(\[[^\]]*\] TJ|<[^>]*> Tj)\s+ET(?![\s\S]*\bBT\b)/;

export class PdfSource {
  /** @type {Map<string, PdfFont>} */
  #fonts = new Map();
  /** @type {Map<number, boolean>} whether pages have a number in their feet */
  #haveNumbers = new Map();

  /** @param {import("../../pdf-reader/lazy/pdf-file.js").PdfFile} file */
  constructor(file) {
    this.file = file;
    this.root = file.dict(file.trailer.get("Root"));
    this.pages = file.pages();
    this.form = file.dict(this.root.get("AcroForm"));
    const tree = file.dict(this.root.get("StructTreeRoot"));
    const kids = file.resolved(tree.get("K"));
    this.document = Array.isArray(kids) ? kids[0] : tree.get("K");
    const nums = file.resolved(file.dict(tree.get("ParentTree")).get("Nums")) ?? [];
    /** @type {Map<number, Value>} what is marked on a page, or the element of an annotation, by its number */
    this.parents = new Map();
    for (let at = 0; at + 1 < nums.length; at += 2) this.parents.set(nums[at], nums[at + 1]);
    this.sections = this.#sections();
    /** @type {Map<number, number>} the places of the pages, from 0, by their numbers */
    this.places = new Map(this.pages.map(({ ref }, at) => [ref.number, at]));
    /** @type {Map<number, { first: number, end: number }>} the pages that an element of the structure lies on, by its number */
    this.spans = new Map();
    if (this.document instanceof Ref) this.#span(this.document, 0);
  }

  /** @param {Uint8Array} bytes */
  static async of(bytes) {
    return new PdfSource(await opened(bytes, { repair: false }));
  }

  /**
   * The headings of its parts, each with the page, from 0, on which it starts and the page before which it ends.
   * @returns {{ title: string, first: number, end: number }[]}
   */
  #sections() {
    /** @type {{ title: string, first: number, end: number }[]} */
    const found = [];
    let next = this.file.dict(this.root.get("Outlines")).get("First");
    while (next instanceof Ref && found.length < 1000) {
      const item = this.file.dict(next);
      const [page] = this.file.resolved(item.get("Dest")) ?? [];
      const first = this.pages.findIndex(({ ref }) => page instanceof Ref && ref.number === page.number);
      if (first >= 0) found.push({ title: textOf(item.get("Title")), first, end: this.pages.length });
      next = item.get("Next");
    }
    found.forEach((section, at) => at && (found[at - 1].end = section.first));
    return found;
  }

  /**
   * The pages that an element of the structure and all below it lie on.
   * @param {Ref} ref
   * @param {number} depth
   */
  #span(ref, depth) {
    const known = this.spans.get(ref.number);
    if (known || depth > 200) return known ?? { first: 0, end: 0 };
    const span = { first: this.pages.length, end: 0 };
    this.spans.set(ref.number, span);
    const dict = this.file.dict(ref);
    const place = this.places.get(dict.get("Pg")?.number);
    const kids = this.file.resolved(dict.get("K")) ?? [];
    const each = (Array.isArray(kids) ? kids : [kids]).map((kid) => (kid instanceof Ref ? this.#span(kid, depth + 1) : null));
    for (const { first, end } of [...each, place === undefined ? null : { first: place, end: place + 1 }].filter((one) => one !== null)) {
      span.first = Math.min(span.first, first);
      span.end = Math.max(span.end, end);
    }
    return span;
  }

  /**
   * Whether an element may lie on these pages.
   * @param {Ref} ref
   * @param {{ first: number, end: number }} range
   */
  mayLieOn(ref, { first, end }) {
    const span = this.spans.get(ref.number) ?? this.#span(ref, 0);
    return span.first < end && span.end > first;
  }

  /** The size of a page in points. @param {number} page */
  size(page) {
    const { dict } = this.pages[page];
    const [, , width, height] = this.file.resolved(dict.get("MediaBox") ?? this.file.dict(dict.get("Parent")).get("MediaBox"));
    return { width, height };
  }

  /** The fonts of a page by their names. @param {number} page */
  fontsOf(page) {
    const { dict } = this.pages[page];
    return this.file.dict(this.file.dict(dict.get("Resources") ?? this.file.dict(dict.get("Parent")).get("Resources")).get("Font"));
  }

  /**
   * @param {number} page
   * @param {string} name
   */
  async font(page, name) {
    const known = this.#fonts.get(name) ?? (await PdfFont.read(this.file, this.fontsOf(page).get(name)));
    this.#fonts.set(name, known);
    return known;
  }

  /** The name of the font that has the most characters, and the font. */
  async richestFont() {
    /** @type {[string, PdfFont][]} */
    const fonts = await Promise.all([...this.fontsOf(0).keys()].map(async (name) => [name, await this.font(0, name)]));
    return fonts.reduce((best, one) => (one[1].glyphs.size > best[1].glyphs.size ? one : best));
  }

  /** What is drawn on a page. @param {number} page */
  async drawn(page) {
    const contents = this.file.resolved(this.pages[page].dict.get("Contents"));
    return latin(await this.file.decoded(contents));
  }

  /**
   * What is drawn on a page with another number in its foot. A page without a number, such as one of cards, stays as it is.
   * @param {number} page
   * @param {string} number
   * @param {string} name of the font that it is written in
   * @param {PdfFont} font
   */
  async numbered(page, number, name, font) {
    const drawn = await this.drawn(page);
    const found = await this.#number(page, drawn);
    if (!found) return null;
    const { all, x, y, old, text, size, shown } = found;
    const before = [...shown.matchAll(/<([0-9a-f]{4})+>/gi)].length ? old.width(text, Number(size)) : 0;
    const place = Number(x) + before - font.width(number, Number(size));
    return drawn.replace(all, `BT\n1 0 0 -1 ${place.toFixed(4)} ${y} Tm\n/${name} ${size} Tf\n${font.hex(number)} Tj\nET`);
  }

  /**
   * The number in the foot of a page, as it is drawn; null if there is none.
   * @param {number} page
   * @param {string} drawn
   */
  async #number(page, drawn) {
    const found = NUMBERED.exec(drawn);
    if (!found) return null;
    const [all, x, y, name, size, shown] = found;
    const old = await this.font(page, name);
    const text = old.text(shown);
    return /^\s*\d+\s*\/\s*\d+\s*$/.test(text) ? { all, x, y, old, text, size, shown } : null;
  }

  /** Whether a page has a number in its foot, as all have but those of cards. @param {number} page */
  async hasNumber(page) {
    const known = this.#haveNumbers.get(page) ?? (await this.#number(page, await this.drawn(page))) !== null;
    this.#haveNumbers.set(page, known);
    return known;
  }

  /** Whether an object belongs to each copy alone. @param {unknown} value */
  isOwn(value) {
    if (!(value instanceof Map)) return false;
    const isOf = ["Page", "Annot", "StructElem", "OBJR"].some((name) => isName(value.get("Type"), name));
    return isOf || (value.has("Kids") && value.has("FT"));
  }
}
