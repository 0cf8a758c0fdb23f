// What is kept of somebody's answers: reading, migrating, merging, files. Pure; answers-store.js does the keeping.
// Everything that comes from outside is rebuilt field by field: nothing of the parsed object is handed on.
import { isCode, isDate, isEdition, isId } from "../share-link/share-link.js";

export const SCHEMA = 1;
export const MAX_FILE = 256 * 1024;
const MAX_ANSWERS = 500;
const MAX_HISTORY = 60;
const FILE_KIND = "playbook-answers";

/** Tells that a text cannot be used. `reason` is "unreadable", "newer", "too-long", "other-check" or "nothing". */
export class RecordFault extends Error {
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
  }
}

export const emptyRecord = (edition) => ({ edition, updatedAt: null, answers: new Map(), history: [] });

/** The time as it is kept: in UTC, to the second. */
export const stamp = (date) => `${date.toISOString().slice(0, 19)}Z`;

/** A record as it is kept in the browser. */
export function toText({ edition, updatedAt, answers, history }) {
  return JSON.stringify({
    schema: SCHEMA,
    edition,
    updatedAt,
    answers: Object.fromEntries(answers),
    history: history.map((one) => ({ at: one.at, edition: one.edition, answers: Object.fromEntries(one.answers) })),
  });
}

/** The record in a text that was kept in the browser. Throws a RecordFault. */
export function fromText(text) {
  return fromData(parsed(text));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordFault("unreadable");
  }
}

const own = (data, field) => (Object.hasOwn(data, field) ? data[field] : undefined);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function fromData(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const schema = own(data, "schema");
  if (Number.isInteger(schema) && schema > SCHEMA) throw new RecordFault("newer");
  const past = own(data, "history") ?? [];
  const updatedAt = own(data, "updatedAt");
  const sound = schema === SCHEMA && isEdition(own(data, "edition")) && isDate(updatedAt) && Array.isArray(past);
  if (!sound || past.length > 10 * MAX_HISTORY) throw new RecordFault("unreadable");
  return {
    edition: data.edition,
    updatedAt,
    answers: answersFrom(own(data, "answers")),
    history: inOrder(past.map(historyFrom)),
  };
}

function historyFrom(data) {
  if (!isObject(data) || !isDate(own(data, "at")) || !isEdition(own(data, "edition"))) throw new RecordFault("unreadable");
  return { at: data.at, edition: data.edition, answers: answersFrom(own(data, "answers")) };
}

function answersFrom(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const entries = Object.entries(data).filter(([id]) => !["__proto__", "constructor", "prototype"].includes(id));
  if (entries.length > MAX_ANSWERS || entries.some(([id, value]) => !isId(id) || !isCode(value))) {
    throw new RecordFault("unreadable");
  }
  return new Map(entries);
}

/** One result a day, the last one, the oldest first. */
function inOrder(history) {
  const days = new Map();
  for (const one of [...history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    days.set(one.at.slice(0, 10), one);
  }
  return [...days.values()].slice(-MAX_HISTORY);
}

/** The record with its answers noted as a result of `at`. */
export function withResult(record, at) {
  const one = { at, edition: record.edition, answers: new Map(record.answers) };
  return { ...record, updatedAt: at, history: inOrder([...record.history, one]) };
}

/**
 * Answers of an older edition in terms of this one: `answers`, how many are `lost` because their item or option is
 * gone, and the `changes` since, in words. Pure: the answers passed in stay as they are.
 */
export function migrated(answers, edition, definition) {
  const later = definition.changes.filter((change) => change.edition > edition);
  let current = new Map(answers);
  let lost = 0;
  for (const change of later) {
    const next = new Map();
    for (const [id, value] of current) {
      if (change.removed.includes(id)) lost += 1;
      else next.set(Object.hasOwn(change.renamed, id) ? change.renamed[id] : id, value);
    }
    current = next;
  }
  const known = new Map();
  for (const item of definition.scoring.items) {
    if (item.values.includes(current.get(item.id))) known.set(item.id, current.get(item.id));
  }
  return { answers: known, lost: lost + current.size - known.size, changes: later.map((change) => change.what) };
}

/** Whether answers come from an edition that this page does not know yet. */
export const isNewer = (edition, definition) => edition > definition.edition;

/** A record in terms of the edition at hand, and what happened to it on the way. */
export function current(record, definition) {
  const now = migrated(record.answers, record.edition, definition);
  const history = record.history
    .filter((one) => !isNewer(one.edition, definition))
    .map((one) => ({ ...one, edition: definition.edition, answers: migrated(one.answers, one.edition, definition).answers }));
  return {
    record: { ...record, edition: definition.edition, answers: now.answers, history },
    lost: now.lost,
    changes: now.changes,
  };
}

/** Both together: where both have an answer, the one of `other` counts. */
export function merged(mine, other, at) {
  return {
    edition: mine.edition,
    updatedAt: at,
    answers: new Map([...mine.answers, ...other.answers]),
    history: inOrder([...mine.history, ...other.history]),
  };
}

/** A file with the answers to one assessment. */
export function toFile(site, assessment, record) {
  const data = { kind: FILE_KIND, site, assessment, ...JSON.parse(toText(record)) };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** What a file holds: the id of the assessment and its record. Throws a RecordFault. */
export function fromFile(text) {
  if (text.length > MAX_FILE || new TextEncoder().encode(text).length > MAX_FILE) throw new RecordFault("too-long");
  const data = parsed(text.replace(/^\uFEFF/, ""));
  if (!isObject(data) || own(data, "kind") !== FILE_KIND || !isId(own(data, "assessment"))) {
    throw new RecordFault("unreadable");
  }
  return { assessment: data.assessment, record: fromData(data) };
}

/** The candidate that a link or a file offers for this assessment, in terms of its edition. Throws a RecordFault. */
export function candidate({ assessment, record }, definition) {
  if (assessment !== definition.id) throw new RecordFault("other-check", assessment);
  if (isNewer(record.edition, definition)) throw new RecordFault("newer");
  const now = current(record, definition);
  if (!now.record.answers.size && !now.record.history.length) throw new RecordFault("nothing");
  return now;
}
