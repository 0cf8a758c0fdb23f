// In which order the pages of a pack lie, and which numbers they have. Pure: a sheet is known by the pages of its source.

/** @typedef {{ first: number, end: number }} Range Pages of a source, from 0. */
/**
 * @template Source
 * @typedef {{ id: string, title: string, copies: number, isPersonal: boolean, source: Source, pages: number, startsLeaf: boolean, own: (copy: number) => Range, shared: Shared<Source>[] }} Sheet
 */
/**
 * @template Source
 * @typedef {Range & { source: Source, copies: number, startsLeaf: boolean }} Shared What is printed after the copies of a sheet, such as cards to cut out.
 */
/**
 * @template Source
 * @typedef {Range & { source: Source, copy: number, from: number, total: number, startsLeaf: boolean, mark: string, booklet: number }} Part Pages that lie together: the numbers in their feet, where `total` is 0 as they are; what begins with them; the booklet.
 */
/** @typedef {{ people: number, collate: string, sides: number }} How */

const length = (/** @type {Range} */ { first, end }) => end - first;

/**
 * The parts of a pack after its cover.
 * @template Source
 * @param {Sheet<Source>[]} sheets
 * @param {How} how
 * @returns {Part<Source>[]}
 */
export function partsOf(sheets, how) {
  const inBooklets = sheets.filter((sheet) => isInBooklets(sheet, how));
  const booklets = Array.from({ length: inBooklets.length ? how.people : 0 }, (_, at) => booklet(inBooklets, at + 1, how));
  const others = sheets.flatMap((sheet) => (isInBooklets(sheet, how) ? [] : copiesOf(sheet, how)));
  return [...booklets.flat(), ...sheets.flatMap((sheet) => (isInBooklets(sheet, how) ? sharedOf(sheet, how) : [])), ...others];
}

/**
 * Whether each person has a sheet in a booklet.
 * @param {{ copies: number, isPersonal: boolean }} sheet
 * @param {How} how
 */
export const isInBooklets = ({ copies, isPersonal }, { people, collate }) => collate === "person" && isPersonal && copies % people === 0;

/**
 * @template Source
 * @param {Sheet<Source>[]} sheets
 * @param {number} person
 * @param {How} how
 * @returns {Part<Source>[]}
 */
function booklet(sheets, person, { people, sides }) {
  const taken = sheets.flatMap((sheet) => {
    const each = sheet.copies / people;
    return Array.from({ length: each }, (_, at) => ({ sheet, copy: (person - 1) * each + at + 1 }));
  });
  const total = taken.reduce((sum, { sheet, copy }) => sum + length(sheet.own(copy)), 0);
  let from = 1;
  return taken.map(({ sheet, copy }, at) => {
    const range = sheet.own(copy);
    const part = { ...range, source: sheet.source, copy, from, total, startsLeaf: !at && sides === 2, mark: copy === 1 ? sheet.id : "", booklet: person };
    from += length(range);
    return part;
  });
}

/**
 * @template Source
 * @param {Sheet<Source>} sheet
 * @param {How} how
 * @returns {Part<Source>[]}
 */
function copiesOf(sheet, how) {
  const copies = Array.from({ length: sheet.copies }, (_, at) => {
    const range = sheet.own(at + 1);
    const isWhole = length(range) === sheet.pages;
    return { ...range, source: sheet.source, copy: at + 1, from: 1, total: isWhole ? 0 : length(range), startsLeaf: sheet.startsLeaf || how.sides === 2, mark: at ? "" : sheet.id, booklet: 0 };
  });
  return [...copies, ...sharedOf(sheet, how)];
}

/**
 * @template Source
 * @param {Sheet<Source>} sheet
 * @param {How} how
 * @returns {Part<Source>[]}
 */
function sharedOf(sheet, { sides }) {
  return sheet.shared.flatMap(({ source, first, end, copies, startsLeaf }) =>
    Array.from({ length: copies }, (_, at) => ({ source, first, end, copy: at + 1, from: 1, total: end - first, startsLeaf: startsLeaf || sides === 2, mark: "", booklet: 0 })),
  );
}

/**
 * The page, from 1, on which each part begins after so many pages, and the number of all pages. A page is left blank before what starts on a new sheet of paper.
 * @param {(Range & { startsLeaf: boolean })[]} parts
 * @param {number} before
 */
export function placesOf(parts, before) {
  let at = before;
  const starts = parts.map((part) => {
    at += part.startsLeaf ? at % 2 : 0;
    const start = at + 1;
    at += length(part);
    return start;
  });
  return { starts, pages: at };
}
