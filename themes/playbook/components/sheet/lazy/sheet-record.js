// What somebody wrote on a worksheet, as it is kept and as it stands in a file. Pure; answers-store.js does the keeping.
import { asData, fileData, fileText, parsed, RecordFault, recordIn } from "../../answers-store/record.js";
import { own } from "../../answers-store/values.js";
import { packed, unpacked } from "../../share-link/packed.js";

const MAX_TEXT = 4000;
const MAX_NAME = 260;
const MOST_FIELDS = 10_000; // far more than fit on the pages of a sheet
const FILE_KIND = "playbook-worksheet";
const LINK = "sheet1";
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** @typedef {import("../../answers-store/record.js").KeptRecord<string>} SheetRecord What is written, by the names of the fields. */

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isWritten = (value) => typeof value === "string" && value.length > 0 && value.length <= MAX_TEXT;

/** @type {import("../../answers-store/record.js").Limits<string>} */
const FIELDS = { isName: (name) => name.length <= MAX_NAME && NAME.test(name), isValue: isWritten, most: MOST_FIELDS };

/**
 * @param {number} edition
 * @returns {SheetRecord}
 */
export const emptyRecord = (edition) => ({ edition, updatedAt: null, answers: new Map() });

/**
 * A record as it is kept in the browser.
 * @param {SheetRecord} record
 */
export const toText = (record) => JSON.stringify(asData(record));

/**
 * The record in a text that was kept in the browser.
 * @param {string} text
 * @throws {RecordFault}
 */
export const fromText = (text) => recordIn(parsed(text), FIELDS);

/**
 * A file with what stands on one worksheet.
 * @param {string} site
 * @param {string} worksheet
 * @param {SheetRecord} record
 */
export const toFile = (site, worksheet, record) => fileText({ kind: FILE_KIND, site, worksheet, ...asData(record) });

/**
 * The record in a file that belongs to this worksheet.
 * @param {string} text
 * @param {string} worksheet
 * @throws {RecordFault}
 */
export function fromFile(text, worksheet) {
  const { data, belongsTo } = fileData(text, FILE_KIND, "worksheet");
  if (belongsTo !== worksheet) throw new RecordFault("other-sheet", belongsTo);
  return recordIn(data, FIELDS);
}

/**
 * Whether a fragment, without its #, means to be a filled sheet.
 * @param {string} fragment
 */
export const isLink = (fragment) => /^sheet\d+\./.test(fragment);

/**
 * The fragment that carries what stands on one worksheet.
 * @param {string} worksheet
 * @param {SheetRecord} record
 * @throws {import("../../share-link/packed.js").LinkFault} where it is more than a link can be opened with
 */
export const toLink = (worksheet, record) => packed(LINK, JSON.stringify({ worksheet, ...asData(record) }));

/**
 * The record that a fragment carries for this worksheet.
 * @param {string} fragment
 * @param {string} worksheet
 * @throws {RecordFault | import("../../share-link/packed.js").LinkFault}
 */
export function fromLink(fragment, worksheet) {
  const data = parsed(unpacked(LINK, fragment));
  const record = recordIn(data, FIELDS);
  if (own(Object(data), "worksheet") !== worksheet) throw new RecordFault("other-sheet");
  return record;
}

/**
 * The record with only the fields that the sheet has, and how many it had besides.
 * @param {SheetRecord} record
 * @param {Set<string>} names
 */
export function fitted(record, names) {
  const answers = new Map([...record.answers].filter(([name]) => names.has(name)));
  return { record: { ...record, answers }, lost: record.answers.size - answers.size };
}

/**
 * `mine`, with what `other` has for the fields that are still empty.
 * @param {SheetRecord} mine
 * @param {SheetRecord} other
 * @returns {SheetRecord}
 */
export const filledUp = (mine, other) => ({ ...mine, answers: new Map([...other.answers, ...mine.answers]) });
