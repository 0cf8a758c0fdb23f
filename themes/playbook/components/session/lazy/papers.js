// The papers of a session besides its sheets, and the names on them. Pure. Counts as generator/sessions/papers.py does.

/** The papers in the order in which they are handed out. The feedback form is a worksheet; the others are made of the session. */
export const PAPERS = ["tents", "attendance", "feedback", "certificates"];
export const ROWS = 20; // of a page of the attendance list
export const LONGEST_NAME = 100;
export const MOST_NAMES = 500;

const CONTROLS = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/; // eslint-disable-line no-control-regex

/**
 * How many people get papers of their own: those who are expected, or those who have names, if they are more.
 * @param {number} people
 * @param {string[]} names
 */
export const seats = (people, names) => Math.max(people, names.length);

/**
 * How many pages each of these papers has that are made of the session.
 * @param {string[]} papers
 * @param {number} people
 * @param {string[]} names
 */
export function pagesOf(papers, people, names) {
  const number = seats(people, names);
  const pages = Object.entries({ tents: number, attendance: Math.ceil(number / ROWS), certificates: number });
  return pages.filter(([paper]) => papers.includes(paper)).map(([paper, found]) => ({ paper, pages: found }));
}

/**
 * Whether a text can be a name: on one line, not empty, without spaces around it, and not too long.
 * @param {string} text
 */
export const isName = (text) => text !== "" && text.trim() === text && [...text].length <= LONGEST_NAME && !CONTROLS.test(text);

/**
 * The names in a text with one on each line. What is too long, and what is too many, is cut off.
 * @param {string} text
 */
export function namesIn(text) {
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.replace(/[\s\0-\x1f\x7f-\x9f]+/g, " ").trim()); // eslint-disable-line no-control-regex
  return lines.map((line) => [...line].slice(0, LONGEST_NAME).join("").trim()).filter(isName).slice(0, MOST_NAMES);
}

/**
 * Whether a text is a day such as `2026-03-01`.
 * @param {string} text
 */
export function isDay(text) {
  const day = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
