// What somebody wrote on a worksheet, as it is kept and as it stands in a file. Pure; answers-store.js does the
// keeping. Everything that comes from outside is rebuilt field by field: nothing of the parsed object is handed on.
import { MAX_FILE, RecordFault } from "../../answers-store/answers-record.js";
import { isDate, isEdition, isId } from "../../share-link/share-link.js";

export const SCHEMA = 1;
export const MAX_TEXT = 4000;
const MAX_FIELDS = 1000;
const MAX_NAME = 260;
const FILE_KIND = "playbook-worksheet";
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

export const emptyRecord = (edition) => ({ edition, updatedAt: null, answers: new Map() });

const asData = ({ edition, updatedAt, answers }) => ({
  schema: SCHEMA,
  edition,
  updatedAt,
  answers: Object.fromEntries(answers),
});

/** A record as it is kept in the browser. */
export const toText = (record) => JSON.stringify(asData(record));

/** The record in a text that was kept in the browser. Throws a RecordFault. */
export const fromText = (text) => fromData(parsed(text));

/** A file with what stands on one worksheet. */
export const toFile = (site, worksheet, record) =>
  `${JSON.stringify({ kind: FILE_KIND, site, worksheet, ...asData(record) }, null, 1)}\n`;

/** The record in a file that belongs to this worksheet. Throws a RecordFault. */
export function fromFile(text, worksheet) {
  if (text.length > MAX_FILE || new TextEncoder().encode(text).length > MAX_FILE) throw new RecordFault("too-long");
  const data = parsed(text.replace(/^\uFEFF/, ""));
  if (!isObject(data) || own(data, "kind") !== FILE_KIND || !isId(own(data, "worksheet"))) {
    throw new RecordFault("unreadable");
  }
  if (data.worksheet !== worksheet) throw new RecordFault("other-sheet", data.worksheet);
  return fromData(data);
}

/** The record with only the fields that the sheet has, and how many it had besides. */
export function fitted(record, names) {
  const answers = new Map([...record.answers].filter(([name]) => names.has(name)));
  return { record: { ...record, answers }, lost: record.answers.size - answers.size };
}

/** `mine`, with what `other` has for the fields that are still empty. */
export const filledUp = (mine, other) => ({ ...mine, answers: new Map([...other.answers, ...mine.answers]) });

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordFault("unreadable");
  }
}

const own = (data, field) => (Object.hasOwn(data, field) ? data[field] : undefined);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isName = (name) => name.length <= MAX_NAME && NAME.test(name);
const isWritten = (value) => typeof value === "string" && value.length > 0 && value.length <= MAX_TEXT;

function fromData(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const schema = own(data, "schema");
  if (Number.isInteger(schema) && schema > SCHEMA) throw new RecordFault("newer");
  const [edition, updatedAt, answers] = [own(data, "edition"), own(data, "updatedAt"), own(data, "answers")];
  if (schema !== SCHEMA || !isEdition(edition) || !isDate(updatedAt) || !isObject(answers)) {
    throw new RecordFault("unreadable");
  }
  const entries = Object.entries(answers).filter(([name]) => !FORBIDDEN.has(name));
  if (entries.length > MAX_FIELDS || entries.some(([name, value]) => !isName(name) || !isWritten(value))) {
    throw new RecordFault("unreadable");
  }
  return { edition, updatedAt, answers: new Map(entries) };
}
