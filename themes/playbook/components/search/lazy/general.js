// Words that say little about what a page is about.
import { STOP_WORDS, stem } from "./stems.js";

// Words that fit any topic.
export const GENERAL = new Set(`
  again always anybody anyone anything back bad become before best better big bit call come day even ever every
  everybody everyone everything find first give go goes going good great happen happens hello help hi instead
  keep know last let little long look maybe might minute never new next no not nothing now number often ok old
  only open own people person please put quite really right same say saying see since someone something start
  still stop sure take tell thing things think time today together too try two use using week without wrong year
  yes yet
`.trim().split(/\s+/).map(stem));

const COMMON = 0.9; // how rare a word is that stands on two fifths of the pages: marked on each, it would tell nothing
const LITTLE = new Set([...GENERAL, ...[...STOP_WORDS].map(stem)]);

/**
 * Which words of a query are marked: those that say something, if any does, and are rare enough, if any is.
 * @param {import("./rank.js").Asked[]} asked
 */
export function tellingOf(asked) {
  const said = asked.filter(({ want }) => !LITTLE.has(stem(want.word)));
  const some = said.length ? said : asked;
  const least = Math.min(COMMON, Math.max(...some.map(({ idf }) => idf)));
  return new Set(some.filter(({ idf }) => idf >= least).map(({ want }) => want));
}

/**
 * The stems worth marking of those by which a word of the query was found: not "go" and "not" of a synonym.
 * @param {string} word
 * @param {string[]} stems
 */
export const worthMarking = (word, stems) => stems.filter((one) => one === stem(word) || !LITTLE.has(one));
