// One copy of pages that are joined: what it has for itself is renumbered, and leads to what all copies share.
import { isName, Name, Ref, textOf } from "../../pdf-reader/lazy/pdf-values.js";
import { drawnInto } from "../../session-papers/lazy/written-page.js";
import { FONT, bytesOf, packedStream, stringOf } from "./pdf-writer.js";

/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Value} Value */
/** @typedef {import("../../pdf-reader/lazy/pdf-values.js").Dict} Dict */
/** @typedef {import("./pdf-join.js").Joiner} Joiner */
/** @typedef {import("./pdf-join.js").Part} Part */

// The margin for holes is wider than the one opposite by so much: at the left, in landscape at the top (themes/playbook/paper/css/sheet.css).
const [ACROSS, DOWN] = [10 * (72 / 25.4), 9 * (72 / 25.4)];
const BOXES = ["MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox"];

/**
 * Move the sheet of paper below what is on a page, so that the wide margin is on the other side.
 * @param {Dict} page
 * @param {import("../../pdf-reader/lazy/pdf-file.js").PdfFile} file
 */
function mirror(page, file) {
  for (const key of BOXES.filter((one) => page.has(one))) {
    const [left, bottom, right, top] = file.resolved(page.get(key));
    const isLandscape = right - left > top - bottom;
    const [x, y] = isLandscape ? [0, -DOWN] : [ACROSS, 0];
    page.set(key, [left + x, bottom + y, right + x, top + y]);
  }
}

/** One copy of pages while it is added. */
export class Copy {
  /** @type {Map<number, Ref>} what this copy has for itself, by the numbers in its source */
  own = new Map();
  /** @type {Map<number, number>} the numbers that the ids of cells begin with */
  tables = new Map();
  /** @type {Map<number, { element: Ref, key: string, texts: string[], field: Dict }[]>} what is written in place of fields, by the numbers of pages in the source */
  written = new Map();

  /**
   * @param {Joiner} joiner
   * @param {Part} part
   * @param {(ref: Ref) => Ref} shared
   */
  constructor(joiner, part, shared) {
    this.joiner = joiner;
    this.part = part;
    this.shared = shared;
    this.source = part.source;
    this.file = part.source.file;
  }

  async added() {
    const { first, end } = this.part;
    const taken = this.source.pages.slice(first, end);
    for (const { ref } of taken) this.own.set(ref.number, this.joiner.writer.reserved());
    for (const { dict } of taken) this.#reserveAnnotations(dict);
    this.#addStructure();
    const added = [];
    for (const [at, page] of taken.entries()) {
      const isBack = (this.joiner.pages.length + at) % 2 === 1;
      added.push(await this.#addPage(page, first + at, isBack));
    }
    this.joiner.pages.push(...added);
    return added;
  }

  /** @param {Dict} page */
  #annotations(page) {
    /** @type {Ref[]} */
    const refs = this.part.isBare || this.part.written ? [] : this.file.resolved(page.get("Annots")) ?? [];
    return refs.filter((ref) => ref instanceof Ref);
  }

  /** @param {Dict} page */
  #reserveAnnotations(page) {
    for (const ref of this.#annotations(page)) {
      this.own.set(ref.number, this.joiner.writer.reserved());
      const above = this.file.dict(ref).get("Parent");
      if (above instanceof Ref && !this.own.has(above.number)) this.own.set(above.number, this.joiner.writer.reserved());
    }
  }

  #addStructure() {
    const kids = this.file.resolved(this.file.dict(this.source.document).get("K")) ?? [];
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      const made = kid instanceof Ref ? this.#element(kid, this.joiner.document) : null;
      if (made) this.joiner.top.push(made);
    }
  }

  /**
   * Add an element that its parent does not name, such as the number of a page, with all that is above it.
   * @param {Value} ref
   */
  #addAbove(ref) {
    let [one, steps] = [ref, 0];
    while (one instanceof Ref && !this.own.has(one.number) && steps < 100) {
      const above = this.file.dict(one).get("P");
      const isTop = above instanceof Ref && this.source.document instanceof Ref && above.number === this.source.document.number;
      if (isTop || !(above instanceof Ref)) {
        this.#element(one, this.joiner.document);
        return;
      }
      one = above;
      steps += 1;
    }
  }

  /**
   * An element with what of it lies on the pages of this copy; null if nothing does.
   * @param {Ref} ref
   * @param {Ref} parent
   * @returns {Ref | null}
   */
  #element(ref, parent) {
    if (!this.source.mayLieOn(ref, this.part)) return null;
    const dict = this.file.dict(ref);
    const found = this.joiner.writer.reserved();
    const kids = this.file.resolved(dict.get("K")) ?? [];
    const page = dict.get("Pg");
    const all = Array.isArray(kids) ? kids : [kids];
    const kept = all.flatMap((kid) => this.#kid(kid, page, found) ?? []);
    const isWritten = [...this.written.values()].flat().some(({ element }) => element === found);
    // A row keeps its cells, also those with nothing to write into them.
    const isCell = this.part.written && ["TD", "TH"].some((sort) => isName(dict.get("S"), sort));
    if (!kept.length && !isCell && (all.length || !(page instanceof Ref && this.own.has(page.number)))) return null;
    this.own.set(ref.number, found);
    /** @type {Dict} */
    const element = new Map([...dict].filter(([key]) => !["K", "P", "Pg"].includes(key)).map(([key, value]) => [key, this.#value(value, found.number)]));
    element.set("P", parent).set("K", kept);
    if (isWritten) element.set("S", new Name("Span")); // the element was a field
    if (page instanceof Ref && this.own.has(page.number)) element.set("Pg", this.own.get(page.number));
    this.joiner.writer.set(found, element);
    return found;
  }

  /**
   * A kid of an element: another element, a place on a page, or an annotation.
   * @param {Value} kid
   * @param {unknown} page
   * @param {Ref} parent
   * @returns {Value}
   */
  #kid(kid, page, parent) {
    const isHere = (/** @type {unknown} */ ref) => ref instanceof Ref && this.own.has(ref.number);
    if (typeof kid === "number") return isHere(page) ? kid : null;
    const value = this.file.resolved(kid);
    if (isName(value.get("Type"), "OBJR") && this.part.written) return this.#writtenKid(value.get("Obj"), parent);
    if (isName(value.get("Type"), "OBJR")) return isHere(value.get("Obj")) ? this.#map(value) : null;
    if (isName(value.get("Type"), "MCR")) return isHere(value.get("Pg") ?? page) ? this.#map(value) : null;
    return kid instanceof Ref ? this.#element(kid, parent) : null;
  }

  /**
   * The text that is written in place of a field, as a kid of the element of the field; null if nothing is known.
   * @param {Value} ref
   * @param {Ref} element
   * @returns {Value}
   */
  #writtenKid(ref, element) {
    if (!(ref instanceof Ref)) return null;
    const field = this.file.dict(ref);
    const page = this.source.pages.find(({ dict }) => (this.file.resolved(dict.get("Annots")) ?? []).some((/** @type {unknown} */ one) => one instanceof Ref && one.number === ref.number));
    const own = page && this.own.get(page.ref.number);
    if (!page || !own) return null;
    const key = textOf(this.file.resolved(field.get("TM")));
    const texts = (this.part.written?.get(key) ?? []).filter(Boolean);
    const all = this.written.get(page.ref.number) ?? [];
    this.written.set(page.ref.number, [...all, { element, key, texts, field }]);
    if (!texts.length) return null;
    const marked = this.file.resolved(this.source.parents.get(page.dict.get("StructParents"))) ?? [];
    const place = marked.length + all.filter((one) => one.texts.length).length;
    return new Map(/** @type {[string, Value][]} */ ([["Type", new Name("MCR")], ["Pg", own], ["MCID", place]]));
  }

  /**
   * The stream of what is written on a page, to follow what is drawn there.
   * @param {Ref} page
   * @param {number} first the number of the first text
   */
  async #writing(page, first) {
    let place = first;
    const { text } = this.joiner;
    const drawn = (this.written.get(page.number) ?? []).map(({ key, texts, field }) => {
      const [left, bottom, right, top] = this.file.resolved(field.get("Rect"));
      const into = drawnInto(key, texts, { x: left, y: bottom, width: right - left, height: top - bottom }, text.font, FONT);
      if (into.isLine) return into.drawn && `/Artifact BMC ${into.drawn} EMC`;
      place += 1;
      return `/Span <</MCID ${place - 1}>> BDC\n${into.drawn}\nEMC`;
    });
    return this.joiner.writer.add(await packedStream(bytesOf(`Q q\n${drawn.filter(Boolean).join("\n")}\nQ\n`)));
  }

  /**
   * @param {{ ref: Ref, dict: Dict }} page
   * @param {number} place
   * @param {boolean} isBack whether it is printed on the back of another
   */
  async #addPage({ ref, dict }, place, isBack) {
    const { writer, parents } = this.joiner;
    const made = this.#map(dict);
    const contents = dict.get("Contents");
    const number = `${this.part.from + place - this.part.first} / ${this.part.total}`;
    if (this.part.total && contents instanceof Ref) {
      made.set("Contents", (await this.joiner.drawn(this.source, place, number)) ?? this.shared(contents));
      made.set("Resources", this.#resources(dict, await this.source.drawn(place)));
    }
    if (dict.has("StructParents")) {
      const marked = this.file.resolved(this.source.parents.get(dict.get("StructParents"))) ?? [];
      for (const one of marked) this.#addAbove(one);
      const all = marked.map((/** @type {Value} */ one) => this.#value(one));
      if (this.part.written) {
        made.set("Contents", [await this.joiner.saved(), made.get("Contents"), await this.#writing(ref, marked.length)]);
        made.set("Resources", this.#resources(dict, await this.source.drawn(place)));
        const own = (this.written.get(ref.number) ?? []).filter(({ texts }) => texts.length);
        all.push(...own.map(({ element }) => element));
      }
      made.set("StructParents", parents.push(all) - 1);
    }
    if (isBack && this.part.isFacing && (await this.source.hasNumber(place))) mirror(made, this.file);
    made.set("Annots", this.#annotations(dict).map((one) => this.#addAnnotation(one)));
    const found = /** @type {Ref} */ (this.own.get(ref.number));
    writer.set(found, made);
    return found;
  }

  /**
   * The resources of a page with the font of the pack, and without pictures of other pages.
   * @param {Dict} page
   * @param {string} drawn
   */
  #resources(page, drawn) {
    const resources = this.file.dict(page.get("Resources"));
    const pictures = this.file.dict(resources.get("XObject"));
    const used = new Map([...pictures].filter(([name]) => drawn.includes(`/${name} Do`)));
    const made = this.#map(new Map(resources).set("XObject", used));
    return made.set("Font", this.#map(this.file.dict(resources.get("Font"))).set(FONT, this.joiner.text.ref));
  }

  /** @param {Ref} ref */
  #addAnnotation(ref) {
    const { writer, parents, fields } = this.joiner;
    const dict = this.file.dict(ref);
    const made = this.#map(dict);
    const found = /** @type {Ref} */ (this.own.get(ref.number));
    if (dict.has("StructParent")) made.set("StructParent", parents.push(this.#value(this.source.parents.get(dict.get("StructParent")) ?? null)) - 1);
    made.delete("Dest"); // places in the file that it comes from
    this.#rename(made);
    const above = dict.get("Parent");
    if (above instanceof Ref) {
      const group = /** @type {Ref} */ (this.own.get(above.number));
      if (!writer.objects[group.number]) {
        const all = this.#map(this.file.dict(above));
        this.#rename(all);
        writer.set(group, all);
        fields.push(group);
      }
    } else if (dict.has("FT")) fields.push(found);
    writer.set(found, made);
    return found;
  }

  /**
   * Fields are named by their sheet and their copy: `plan 1 goal` becomes `plan 3 goal`.
   * @param {Dict} field
   */
  #rename(field) {
    for (const key of ["T", "TM"]) {
      const name = textOf(this.file.resolved(field.get(key)));
      if (name) field.set(key, stringOf(name.replace(/ 1(?= )/, ` ${this.part.copy}`)));
    }
  }

  /**
   * A dictionary in which references lead to what this copy has.
   * @param {Dict} dict
   * @returns {Dict}
   */
  #map(dict) {
    return new Map([...dict].flatMap(([key, value]) => (key === "P" && !(value instanceof Ref && this.own.has(value.number)) ? [] : [[key, key === "Parent" && isName(dict.get("Type"), "Page") ? null : this.#value(value)]])));
  }

  /**
   * @param {Value} value
   * @param {number} [table] the number that the ids of cells begin with
   * @returns {Value}
   */
  #value(value, table) {
    if (value instanceof Ref) {
      const own = this.own.get(value.number);
      if (own) return own;
      return this.source.isOwn(this.file.object(value.number)) ? null : this.shared(value);
    }
    if (value instanceof Uint8Array && table) return this.#cell(value);
    if (Array.isArray(value)) return value.map((one) => this.#value(one, table));
    if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, this.#value(one, table)]));
    return value;
  }

  /**
   * The id of a cell, `12-0-1`, begins with the number of its table, which each copy has for itself.
   * @param {Uint8Array} id
   */
  #cell(id) {
    const found = /^(\d+)(-\d+-\d+)$/.exec(textOf(id));
    if (!found) return id;
    return bytesOf(`${this.#table(Number(found[1]))}${found[2]}`);
  }

  /** @param {number} table */
  #table(table) {
    const number = this.tables.get(table) ?? this.joiner.writer.reserved().number;
    this.tables.set(table, number);
    return number;
  }
}
