// What is common to the records of answers that are kept: their form, their limits, their files. Pure.
// Everything that comes from outside is rebuilt field by field: nothing of the parsed object is handed on.
import { parsed, RecordFault } from "./kept-text.js";
import { isDate, isEdition, isId, isObject, isWhole, own } from "./values.js";

export { parsed, RecordFault, stamp } from "./kept-text.js";
/** @typedef {import("./kept-text.js").Reason} Reason */

export const SCHEMA = 1;
export const MAX_FILE = 256 * 1024;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * What somebody answered: `answers` by the ids of what was asked. `updatedAt` is null as long as nothing was answered.
 * @template V
 * @typedef {{ edition: number, updatedAt: string | null, answers: Map<string, V> }} KeptRecord
 */

/**
 * Which answers a record may hold: the names of what was asked, the values, and how many.
 * @template V
 * @typedef {{ isName: (name: string) => boolean, isValue: (value: unknown) => value is V, most: number }} Limits
 */

/**
 * A record as data, in the order in which its fields are written.
 * @param {KeptRecord<unknown>} record
 */
export const asData = ({ edition, updatedAt, answers }) => ({
  schema: SCHEMA,
  edition,
  updatedAt,
  answers: Object.fromEntries(answers),
});

/**
 * The record in parsed data.
 * @template V
 * @param {unknown} data
 * @param {Limits<V>} limits
 * @returns {KeptRecord<V>}
 * @throws {RecordFault}
 */
export function recordIn(data, limits) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const schema = own(data, "schema");
  if (isWhole(schema) && schema > SCHEMA) throw new RecordFault("newer");
  const [edition, updatedAt] = [own(data, "edition"), own(data, "updatedAt")];
  if (schema !== SCHEMA || !isEdition(edition) || !isDate(updatedAt)) throw new RecordFault("unreadable");
  return { edition, updatedAt, answers: answersIn(own(data, "answers"), limits) };
}

/**
 * The answers in parsed data, by name.
 * @template V
 * @param {unknown} data
 * @param {Limits<V>} limits
 * @returns {Map<string, V>}
 * @throws {RecordFault}
 */
export function answersIn(data, { isName, isValue, most }) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const entries = Object.entries(data).filter(([name]) => !FORBIDDEN.has(name));
  if (entries.length > most) throw new RecordFault("unreadable");
  /** @type {Map<string, V>} */
  const answers = new Map();
  for (const [name, value] of entries) {
    if (!isName(name) || !isValue(value)) throw new RecordFault("unreadable");
    answers.set(name, value);
  }
  return answers;
}

/** @param {string} text */
const isTooLong = (text) => text.length > MAX_FILE || new TextEncoder().encode(text).length > MAX_FILE;

/**
 * A file that can be loaded again: with a line for each value if that fits.
 * @param {object} data what the file holds, in its order
 * @throws {RecordFault} where it would be too long
 */
export function fileText(data) {
  const text = [JSON.stringify(data, null, 1), JSON.stringify(data)].map((one) => `${one}\n`).find((one) => !isTooLong(one));
  if (text === undefined) throw new RecordFault("too-long");
  return text;
}

/**
 * The data in a file of one kind, and what it belongs to by its field `owner`.
 * @param {string} text
 * @param {string} kind
 * @param {string} owner
 * @returns {{ data: object, belongsTo: string }}
 * @throws {RecordFault}
 */
export function fileData(text, kind, owner) {
  if (isTooLong(text)) throw new RecordFault("too-long");
  const data = parsed(text.replace(/^\uFEFF/, ""));
  if (!isObject(data) || own(data, "kind") !== kind) throw new RecordFault("unreadable");
  const belongsTo = own(data, owner);
  if (!isId(belongsTo)) throw new RecordFault("unreadable");
  return { data, belongsTo };
}
