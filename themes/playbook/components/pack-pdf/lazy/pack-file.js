// Makes the PDF of a pack: a cover that says what is where, what the pack writes itself, then the parts in their order.
import { Joiner } from "./pdf-join.js";
import { PdfPages } from "./pdf-page.js";
import { PdfText } from "./pdf-text.js";
import { isInBooklets, partsOf, placesOf } from "./pack-order.js";
import words from "../words.js";

/** @typedef {import("./pdf-source.js").PdfSource} PdfSource */
/** @typedef {import("./pack-order.js").Sheet<PdfSource>} Sheet */
/** @typedef {import("../../page-text/lazy/page-text.js").Block} Block */
/** @typedef {import("../../session-papers/lazy/paper-parts.js").SessionPaper} SessionPaper */
/** @typedef {{ id: string, title: string, isOwn: boolean, blocks: Block[] }} PackText What a pack writes itself, such as a run sheet. `isOwn`: whether it is for the facilitator only. */
/** @typedef {{ texts: PackText[], papers: SessionPaper[], sheets: Sheet[], notes: Sheet[], blank: PdfSource, how: import("./pack-order.js").How, title: string, lines: string[], foot: string, language: string }} Pack What a session says and the papers of a session, the sheets, notes for the facilitator, and what the cover says besides. */

/** The parts of a pack after what it writes itself; notes for the facilitator come last. @param {Pack} pack */
function parts({ sheets, papers, notes, how }) {
  const own = notes.flatMap((sheet) => partsOf([sheet], { ...how, people: 1, collate: "sheet" }));
  if (own.length) own[0] = { ...own[0], startsLeaf: how.sides === 2, mark: words.for_facilitator };
  return [...papers.flatMap((paper) => pagesWritten(paper, how)), ...partsOf(sheets, how), ...own.map((part) => ({ ...part, booklet: 0 }))];
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
  const { all, before } = await laidOut(pack);
  return placesOf(all, before).pages;
}

/**
 * The parts in their order, and how many pages the cover has.
 * @param {Pack} pack
 */
async function laidOut(pack) {
  const isApart = (/** @type {number} */ at) => !pack.texts[at].isOwn || !pack.texts[at - 1]?.isOwn; // what is for the facilitator lies together
  const texts = await Promise.all(pack.texts.map(async (text, at) => ({ text, first: 0, end: await lengthOf(pack, text), startsLeaf: pack.how.sides === 2 && isApart(at), mark: text.id, booklet: 0 })));
  const all = [...texts, ...parts(pack)];
  return { all, before: await lengthOf(pack, cover(pack, all, 1)) };
}

/**
 * How many pages a text takes.
 * @param {Pack} pack
 * @param {PackText} text
 */
async function lengthOf(pack, text) {
  const trial = await Joiner.withFontOf(pack.blank);
  await write(trial, pack, text);
  return trial.pages.length;
}

/**
 * Write a text. Gives its first page.
 * @param {Joiner} joiner
 * @param {Pack} pack
 * @param {PackText} text
 */
function write(joiner, pack, { isOwn, blocks }) {
  const foot = isOwn ? `${pack.foot} · ${words.for_facilitator}` : pack.foot;
  const pages = new PdfPages(joiner, pack.blank.size(0), foot, pack.how.sides === 2);
  new PdfText(pages).write(blocks);
  return pages.finished();
}

/**
 * The PDF of a pack.
 * @param {Pack} pack
 */
export async function packFile(pack) {
  const { all, before } = await laidOut(pack);
  const joiner = await Joiner.withFontOf(pack.blank);
  await write(joiner, pack, cover(pack, all, before));
  let booklet = 0;
  for (const part of all) {
    if (part.startsLeaf && joiner.pages.length % 2) await joiner.add({ source: pack.blank, first: 0, end: 1, copy: 1, from: 0, total: 0, isBare: true });
    const page = "text" in part ? await write(joiner, pack, part.text) : await joiner.add({ ...part, isFacing: pack.how.sides === 2 });
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
const titleOf = ({ texts, sheets, papers }, mark) => [...texts, ...sheets, ...papers].find(({ id }) => id === mark)?.title ?? mark;

/**
 * What is in a pack, how often, and where.
 * @param {Pack} pack
 * @param {{ first: number, end: number, startsLeaf: boolean, mark: string }[]} all
 * @param {number} before how many pages the cover has
 * @returns {PackText}
 */
function cover({ title, lines, texts, papers, sheets, notes, how }, all, before) {
  const { starts, pages } = placesOf(all, before);
  const pageOf = (/** @type {string} */ mark) => String(starts[all.findIndex((part) => part.mark === mark)]);
  const rows = [
    ...texts.map((text) => [text.isOwn ? words.own_text({ title: text.title }) : text.title, "1", pageOf(text.id)]),
    ...papers.map((paper) => [paper.title, String(paper.id === "attendance" ? 1 : paper.pages), pageOf(paper.id)]),
    ...sheets.map((sheet) => [sheet.title, isInBooklets(sheet, how) ? words.in_booklets({ n: sheet.copies }) : String(sheet.copies), pageOf(sheet.id)]),
    ...(notes.length ? [[words.for_facilitator, "1", pageOf(words.for_facilitator)]] : []),
  ];
  const head = row([words.sheet, words.copies, words.page], true);
  /** @type {Block[]} */
  const blocks = [
    { sort: "heading", level: 1, runs: runs(title) },
    { sort: "paragraph", runs: runs([...lines, words.pages(pages)].join(" · ")) },
    { sort: "table", caption: [], shares: [0.6, 0.22, 0.18], rows: [head, ...rows.map((cells) => row(cells, false))] },
  ];
  return { id: "", title, isOwn: false, blocks };
}

/**
 * A row that its first cell names.
 * @param {string[]} cells
 * @param {boolean} isHead
 * @returns {import("../../page-text/lazy/page-text.js").Table["rows"][number]}
 */
const row = (cells, isHead) => ({ isHead, cells: cells.map((text, at) => ({ span: 1, isHeading: isHead || !at, blocks: [{ sort: "paragraph", runs: runs(text) }] })) });

/** @param {string} text */
const runs = (text) => [{ text: text.replace(/\s+/g, " ").trim(), bold: false, italic: false, href: "" }];
