// The index as the browser uses it. generator/outputs/search/index.py says how it is written.
import { stem, words } from "./words.js";

const BASE = 0x23;

// Numbers that were written as characters.
export function numbers(text) {
  const found = [];
  for (const letter of text) {
    const code = letter.codePointAt(0);
    found.push((code < 0xd800 ? code : code - 0x800) - BASE);
  }
  return found;
}

// Sorted words, each written as a capital letter for what it shares with the one before, and its rest.
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

const facet = ([key, label, url, plural = label]) => ({ key, label, url, plural });

export class Index {
  constructor(data) {
    this.kinds = data.kinds.map(facet);
    this.moments = data.moments.map(facet);
    this.audience = data.audience.map(facet);
    this.headings = data.headings.map(([anchor, heading]) => ({ anchor, heading }));
    this.synonyms = data.synonyms.map((group) => group.map((member) => words(member).map(stem)));
    this.words = frontDecoded(data.words);
    this.known = new Set(this.words);
    this.lengths = numbers(data.lengths);
    this.#takePages(data.pages);
    this.#takeTerms(data.postings);
  }

  #takePages({ url, title, summary, kind, moments, audience, asked, sections }) {
    const [urls, titles, summaries] = [url, title, summary].map((column) => column.split("\n"));
    const kinds = numbers(kind);
    const questions = numbers(asked);
    this.slotPage = [];
    this.slotField = [];
    this.pages = kinds.map((number, id) => {
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
        moments: numbers(moments[id]).map((moment) => this.moments[moment]),
        audience: numbers(audience[id]).map((one) => this.audience[one]),
        sections: headings.map((heading, i) => ({ ...this.headings[heading], slot: first + fields.length + i })),
      };
    });
  }

  // Each stem with its forms; postings are read when they are asked for.
  #takeTerms(postings) {
    const rows = postings.split(" ");
    this.terms = new Map();
    for (const word of this.words) {
      const key = stem(word);
      const known = this.terms.get(key);
      if (known) known.forms.push(word);
      else this.terms.set(key, { forms: [word], coded: rows[this.terms.size], slots: null, pages: 0 });
    }
  }

  has(word) {
    return this.known.has(word);
  }

  // The numbers of the slots in which a stem stands, in order.
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

  // On how many pages a stem stands.
  count(key) {
    this.slots(key);
    return this.terms.get(key)?.pages ?? 0;
  }
}
