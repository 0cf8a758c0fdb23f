// Which pages answer a query, best first.
import { GENERAL, tellingOf, worthMarking } from "./general.js";
import { ASKED, HEADINGS, KEYWORDS, NAME, SECTION, SUMMARY, TITLE } from "./index.js";
import { parse, soughtBy } from "./query.js";
import { stem, words } from "./stems.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Page} Page */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./query.js").Want} Want */
/** @typedef {{ page: Page, score: number, covered: number, marked: Set<string>, sought: import("./query.js").Sought[] }} Result A page, how well it answers, what share of the query stands on it, the stems to mark on it, and the same word by word. */
/** @typedef {{ want: Want, idf: number }} Asked A word of the query, and how much it counts. */
/** @typedef {{ section: Section, score: number, stems: Set<string> }} SectionHit A section in which words of the query stand, and the stems of those that are worth marking. */

// How much a word in each field counts, how many words the field usually has, how much it counts that many words of the
// query stand together in it, and how much that is lessened by its other words.
/** @type {Record<string, { weight: number, usual: number, fits: number, tight: number }>} */
const FIELDS = {
  [TITLE]: { weight: 7, usual: 4, fits: 1, tight: 0.5 },
  [NAME]: { weight: 3, usual: 2, fits: 0.5, tight: 0.3 },
  [ASKED]: { weight: 2, usual: 8, fits: 0.8, tight: 0.75 },
  [KEYWORDS]: { weight: 4, usual: 7, fits: 0.7, tight: 0.2 },
  [SUMMARY]: { weight: 2.2, usual: 14, fits: 0.4, tight: 0.2 },
  [HEADINGS]: { weight: 1.4, usual: 6, fits: 0.35, tight: 0.2 },
  [SECTION]: { weight: 0.8, usual: 40, fits: 0.2, tight: 0 },
};
const BY_LENGTH = 0.45; // how much a long field dilutes its words
const ENOUGH = 4; // how soon more of the same word stops counting
const STOP_SHARE = 0.3; // what a word that says little counts beside others
const GENERAL_SHARE = 0.55; // what a word counts that fits any topic
const FACET_WEIGHT = 0.35; // the name of a value of the page's facets, seen from the page
const KIND_SHARE = 0.6; // the name of its kind
const COVERAGE = 1.1; // how much it matters that all words are there
const PHRASE = 0.75; // how much it matters that they stand together in one field
const TELLING = 1.8; // how rare a word is whose synonyms may point to a section
const WORTH_SHOWING = 0.12; // of the best score
const STRONG = 0.45; // the share of the query from which on the best page answers it by its words
const BY_MEANING = 0.2; // what the page nearest in meaning counts, of the best score by words

/**
 * What was asked for, and the pages that match, best first; and whether that is weak, so that the words `nearby` may
 * answer better: where pages have little of it, or a word is read as another and may be one of the language.
 * @param {string} text
 * @param {Index} index
 * @param {import("./nearby.js").Nearby | null} nearby
 */
export function search(text, index, nearby = null) {
  const wants = parse(text, index, nearby);
  const found = ranked(wants, index);
  const little = wants.some((want) => !want.stop) && !(found[0]?.covered >= STRONG);
  const weak = little || wants.some((want) => want.shown.length);
  const results = little && nearby ? withNearby(found, nearby.pages(wants), index) : found;
  return { wants, weak, results: results.filter(({ score }) => score > WORTH_SHOWING * results[0].score) };
}

/**
 * The pages found by their words and those near in meaning, best first.
 * @param {Result[]} found
 * @param {Map<number, number>} near
 * @param {Index} index
 * @returns {Result[]}
 */
function withNearby(found, near, index) {
  const best = found[0]?.score ?? 1;
  const all = new Map(found.map((result) => [result.page.id, result]));
  for (const [id, share] of near) {
    const page = index.pages[id];
    const result = all.get(id) ?? { page, score: 0, covered: 0, marked: new Set(), sought: [] };
    all.set(id, { ...result, score: result.score + best * BY_MEANING * share * page.weight });
  }
  return [...all.values()].sort(inOrder);
}

/** @type {(one: Result, other: Result) => number} */
const inOrder = (one, other) => other.score - one.score || one.page.id - other.page.id;

/**
 * @param {Want[]} wants
 * @param {Index} index
 * @returns {Result[]}
 */
function ranked(wants, index) {
  const asked = wants.map((want) => ({ want, idf: rarity(want, wants, index) })).filter(({ idf }) => idf > 0);
  const whole = asked.reduce((sum, { idf }) => sum + idf, 0);
  if (!whole) return [];
  const telling = tellingOf(asked);
  /** @type {Map<number, Result>} */
  const found = new Map();
  for (const { want, idf } of asked) {
    for (const [id, { strength, stems }] of strengths(want, index)) {
      const entry = found.get(id) ?? { page: index.pages[id], score: 0, covered: 0, marked: new Set(), sought: [] };
      entry.score += idf * strength;
      entry.covered += idf * Math.min(1, strength * 1.6);
      if (telling.has(want)) {
        const worth = worthMarking(want.word, stems);
        for (const one of worth) entry.marked.add(one);
        entry.sought.push(soughtBy(want, worth));
      }
      found.set(id, entry);
    }
  }
  const phrases = nearPhrases(asked, whole, index);
  const results = [...found.values()].map(({ page, score, covered, marked, sought }) => {
    const together = PHRASE * whole * (phrases.get(page.id) ?? 0);
    return { page, marked, sought, covered: covered / whole, score: (score * (covered / whole) ** COVERAGE + together) * page.weight };
  });
  return results.sort(inOrder);
}

/** @type {(count: number, index: Index) => number} */
const idf = (count, index) => Math.log(1 + (index.pages.length - count + 0.5) / (count + 0.5));

/**
 * What a word of the query counts: rare words more. Words that nothing answers still count against a page.
 * @param {Want} want
 * @param {Want[]} wants
 * @param {Index} index
 */
function rarity(want, wants, index) {
  const alone = wants.every((one) => one.stop);
  const counts = want.options.map(({ stems }) => Math.min(...stems.map((key) => index.count(key))));
  if (!counts.length) return want.stop ? 0 : 1;
  const exact = want.options.find(({ weight }) => weight === 1);
  const count = exact ? Math.max(...exact.stems.map((key) => index.count(key))) : Math.max(...counts);
  const share = want.stop && !alone ? STOP_SHARE : GENERAL.has(stem(want.word)) ? GENERAL_SHARE : 1;
  return idf(count, index) * share;
}

/**
 * For each page how well it answers one word of the query, from 0 to 1, by the best of the options.
 * @param {Want} want
 * @param {Index} index
 */
function strengths(want, index) {
  /** @type {Map<number, { strength: number, stems: string[] }>} */
  const best = new Map();
  for (const { stems, weight } of want.options) {
    const each = stems.map((key) => ofTerm(key, index));
    for (const id of each[0].keys()) {
      const all = each.map((one) => one.get(id) ?? 0);
      const strength = weight * Math.min(...all);
      const known = best.get(id);
      if (strength > (known?.strength ?? 0)) best.set(id, { strength, stems: [...(known?.stems ?? []), ...stems] });
      else if (strength && known) known.stems.push(...stems);
    }
  }
  return best;
}

/** @type {WeakMap<Index, Map<string, Map<number, number>>>} */
const cache = new WeakMap();

/**
 * For each page how well it answers a stem.
 * @param {string} key
 * @param {Index} index
 */
function ofTerm(key, index) {
  const kept = cache.get(index) ?? new Map();
  cache.set(index, kept);
  const scores = kept.get(key) ?? scoresOf(key, index);
  kept.set(key, scores);
  return scores;
}

/**
 * The same, worked out: BM25 over the fields of each page.
 * @param {string} key
 * @param {Index} index
 */
function scoresOf(key, index) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  /** @type {(id: number, value: number) => unknown} */
  const add = (id, value) => sums.set(id, (sums.get(id) ?? 0) + value);
  for (const slot of index.slots(key)) {
    const { weight, usual } = FIELDS[index.slotField[slot]];
    const length = 1 - BY_LENGTH + BY_LENGTH * (index.lengths[slot] / usual);
    add(index.slotPage[slot], weight / length);
  }
  for (const page of index.pages) {
    const { kind, facets } = named(page);
    if (kind.has(key)) add(page.id, ENOUGH * (KIND_SHARE / (1 - KIND_SHARE)));
    if (facets.has(key)) add(page.id, FACET_WEIGHT);
  }
  return new Map([...sums].map(([id, sum]) => [id, sum / (ENOUGH + sum)]));
}

/** @type {WeakMap<Page, { kind: Set<string>, facets: Set<string> }>} */
const names = new WeakMap();

/**
 * The stems by which a page's kind and the values of its facets are called.
 * @param {Page} page
 */
function named(page) {
  const found = names.get(page) ?? {
    kind: new Set(words(page.kind.label).map(stem)),
    facets: new Set(Object.values(page.facets).flat().flatMap(({ label }) => words(label).map(stem))),
  };
  names.set(page, found);
  return found;
}

/**
 * For each page how much one of its slots is what was typed: from 0 to 1, by the slot that fits best.
 * @param {Asked[]} asked
 * @param {number} whole
 * @param {Index} index
 */
function nearPhrases(asked, whole, index) {
  /** @type {Map<number, { covered: number, words: number }>} */
  const slots = new Map();
  for (const { want, idf: value } of asked) {
    /** @type {Map<number, number>} */
    const here = new Map();
    for (const { stems, weight } of want.options) {
      for (const slot of index.slots(stems[0])) {
        const fits = stems.slice(1).every((key) => has(index.slots(key), slot));
        if (fits) here.set(slot, Math.max(here.get(slot) ?? 0, weight));
      }
    }
    for (const [slot, weight] of here) {
      const entry = slots.get(slot) ?? { covered: 0, words: 0 };
      entry.covered += value * weight;
      entry.words += weight;
      slots.set(slot, entry);
    }
  }
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [slot, { covered, words: count }] of slots) {
    const { fits, tight } = FIELDS[index.slotField[slot]];
    const recall = covered / whole;
    const precision = Math.min(1, count / index.lengths[slot]);
    const page = index.slotPage[slot];
    best.set(page, Math.max(best.get(page) ?? 0, fits * recall * precision ** tight));
  }
  return best;
}

/**
 * The sections of a page in which the query's words stand, best first.
 * @param {Result} result
 * @param {Want[]} wants
 * @param {Index} index
 * @returns {SectionHit[]}
 */
export function sections(result, wants, index, most = 2) {
  const scored = result.page.sections.map((section) => {
    /** @type {Set<string>} */
    const stems = new Set();
    let score = 0;
    for (const want of wants) {
      const hit = usable(want, wants, index)
        .filter(({ stems: keys }) => keys.every((key) => has(index.slots(key), section.slot)))
        .sort((one, other) => other.weight - one.weight)[0];
      if (!hit) continue;
      score += rarity(want, wants, index) * hit.weight;
      for (const key of hit.stems) if (result.marked.has(key)) stems.add(key);
    }
    return { section, score, stems };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score, stems }) => score > 0 && score >= best * 0.5 && stems.size)
    .sort((one, other) => other.score - one.score)
    .slice(0, most);
}

/**
 * What may lead to a section. A synonym of a word that stands everywhere would lead to sections that have little to do
 * with the query.
 * @param {Want} want
 * @param {Want[]} wants
 * @param {Index} index
 */
function usable(want, wants, index) {
  return rarity(want, wants, index) < TELLING ? want.options.filter(({ weight }) => weight === 1) : want.options;
}

/**
 * @param {number[]} sorted
 * @param {number} value
 */
function has(sorted, value) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
