// The papers of a session as parts of a pack: prepared pages, and what is written on each copy. Pure but for the sources.
import { dayWritten } from "../../element/day.js";
import { ROWS, pagesOf, seats } from "../../session/lazy/papers.js";
import { clock, minutesOf } from "../../session/lazy/clock.js";
import { duration } from "../../session/lazy/duration.js";
import { TITLES } from "./paper-titles.js";
import words from "../words.js";

/** @typedef {import("../../pack-pdf/lazy/pdf-source.js").PdfSource} PdfSource */
/** @typedef {{ title: string, people: number, papers: string[], day: string, names: string[], agenda: string[][], pause: string, language: string }} About What the papers say. `agenda`: from when, until when, what; `pause`: what breaks are called. */
/** @typedef {{ id: string, title: string, pages: number, source: PdfSource, written: Map<string, string[]>[] }} SessionPaper A paper with what is written on each of its pages. */

/** The files of the papers, besides the sheets of a size of paper. */
export const FOLDER = "session";

const DAY = 1440;
const MOST_LISTED = 28;

/**
 * The papers that are wanted.
 * @param {About} about
 * @param {(path: string) => Promise<PdfSource>} at the PDF with this path in the folder of the size of paper
 * @returns {Promise<SessionPaper[]>}
 */
export async function papersOf(about, at) {
  const wanted = [...TITLES].filter(([id]) => about.papers.includes(id));
  return Promise.all(wanted.map(async ([id, title]) => ({ id, title, pages: pagesOf([id], about.people, about.names)[0].pages, source: await at(`${FOLDER}/${id}`), written: writtenOn(id, about) })));
}

/**
 * What is written on each page of a paper, by the names of the places.
 * @param {string} id
 * @param {About} about
 * @returns {Map<string, string[]>[]}
 */
export function writtenOn(id, about) {
  const { title, people, names, day, language } = about;
  const all = Array.from({ length: seats(people, names) }, (_, at) => names[at] ?? "");
  if (id === "tents") return all.map((name) => places({ tent: [name], "tent-back": [name], "tent-title": [title], "tent-title-back": [title] }));
  if (id === "certificates") {
    const same = { "certificate-title": [title], when: [when(about)], done: listed(done(about)) };
    return all.map((name) => places({ "certificate-name": [name], ...same }));
  }
  const rows = (/** @type {number} */ page) => all.slice(page * ROWS, page * ROWS + ROWS);
  return Array.from({ length: Math.ceil(all.length / ROWS) }, (_, page) =>
    places({
      "list-title": [title],
      day: [dayWritten(day, language)],
      ...Object.fromEntries(rows(page).flatMap((name, row) => [[`number-${row + 1}`, [String(page * ROWS + row + 1)]], [`name-${row + 1}`, [name]]])),
    }),
  );
}

/** @param {Record<string, string[]>} texts */
const places = (texts) => new Map(Object.entries(texts));

/** When it was, and how long. @param {About} about */
function when({ day, language, agenda }) {
  const total = agenda.reduce((sum, [from, until]) => sum + (((minutesOf(until) ?? 0) - (minutesOf(from) ?? 0) + DAY) % DAY), 0);
  const start = minutesOf(agenda[0]?.[0] ?? "") ?? 0;
  const lasts = agenda.length ? words.lasts({ start: clock(start), end: clock(start + total), minutes: duration(total) }) : "";
  return [dayWritten(day, language), lasts].filter(Boolean).join(" · ");
}

/** What people did: the titles of the blocks that are no breaks, each once. @param {About} about */
const done = ({ agenda, pause }) => [...new Set(agenda.map(([, , what]) => what).filter((what) => what && what !== pause))];

/** The blocks below each other, or one after the other if they are many. @param {string[]} blocks */
const listed = (blocks) => (blocks.length > MOST_LISTED ? [blocks.join(" · ")] : blocks);
