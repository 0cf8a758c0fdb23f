// Finds answers in what a facilitator pastes or drops: links, with or without names, and files. Pure.
import { ANSWERS, candidate, fromFile } from "../../answers-store/answers-record.js";
import { answersIn, fileText, MAX_FILE, parsed, RecordFault, SCHEMA, stamp } from "../../answers-store/record.js";
import { isDate, isEdition, isId, isObject, own } from "../../answers-store/values.js";
import { answersOnPaper } from "../../filled-pdf/answers-on-paper.js";
import { LinkFault } from "../../share-link/packed.js";
import { fromLink } from "../../share-link/share-link.js";

export const MOST_PEOPLE = 50;
const MAX_NAME = 60;
const TEAM_KIND = "playbook-team";
const LINK = /\bv\d+\.[^\s"'<>()]+/g;

/** @typedef {Map<string, import("../../assessment/definition.js").Definition>} Definitions What is known of each assessment, by its id. */
/** @typedef {import("../../share-link/share-link.js").SharedAnswers & { name: string }} NamedAnswers */
/** @typedef {{ name: string, assessment: string, at: string, answers: Map<string, number>, mark?: string }} Person Somebody's answers in terms of the edition at hand; the mark of those that came as a code. */
/** @typedef {RecordFault["reason"] | LinkFault["reason"] | "no-link" | "long-name" | "pdf"} Reason Why a piece of a text could not be used, or not whole. */
/** @typedef {{ people: Person[], faults: Map<Reason, number> }} Found The people, and how many pieces could not be used. */

/**
 * The people found in a text.
 * @param {string} text
 * @param {Definitions} definitions
 * @returns {Found}
 */
export function found(text, definitions) {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  return trimmed.startsWith("{") ? inFile(trimmed, definitions) : inLinks(trimmed, definitions);
}

/** @returns {Found} */
const nobody = () => ({ people: [], faults: new Map() });

/**
 * @param {Found} result
 * @param {Reason} reason
 */
const count = ({ faults }, reason) => faults.set(reason, (faults.get(reason) ?? 0) + 1);

/**
 * @param {string} text
 * @param {Definitions} definitions
 */
function inLinks(text, definitions) {
  const result = nobody();
  if (text.length > MAX_FILE) {
    count(result, "too-long");
    return result;
  }
  for (const line of text.split(/\r?\n/)) {
    const links = line.match(LINK) ?? [];
    if (!links.length && line.trim()) count(result, "no-link");
    const before = links.length === 1 ? nameIn(line.slice(0, line.indexOf(links[0]))) : "";
    const name = shortened(before);
    if ([...before.trim()].length > MAX_NAME) count(result, "long-name");
    for (const link of links) add(result, definitions, () => [{ name, ...fromLink(link) }]);
  }
  return result;
}

/**
 * What stands before a link on its line, without the address and what separates them. Takes time in proportion to the
 * text: somebody may paste a line of any length.
 * @param {string} text
 */
function nameIn(text) {
  let start = 0;
  let end = text.length;
  while (end > 0 && !/\s/.test(text[end - 1])) end -= 1;
  const word = text.slice(end);
  if (!word.includes("://") && !word.endsWith("#")) end = text.length;
  while (end > 0 && /[\s:;,|–-]/.test(text[end - 1])) end -= 1;
  while (start < end && /[\s>*•-]/.test(text[start])) start += 1;
  return text.slice(start, end);
}

/**
 * A name without characters that control a terminal or the direction of a text.
 * @param {string} text
 */
const shortened = (text) => [...text.slice(0, 8 * MAX_NAME).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ").trim()].slice(0, MAX_NAME).join("");

/**
 * @param {string} text
 * @param {Definitions} definitions
 */
function inFile(text, definitions) {
  const result = nobody();
  add(result, definitions, () => {
    const data = teamFile(text);
    if (data) return data;
    const { assessment, record } = fromFile(text);
    return [{ name: "", assessment, edition: record.edition, at: record.updatedAt ?? "", answers: record.answers }];
  });
  return result;
}

/**
 * The people whose answers stand on the sheets in a PDF: without names, each copy one person. A PDF without any counts
 * as one that cannot be used.
 * @param {import("../../filled-pdf/lazy/copies.js").FilledCopy[]} copies
 * @param {number} changed when the file was changed, in milliseconds; copies are told apart by a second each
 * @param {Definitions} definitions
 * @returns {Found}
 */
export function onPaper(copies, changed, definitions) {
  const result = nobody();
  const filled = copies.filter(({ entry, values }) => definitions.has(entry) && values.size);
  if (!filled.length) count(result, "pdf");
  for (const { entry, copy, edition, values } of filled) {
    const at = stamp(new Date(changed + 1000 * copy));
    add(result, definitions, () => [{ name: "", assessment: entry, edition: edition || (definitions.get(entry)?.edition ?? 1), at, answers: answersOnPaper(values) }]);
  }
  return result;
}

/**
 * Take in the people that `read` gives, as far as they fit the assessments of this site.
 * @param {Found} result
 * @param {Definitions} definitions
 * @param {() => NamedAnswers[]} read
 */
function add(result, definitions, read) {
  try {
    for (const one of read()) {
      const definition = definitions.get(one.assessment);
      if (!definition) throw new RecordFault("other-check");
      const record = { edition: one.edition, updatedAt: one.at, answers: one.answers, history: [] };
      const now = candidate({ assessment: one.assessment, record }, definition);
      result.people.push({ name: one.name, assessment: one.assessment, at: one.at, answers: now.record.answers });
    }
  } catch (fault) {
    if (!(fault instanceof LinkFault || fault instanceof RecordFault)) throw fault;
    count(result, fault.reason);
  }
}

/**
 * The people in a file of a whole team; null if it is none.
 * @param {string} text
 * @throws {RecordFault}
 */
function teamFile(text) {
  if (text.length > MAX_FILE) throw new RecordFault("too-long");
  const data = parsed(text);
  if (!isObject(data) || own(data, "kind") !== TEAM_KIND) return null;
  const people = own(data, "people");
  if (!Array.isArray(people) || people.length > 20 * MOST_PEOPLE) throw new RecordFault("unreadable");
  return people.map(person);
}

/**
 * @param {unknown} data
 * @returns {NamedAnswers}
 * @throws {RecordFault}
 */
function person(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const [assessment, edition, at, name] = ["assessment", "edition", "at", "name"].map((field) => own(data, field));
  if (!isId(assessment) || !isEdition(edition) || !isDate(at)) throw new RecordFault("unreadable");
  const answers = answersIn(own(data, "answers"), ANSWERS);
  return { name: typeof name === "string" ? shortened(name) : "", assessment, edition, at, answers };
}

/**
 * Everybody in a file, to go on with later.
 * @param {Person[]} people
 * @param {Definitions} definitions
 */
export function toTeamFile(people, definitions) {
  const rows = people.map((one) => ({
    name: one.name,
    assessment: one.assessment,
    edition: definitions.get(one.assessment)?.edition,
    at: one.at,
    answers: Object.fromEntries(one.answers),
  }));
  return fileText({ kind: TEAM_KIND, schema: SCHEMA, people: rows });
}

/**
 * Whether two are the same answers: somebody was pasted twice.
 * @param {Person} one
 * @param {Person} other
 */
export function isSame(one, other) {
  return (
    one.assessment === other.assessment &&
    one.mark === other.mark &&
    one.at === other.at &&
    one.answers.size === other.answers.size &&
    [...one.answers].every(([id, value]) => other.answers.get(id) === value)
  );
}
