// What is kept of the answers to an assessment: reading, migrating, merging, files. Pure; answers-store.js does the keeping.
import { answersIn, asData, fileData, fileText, parsed, RecordFault, recordIn, stamp } from "./record.js";
import { isCode, isDate, isEdition, isId, isObject, MOST_ANSWERS, own } from "./values.js";

export const MAX_HISTORY = 60;
const FILE_KIND = "playbook-answers";

/** The answers that a record of an assessment may hold. @type {import("./record.js").Limits<number>} */
export const ANSWERS = { isName: isId, isValue: isCode, most: MOST_ANSWERS };

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
  return { ...record, history: oneADay(past.map(pastResult)).slice(-MAX_HISTORY) };
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

/** @param {{ at: string }} result */
const dayOf = ({ at }) => at.slice(0, 10);

/**
 * One result a day, the last one, the oldest first.
 * @param {PastResult[]} history
 */
function oneADay(history) {
  /** @type {Map<string, PastResult>} */
  const days = new Map();
  for (const one of [...history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    days.set(dayOf(one), one);
  }
  return [...days.values()];
}

/**
 * The record with its answers noted as a result of `at`.
 * @param {AnswersRecord} record
 * @param {string} at
 * @returns {AnswersRecord}
 */
export function withResult(record, at) {
  const one = { at, edition: record.edition, answers: new Map(record.answers) };
  // A clock that was wrong may have left results of later days: they make room first, never the new one.
  const [past, later] = parted(record.history, (other) => other.at <= at);
  const kept = oneADay([...past, one]).slice(-MAX_HISTORY);
  const room = MAX_HISTORY - kept.length;
  return { ...record, updatedAt: at, history: oneADay([...kept, ...later.slice(0, room)]) };
}

/**
 * @template T
 * @param {T[]} list
 * @param {(one: T) => boolean} first whether one belongs to the first part
 * @returns {[T[], T[]]}
 */
const parted = (list, first) => [list.filter(first), list.filter((one) => !first(one))];

/**
 * The record without results that are dated later than tomorrow, and how many these were. Clocks differ by a day at most.
 * @param {AnswersRecord} record
 * @param {string} now
 */
export function withoutLater(record, now) {
  const limit = stamp(new Date(Date.parse(now) + 24 * 3600 * 1000));
  const history = record.history.filter((one) => one.at <= limit);
  return { record: { ...record, history }, later: record.history.length - history.length };
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
 * Both together, and how many earlier results of `other` there was no room for. Where both have an answer, the one of
 * `other` counts. No day of `mine` is given up for one of `other`.
 * @param {AnswersRecord} mine
 * @param {AnswersRecord} other
 * @param {string} at
 * @returns {{ record: AnswersRecord, left: number }}
 */
export function merged(mine, other, at) {
  const days = new Set(mine.history.map(dayOf));
  const [same, others] = parted(other.history, (one) => days.has(dayOf(one)));
  const ours = oneADay([...mine.history, ...same]);
  const room = MAX_HISTORY - ours.length;
  const added = room > 0 ? others.slice(-room) : [];
  return {
    record: {
      edition: mine.edition,
      updatedAt: at,
      answers: new Map([...mine.answers, ...other.answers]),
      history: oneADay([...ours, ...added]),
    },
    left: others.length - added.length,
  };
}

/**
 * A file with the answers to one assessment, and how many of the oldest results are not in it: the file must be short
 * enough to be loaded again.
 * @param {string} site
 * @param {string} assessment
 * @param {AnswersRecord} record
 * @returns {{ text: string, left: number }}
 */
export function toFile(site, assessment, record) {
  for (let left = 0; ; left += 1) {
    try {
      const kept = { ...record, history: record.history.slice(left) };
      return { text: fileText({ kind: FILE_KIND, site, assessment, ...withHistory(kept) }), left };
    } catch (fault) {
      if (!(fault instanceof RecordFault) || left === record.history.length) throw fault;
    }
  }
}

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
