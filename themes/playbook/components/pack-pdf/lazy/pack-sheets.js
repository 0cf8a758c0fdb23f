// The sheets of a pack as PDFs: which files each sheet is made of, and which pages of them.
import { copiesFor } from "../../print-pack/lazy/pack-choice.js";
import { PdfSource } from "./pdf-source.js";

/** @typedef {import("./pack-order.js").Sheet<PdfSource>} Sheet */
/** @typedef {{ path: string, each: string, number: number }} Cards The file of cards to cut out, in the folder `sets`, and who shares a set. */
/** @typedef {{ id: string, title: string, sort: string, notes: boolean, each: string, number: number, cards: Cards[] }} Rule Who shares a copy of a sheet, and what is printed besides. */

/** The most copies of a sheet whose copies differ; see generator/paper/pack_sources.py. */
export const DIFFERENT = 60;

/** @type {Map<string, Promise<PdfSource>>} */
const sources = new Map();

/**
 * A PDF of the site. Asked for once; a failure is asked for again.
 * @param {string} url
 */
export function sourceAt(url) {
  const asked = sources.get(url) ?? fetched(url);
  sources.set(url, asked);
  asked.catch(() => sources.delete(url));
  return asked;
}

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return PdfSource.of(new Uint8Array(await answer.arrayBuffer()));
}

/**
 * A sheet for so many people.
 * @param {Rule} rule
 * @param {number} people
 * @param {(path: string) => Promise<PdfSource>} at the PDF with this path in the folder of the size of paper
 * @returns {Promise<Sheet>}
 */
export async function sheetOf({ id, title, sort, each, number, cards }, people, at) {
  const copies = copiesFor(people, each, number);
  const source = await at(sort === "differ" ? `copies/${id}` : id);
  const pages = source.pages.length;
  const isCards = sort === "cards";
  const isPersonal = !isCards && sort !== "roles";
  const sets = await Promise.all(cards.map((one) => setsOf(one, people, at)));
  const whole = { id, title, copies, isPersonal, startsLeaf: isCards, source, pages, own: () => ({ first: 0, end: pages }), shared: sets.flat() };
  if (sort === "differ") return different(whole);
  if (sort === "sheet" && cards.length) return withoutCards(whole);
  return whole;
}

/**
 * Sets of cards to cut out. The sections of their file are one set, two sets and so on; those of the last fill their sheets of paper.
 * @param {Cards} cards
 * @param {number} people
 * @param {(path: string) => Promise<PdfSource>} at
 * @returns {Promise<import("./pack-order.js").Shared<PdfSource>[]>}
 */
async function setsOf({ path, each, number }, people, at) {
  const source = await at(`sets/${path}`);
  const { sections } = source;
  const sets = copiesFor(people, each, number);
  const rest = sets % sections.length;
  const shared = (/** @type {import("./pack-order.js").Range} */ { first, end }, /** @type {number} */ copies) => ({ source, first, end, copies, startsLeaf: true });
  return [...(rest < sets ? [shared(sections[sections.length - 1], (sets - rest) / sections.length)] : []), ...(rest ? [shared(sections[rest - 1], 1)] : [])];
}

/**
 * A sheet whose copies differ: each is a section of its source. What they share follows.
 * @param {Sheet} sheet
 * @returns {Sheet}
 */
function different(sheet) {
  const { source } = sheet;
  const own = source.sections.slice(0, DIFFERENT);
  const shared = source.sections.slice(DIFFERENT).map(({ first, end }) => ({ source, first, end, copies: 1, startsLeaf: false }));
  return { ...sheet, own: (copy) => own[(copy - 1) % own.length], shared: [...shared, ...sheet.shared] };
}

/**
 * A sheet with cards to cut out, which are printed in sets: it is the first section of its file.
 * @param {Sheet} sheet
 * @returns {Sheet}
 */
function withoutCards(sheet) {
  const [own] = sheet.source.sections;
  return { ...sheet, own: () => own };
}
