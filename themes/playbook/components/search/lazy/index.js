// The index as the browser uses it. generator/outputs/search/index.py says how it is written.
import { CAPITALS, STOP_WORDS, stem, words } from "./stems.js";

const BASE = 0x23;
const MOST_READ = 3; // words that an acronym is said to be read as

/** @typedef {{ key: string, label: string, url: string, plural: string }} Facet A value by which results can be narrowed: its key, what one such is called, its address, and what many are called. */
/** @typedef {[key: string, label: string, url: string, plural?: string]} FacetRow */
/** @typedef {{ anchor: string, heading: string, slot: number }} Section A section of a page, and the slot of its words. */
/** @typedef {{ id: number, url: string, title: string, summary: string, kind: Facet, weight: number, facets: Record<string, Facet[]>, sections: Section[] }} Page `facets` holds its values by the words of the facets. */
/** @typedef {{ forms: string[], coded: string, slots: number[] | null, pages: number }} Term The forms of a stem, and where it stands, as soon as that has been asked. */

/**
 * What search.json holds.
 * @typedef {object} Data
 * @property {FacetRow[]} kinds
 * @property {number[]} weights What pages of each kind count, from 0 to 1.
 * @property {[name: string, word: string, title: string][]} facets The facets of entries. Their values stand under their names.
 * @property {[anchor: string, heading: string][]} headings
 * @property {string[][]} synonyms
 * @property {boolean} [nearby] Whether there is a file with the pages near to words.
 * @property {string} words
 * @property {string} lengths
 * @property {string} postings
 * @property {Columns} pages
 */
/** @typedef {{ url: string, title: string, summary: string, kind: string, asked: string, sections: string[] }} Columns Those of the facets stand under their names. */

/**
 * Numbers that were written as characters.
 * @param {string} text
 */
export function numbers(text) {
  /** @type {number[]} */
  const found = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    found.push((code < 0xd800 ? code : code - 0x800) - BASE);
  }
  return found;
}

/**
 * Sorted words, each written as a capital letter for what it shares with the one before, and its rest.
 * @param {string} text
 */
export function frontDecoded(text) {
  let before = "";
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((piece) => {
    before = before.slice(0, piece.charCodeAt(0) - 65) + piece.slice(1);
    return before;
  });
}

export const TITLE = "title";
export const NAME = "name"; // the id: authors name things by their nature
export const ASKED = "asked";
export const KEYWORDS = "keywords";
export const SUMMARY = "summary";
export const HEADINGS = "headings";
export const SECTION = "section";

/**
 * @param {FacetRow} row
 * @returns {Facet}
 */
const facet = ([key, label, url, plural = label]) => ({ key, label, url, plural });

/**
 * What the acronyms among synonyms, which are written in capitals, are read as, by their stems: the words that they
 * stand for, or else the first others of their group.
 * @param {string[][]} groups
 */
function acronymsIn(groups) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const group of groups) {
    const others = group.filter((member) => !CAPITALS.test(member));
    for (const acronym of group.filter((member) => CAPITALS.test(member))) {
      const key = stem(words(acronym)[0]);
      const meant = others.filter((other) => initials(other) === acronym.toLowerCase());
      if (!found.has(key) || meant.length) found.set(key, meant.length ? meant : others.slice(0, MOST_READ));
    }
  }
  return found;
}

/** @param {string} phrase */
const initials = (phrase) => words(phrase).filter((word) => !STOP_WORDS.has(word)).map(([first]) => first).join("");

export class Index {
  /** @type {number[]} the page of each slot */
  slotPage = [];
  /** @type {string[]} the field of each slot */
  slotField = [];
  /** @type {Map<string, Term>} */
  terms = new Map();

  /** @param {Data} data */
  constructor(data) {
    this.kinds = data.kinds.map(facet);
    this.weights = data.weights;
    this.hasNearby = data.nearby ?? false;
    const rows = /** @type {Record<string, FacetRow[]>} */ (/** @type {unknown} */ (data));
    this.facets = data.facets.map(([name, word, title]) => ({ name, word, title, values: rows[name].map(facet) }));
    this.headings = data.headings.map(([anchor, heading]) => ({ anchor, heading }));
    this.synonyms = data.synonyms.map((group) => group.map((member) => words(member).map(stem)));
    this.named = new Set(data.synonyms.flat().flatMap(words)); // words that are right as they are, on a page or not
    this.acronyms = acronymsIn(data.synonyms);
    this.words = frontDecoded(data.words);
    this.known = new Set(this.words);
    this.lengths = numbers(data.lengths);
    this.pages = this.#pagesIn(data.pages);
    this.#takeTerms(data.postings);
  }

  /**
   * @param {Columns} columns
   * @returns {Page[]}
   */
  #pagesIn({ url, title, summary, kind, asked, sections, ...others }) {
    const columns = /** @type {Record<string, string[]>} */ (others);
    const [urls, titles, summaries] = [url, title, summary].map((column) => column.split("\n"));
    const kinds = numbers(kind);
    const questions = numbers(asked);
    return kinds.map((number, id) => {
      const first = this.slotPage.length;
      const headings = numbers(sections[id]);
      const fields = [TITLE, NAME, ...Array(questions[id]).fill(ASKED), KEYWORDS, SUMMARY, HEADINGS];
      for (const field of [...fields, ...headings.map(() => SECTION)]) {
        this.slotPage.push(id);
        this.slotField.push(field);
      }
      return {
        id,
        url: urls[id],
        title: titles[id],
        summary: summaries[id],
        kind: this.kinds[number],
        weight: this.weights[number],
        facets: Object.fromEntries(
          this.facets.map(({ name, word, values }) => [word, numbers(columns[name][id]).map((at) => values[at])]),
        ),
        sections: headings.map((heading, i) => ({ ...this.headings[heading], slot: first + fields.length + i })),
      };
    });
  }

  /**
   * Each stem with its forms; postings are read when they are asked for.
   * @param {string} postings
   */
  #takeTerms(postings) {
    const rows = postings.split(" ");
    for (const word of this.words) {
      const key = stem(word);
      const known = this.terms.get(key);
      if (known) known.forms.push(word);
      else this.terms.set(key, { forms: [word], coded: rows[this.terms.size], slots: null, pages: 0 });
    }
  }

  /** @param {string} word */
  has(word) {
    return this.known.has(word);
  }

  /**
   * The numbers of the slots in which a stem stands, in order.
   * @param {string} key
   * @returns {number[]}
   */
  slots(key) {
    const term = this.terms.get(key);
    if (!term) return [];
    if (!term.slots) {
      let at = -1;
      term.slots = numbers(term.coded).map((gap) => (at += gap + 1));
      term.pages = new Set(term.slots.map((slot) => this.slotPage[slot])).size;
    }
    return term.slots;
  }

  /**
   * Whether a stem stands in a text that readers see, not only in ids and in the words by which authors let pages be found.
   * @param {string} key
   */
  isShown(key) {
    return this.slots(key).some((slot) => this.slotField[slot] !== NAME && this.slotField[slot] !== KEYWORDS);
  }

  /**
   * On how many pages a stem stands.
   * @param {string} key
   */
  count(key) {
    this.slots(key);
    return this.terms.get(key)?.pages ?? 0;
  }
}
