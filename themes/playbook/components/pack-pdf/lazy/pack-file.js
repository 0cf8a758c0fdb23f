// Makes the PDF of a pack: a cover that says what is where, then the parts in their order.
import { Joiner } from "./pdf-join.js";
import { PageWriter } from "./pdf-page.js";
import { isInBooklets, partsOf, placesOf } from "./pack-order.js";
import words from "../words.js";

/** @typedef {import("./pdf-source.js").PdfSource} PdfSource */
/** @typedef {import("./pack-order.js").Sheet<PdfSource>} Sheet */
/** @typedef {import("../../session-papers/lazy/paper-parts.js").SessionPaper} SessionPaper */
/** @typedef {{ sheets: Sheet[], papers: SessionPaper[], notes: Sheet[], agenda: string[][], blank: PdfSource, how: import("./pack-order.js").How, title: string, lines: string[], foot: string, language: string }} Pack The sheets, the papers of a session, what is for the facilitator, and what the cover says besides. */

/** The parts of a pack; those for the facilitator come last. @param {Pack} pack */
function parts({ sheets, papers, notes, how }) {
  const own = notes.flatMap((sheet) => partsOf([sheet], { ...how, people: 1, collate: "sheet" }));
  if (own.length) own[0] = { ...own[0], startsLeaf: how.sides === 2, mark: words.for_facilitator };
  return [...partsOf(sheets, how), ...papers.flatMap((paper) => pagesWritten(paper, how)), ...own.map((part) => ({ ...part, booklet: 0 }))];
}

/**
 * The pages of a paper of a session. Each is for somebody else, but those of a list lie together.
 * @param {SessionPaper} paper
 * @param {import("./pack-order.js").How} how
 */
const pagesWritten = ({ id, source, written }, { sides }) =>
  written.map((texts, at) => ({ source, first: 0, end: 1, copy: at + 1, from: at + 1, total: id === "attendance" ? written.length : 0, startsLeaf: sides === 2 && (id !== "attendance" || !at), mark: at ? "" : id, booklet: 0, written: texts }));

/**
 * How many pages a pack has.
 * @param {Pack} pack
 */
export async function pagesOf(pack) {
  const front = await Joiner.withFontOf(pack.blank);
  await cover(front, pack, parts(pack), 1);
  return placesOf(parts(pack), front.pages.length).pages;
}

/**
 * The PDF of a pack.
 * @param {Pack} pack
 */
export async function packFile(pack) {
  const all = parts(pack);
  const trial = await Joiner.withFontOf(pack.blank);
  await cover(trial, pack, all, 1);
  const before = trial.pages.length;
  const joiner = await Joiner.withFontOf(pack.blank);
  await cover(joiner, pack, all, before);
  let booklet = 0;
  for (const part of all) {
    if (part.startsLeaf && joiner.pages.length % 2) await joiner.add({ source: pack.blank, first: 0, end: 1, copy: 1, from: 0, total: 0, isBare: true });
    const page = await joiner.add({ ...part, isFacing: pack.how.sides === 2 });
    if (part.booklet && part.booklet !== booklet) joiner.bookmarks.push({ title: words.booklet({ number: part.booklet }), page });
    if (part.mark) joiner.bookmarks.push({ title: titleOf(pack, part.mark), page });
    booklet = part.booklet;
  }
  return joiner.file({ title: pack.title, language: pack.language });
}

/**
 * @param {Pack} pack
 * @param {string} mark
 */
const titleOf = ({ sheets, papers }, mark) => [...sheets, ...papers].find(({ id }) => id === mark)?.title ?? mark;

/**
 * @param {Joiner} joiner
 * @param {Pack} pack
 * @param {ReturnType<typeof parts>} all
 * @param {number} before how many pages it has
 */
async function cover(joiner, pack, all, before) {
  const { starts, pages } = placesOf(all, before);
  const pageOf = (/** @type {string} */ mark) => String(starts[all.findIndex((part) => part.mark === mark)]);
  const { sheets, papers, notes, how } = pack;
  const rows = sheets.map((sheet) => [
    sheet.title,
    isInBooklets(sheet, how) ? words.in_booklets({ n: sheet.copies }) : String(sheet.copies),
    pageOf(sheet.id),
  ]);
  rows.push(...papers.map(({ id, title, pages: number }) => [title, String(id === "attendance" ? 1 : number), pageOf(id)]));
  if (pack.agenda.length) rows.unshift([words.agenda, "1", "2"]);
  if (notes.length) rows.push([words.for_facilitator, "1", pageOf(words.for_facilitator)]);
  const writer = new PageWriter(joiner, pack.blank.size(0), pack.foot);
  const columns = [{ label: words.sheet, wide: 60 }, { label: words.copies, wide: 22 }, { label: words.page, wide: 18 }];
  await writer.write({ title: pack.title, lines: [[...pack.lines, words.pages(pages)].join(" · ")], columns, rows });
  if (!pack.agenda.length) return;
  const agenda = new PageWriter(joiner, pack.blank.size(0), pack.foot);
  const labels = [{ label: words.from, wide: 12 }, { label: words.until, wide: 12 }, { label: words.what, wide: 42 }, { label: words.handed_out, wide: 34 }];
  const page = await agenda.write({ title: words.agenda, lines: [], columns: labels, rows: pack.agenda });
  joiner.bookmarks.push({ title: words.agenda, page });
}
