// The sheets of a pack as PDFs: which files each sheet is made of, and which pages of them.
import { copiesFor } from "../../print-pack/lazy/pack-choice.js";
import { PdfSource } from "./pdf-source.js";

/** @typedef {import("./pack-order.js").Sheet<PdfSource>} Sheet */
/** @typedef {{ id: string, title: string, sort: string, notes: boolean, isCutOut: boolean, each: string, number: number, cards: { each: string, number: number } | null }} Rule Who shares a copy of a sheet, and what is printed besides. */

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
export async function sheetOf({ id, title, sort, each, number, isCutOut, cards }, people, at) {
  const copies = copiesFor(people, each, number);
  const source = await at(sort === "differ" ? `copies/${id}` : id);
  const pages = source.pages.length;
  const isCards = sort === "cards";
  const whole = { id, title, copies, isPersonal: !isCards, startsLeaf: isCards, source, pages, own: () => ({ first: 0, end: pages }), shared: [] };
  const sets = cards ? copiesFor(people, cards.each, cards.number) : copies;
  if (sort === "differ") return different(whole, isCutOut ? sets : 0);
  if (isCutOut) return cutOut(whole, sets);
  if (sort !== "roles") return whole;
  const roles = await at(`cards/${id}`);
  return { ...whole, isPersonal: false, shared: [{ source: roles, first: 0, end: roles.pages.length, copies, startsLeaf: true }] };
}

/**
 * A sheet whose copies differ: each is a section of its source. What they share follows, and then the cards to cut out.
 * @param {Sheet} sheet
 * @param {number} sets of cards; 0 if there are none
 * @returns {Sheet}
 */
function different(sheet, sets) {
  const { sections } = sheet.source;
  const own = sections.slice(0, DIFFERENT);
  const shared = sections.slice(DIFFERENT).map(({ first, end }, at, all) => {
    const isCards = sets > 0 && at === all.length - 1;
    return { source: sheet.source, first, end, copies: isCards ? sets : 1, startsLeaf: isCards };
  });
  return { ...sheet, own: (copy) => own[(copy - 1) % own.length], shared };
}

/**
 * A sheet with cards to cut out: they are all sections but the first.
 * @param {Sheet} sheet
 * @param {number} sets
 * @returns {Sheet}
 */
function cutOut(sheet, sets) {
  const [own, ...cards] = sheet.source.sections;
  if (!cards.length) return sheet;
  const shared = cards.map(({ first, end }) => ({ source: sheet.source, first, end, copies: sets, startsLeaf: true }));
  return { ...sheet, own: () => own, shared };
}
