// Pages that a pack writes itself, such as its cover: what is drawn on them, their structure, and their feet.
import { Name } from "../../pdf-reader/lazy/pdf-values.js";
import { shown } from "./pdf-lines.js";
import { FONT, bytesOf, packedStream, stringOf } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Ref} Ref */
/** @typedef {{ width: number, height: number }} Size in points */
/** @typedef {{ ref: Ref, drawn: string[], marked: Ref[], links: Ref[] }} WrittenPage What is drawn, the elements of what is marked, and the links. */

const MM = 72 / 25.4;
/** The margin for holes, the one opposite, and those above and below, as sheets have them. */
const [HOLES, SIDE, ABOVE, BELOW, FOOT] = [20, 12, 16, 18, 10].map((one) => one * MM);
const SMALL = 9;

/** @param {[string, Value][]} entries */
const dict = (entries) => new Map(entries);

export class PdfPages {
  /** @type {WrittenPage[]} */
  #pages = [];
  /** Where the next line begins, from below. */
  y = 0;

  /**
   * @param {import("./pdf-join.js").Joiner} joiner
   * @param {Size} size
   * @param {string} foot
   * @param {boolean} isFacing whether margins are mirrored on the backs of sheets of paper
   */
  constructor(joiner, size, foot, isFacing) {
    this.joiner = joiner;
    this.size = size;
    this.foot = foot;
    this.isFacing = isFacing;
    this.font = joiner.text.font;
    this.wide = size.width - HOLES - SIDE;
    /** How much has room on a page. */
    this.high = size.height - ABOVE - BELOW;
    this.turn();
  }

  get #page() {
    return this.#pages[this.#pages.length - 1];
  }

  /** @param {number} at the place of the page, from 0 */
  #left(at) {
    return this.isFacing && (this.joiner.pages.length + at) % 2 ? SIDE : HOLES;
  }

  get left() {
    return this.#left(this.#pages.length - 1);
  }

  /** How much has room below the last line. */
  get room() {
    return this.y - BELOW;
  }

  get isEmpty() {
    return this.y === this.size.height - ABOVE;
  }

  /** Begin a page. */
  turn() {
    this.#pages.push({ ref: this.joiner.writer.reserved(), drawn: [], marked: [], links: [] });
    this.y = this.size.height - ABOVE;
  }

  /**
   * An element of the structure.
   * @param {string} sort
   * @param {Ref} parent
   * @param {[string, Value][]} [entries]
   */
  element(sort, parent, entries = []) {
    const { writer, document, top } = this.joiner;
    const ref = writer.add(dict([["Type", new Name("StructElem")], ["S", new Name(sort)], ["P", parent], ...entries, ["K", []]]));
    if (parent === document) top.push(ref);
    else this.#kids(parent).push(ref);
    return ref;
  }

  /** @param {Ref} element */
  #entries(element) {
    return /** @type {Dict} */ (this.joiner.writer.objects[element.number]);
  }

  /** @param {Ref} element */
  #kids(element) {
    return /** @type {Value[]} */ (this.#entries(element).get("K"));
  }

  /**
   * Draw the content of an element, which may go on from another page.
   * @param {Ref} element
   * @param {string} drawn
   */
  mark(element, drawn) {
    const page = this.#page;
    const entries = this.#entries(element);
    const place = page.marked.push(element) - 1;
    if (!entries.has("Pg")) entries.set("Pg", page.ref);
    this.#kids(element).push(entries.get("Pg") === page.ref ? place : dict([["Type", new Name("MCR")], ["Pg", page.ref], ["MCID", place]]));
    page.drawn.push(`/${/** @type {Name} */ (entries.get("S")).name} <</MCID ${place}>> BDC`, drawn, "EMC");
  }

  /**
   * Say more of an element.
   * @param {Ref} element
   * @param {Dict} attributes
   */
  describe(element, attributes) {
    this.#entries(element).set("A", attributes);
  }

  /**
   * Draw what is no content, such as the lines of a table.
   * @param {string} drawn
   */
  artifact(drawn) {
    this.#page.drawn.push(`/Artifact BMC ${drawn} EMC`);
  }

  /**
   * Make a link of a place on the page.
   * @param {Ref} element
   * @param {string} href
   * @param {string} label
   * @param {number[]} box
   */
  link(element, href, label, box) {
    const page = this.#page;
    const { writer, parents } = this.joiner;
    const action = dict([["S", new Name("URI")], ["URI", bytesOf(href)]]);
    const entries = /** @type {[string, Value][]} */ ([["Type", new Name("Annot")], ["Subtype", new Name("Link")], ["Rect", box], ["Border", [0, 0, 0]], ["F", 4], ["A", action], ["Contents", stringOf(label)], ["StructParent", parents.push(element) - 1]]);
    const ref = writer.add(dict(entries));
    page.links.push(ref);
    this.#kids(element).push(dict([["Type", new Name("OBJR")], ["Pg", page.ref], ["Obj", ref]]));
  }

  /** Finish the pages. Gives the first. */
  async finished() {
    const { writer, parents, pages, text } = this.joiner;
    const fonts = dict([["Font", dict([[FONT, text.ref]])]]);
    const all = this.#pages.length;
    for (const [at, { ref, drawn, marked, links }] of this.#pages.entries()) {
      const left = this.#left(at);
      const number = `${at + 1} / ${all}`;
      const right = left + this.wide - this.font.width(number, SMALL);
      const [words, ...more] = this.font.lines(this.foot, SMALL, right - left - SIDE);
      const foot = [[more.length ? `${words} …` : words, left], [number, right]].map(([said, x]) => shown(this.font, FONT, String(said), { x: Number(x), y: FOOT, size: SMALL }));
      const contents = writer.add(await packedStream(bytesOf([...drawn, "/Artifact <</Type /Pagination>> BDC", ...foot, "EMC"].join("\n"))));
      const entries = /** @type {[string, Value][]} */ ([["Type", new Name("Page")], ["MediaBox", [0, 0, this.size.width, this.size.height]], ["Contents", contents], ["Resources", fonts], ["Tabs", new Name("S")], ["StructParents", parents.push(marked) - 1], ["Annots", links]]);
      writer.set(ref, dict(entries));
    }
    const first = pages.push(...this.#pages.map(({ ref }) => ref)) - all;
    return pages[first];
  }
}
