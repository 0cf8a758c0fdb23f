// What is kept of the answers to an assessment: reading, migrating, merging, files. Pure; answers-store.js does the keeping.
import { answersIn, asData, fileData, fileText, isObject, own, parsed, RecordFault, recordIn } from "./record.js";
import { isCode, isDate, isEdition, isId } from "./values.js";

const MAX_HISTORY = 60;
const FILE_KIND = "playbook-answers";

/** The answers that a record of an assessment may hold. @type {import("./record.js").Limits<number>} */
export const ANSWERS = { isName: isId, isValue: isCode, most: 500 };

/** @typedef {Map<string, number>} Answers The values of answers, by the ids of their items. */
/** @typedef {{ at: string, edition: number, answers: Answers }} PastResult The answers at the time of a result. */
/** @typedef {import("./record.js").KeptRecord<number> & { history: PastResult[] }} AnswersRecord */
/** @typedef {{ record: AnswersRecord, lost: number, changes: string[] }} CurrentRecord A record in terms of the edition at hand, how many answers were lost on the way, and what changed. */
/** @typedef {import("../assessment/definition.js").Editions} Editions */

/**
 * @param {number} edition
 * @returns {AnswersRecord}
 */
export const emptyRecord = (edition) => ({ edition, updatedAt: null, answers: new Map(), history: [] });

/** @param {AnswersRecord} record */
const withHistory = (record) => ({
  ...asData(record),
  history: record.history.map((one) => ({ at: one.at, edition: one.edition, answers: Object.fromEntries(one.answers) })),
});

/**
 * A record as it is kept in the browser.
 * @param {AnswersRecord} record
 */
export const toText = (record) => JSON.stringify(withHistory(record));

/**
 * The record in a text that was kept in the browser.
 * @param {string} text
 * @throws {RecordFault}
 */
export const fromText = (text) => fromData(parsed(text));

/**
 * @param {unknown} data
 * @returns {AnswersRecord}
 */
function fromData(data) {
  const record = recordIn(data, ANSWERS);
  const past = (isObject(data) ? own(data, "history") : null) ?? [];
  if (!Array.isArray(past) || past.length > 10 * MAX_HISTORY) throw new RecordFault("unreadable");
  return { ...record, history: inOrder(past.map(pastResult)) };
}

/**
 * @param {unknown} data
 * @returns {PastResult}
 */
function pastResult(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const [at, edition] = [own(data, "at"), own(data, "edition")];
  if (!isDate(at) || !isEdition(edition)) throw new RecordFault("unreadable");
  return { at, edition, answers: answersIn(own(data, "answers"), ANSWERS) };
}

/**
 * One result a day, the last one, the oldest first.
 * @param {PastResult[]} history
 */
function inOrder(history) {
  /** @type {Map<string, PastResult>} */
  const days = new Map();
  for (const one of [...history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    days.set(one.at.slice(0, 10), one);
  }
  return [...days.values()].slice(-MAX_HISTORY);
}

/**
 * The record with its answers noted as a result of `at`.
 * @param {AnswersRecord} record
 * @param {string} at
 * @returns {AnswersRecord}
 */
export function withResult(record, at) {
  const one = { at, edition: record.edition, answers: new Map(record.answers) };
  return { ...record, updatedAt: at, history: inOrder([...record.history, one]) };
}

/**
 * Answers of an older edition in terms of this one: `answers`, how many are `lost` because their item or option is
 * gone, and the `changes` since, in words. The answers passed in stay as they are.
 * @param {Answers} answers
 * @param {number} edition
 * @param {Editions} definition
 */
export function migrated(answers, edition, definition) {
  const later = definition.changes.filter((change) => change.edition > edition);
  let now = new Map(answers);
  let lost = 0;
  for (const change of later) {
    const next = new Map();
    for (const [id, value] of now) {
      if (change.removed.includes(id)) lost += 1;
      else next.set(Object.hasOwn(change.renamed, id) ? change.renamed[id] : id, value);
    }
    now = next;
  }
  /** @type {Answers} */
  const known = new Map();
  for (const item of definition.scoring.items) {
    const value = now.get(item.id);
    if (value !== undefined && item.values.includes(value)) known.set(item.id, value);
  }
  return { answers: known, lost: lost + now.size - known.size, changes: later.map((change) => change.what) };
}

/**
 * Whether answers come from an edition that this page does not know yet.
 * @param {number} edition
 * @param {Editions} definition
 */
export const isNewer = (edition, definition) => edition > definition.edition;

/**
 * A record in terms of the edition at hand, and what happened to it on the way.
 * @param {AnswersRecord} record
 * @param {Editions} definition
 * @returns {CurrentRecord}
 */
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

/**
 * Both together: where both have an answer, the one of `other` counts.
 * @param {AnswersRecord} mine
 * @param {AnswersRecord} other
 * @param {string} at
 * @returns {AnswersRecord}
 */
export function merged(mine, other, at) {
  return {
    edition: mine.edition,
    updatedAt: at,
    answers: new Map([...mine.answers, ...other.answers]),
    history: inOrder([...mine.history, ...other.history]),
  };
}

/**
 * A file with the answers to one assessment.
 * @param {string} site
 * @param {string} assessment
 * @param {AnswersRecord} record
 */
export const toFile = (site, assessment, record) =>
  fileText({ kind: FILE_KIND, site, assessment, ...withHistory(record) });

/**
 * What a file holds: the id of the assessment and its record.
 * @param {string} text
 * @throws {RecordFault}
 */
export function fromFile(text) {
  const { data, belongsTo } = fileData(text, FILE_KIND, "assessment");
  return { assessment: belongsTo, record: fromData(data) };
}

/**
 * What a link or a file offers for this assessment, in terms of its edition.
 * @param {{ assessment: string, record: AnswersRecord }} offered
 * @param {Editions} definition
 * @throws {RecordFault}
 */
export function candidate({ assessment, record }, definition) {
  if (assessment !== definition.id) throw new RecordFault("other-check", assessment);
  if (isNewer(record.edition, definition)) throw new RecordFault("newer");
  const now = current(record, definition);
  if (!now.record.answers.size && !now.record.history.length) throw new RecordFault("nothing");
  return now;
}
