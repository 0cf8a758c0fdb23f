// What somebody wrote on a worksheet, as it is kept and as it stands in a file. Pure; answers-store.js does the keeping.
import { asData, fileData, fileText, parsed, RecordFault, recordIn } from "../../answers-store/record.js";

const MAX_TEXT = 4000;
const MAX_NAME = 260;
const MOST_FIELDS = 10_000; // far more than fit on the pages of a sheet
const FILE_KIND = "playbook-worksheet";
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
