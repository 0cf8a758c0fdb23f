// Finds answers in what a facilitator pastes or drops: links, with or without names, and files. Pure.
import { candidate, fromFile, MAX_FILE, RecordFault } from "../../answers-store/answers-record.js";
import { fromLink, isCode, isDate, isEdition, isId, LinkFault } from "../../share-link/share-link.js";

export const MOST_PEOPLE = 50;
const MAX_NAME = 60;
const TEAM_KIND = "playbook-team";
const LINK = /\bv\d+\.[^\s"'<>()]+/g;

/**
 * The people found in a text, and how many pieces of it could not be used, by reason.
 * `definitions` holds what is known of each assessment, by its id.
 */
export function found(text, definitions) {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  return trimmed.startsWith("{") ? inFile(trimmed, definitions) : inLinks(trimmed, definitions);
}

function gathered() {
  const faults = new Map();
  return { people: [], faults, fault: (reason) => faults.set(reason, (faults.get(reason) ?? 0) + 1) };
}

function inLinks(text, definitions) {
  const result = gathered();
  if (text.length > MAX_FILE) {
    result.fault("too-long");
    return result;
  }
  for (const line of text.split(/\r?\n/)) {
    const links = line.match(LINK) ?? [];
    if (!links.length && line.trim()) result.fault("no-link");
    const name = links.length === 1 ? nameIn(line.slice(0, line.indexOf(links[0]))) : "";
    for (const link of links) add(result, definitions, () => ({ name, ...fromLink(link) }));
  }
  return result;
}

/** What stands before a link on its line, without the address and what separates them. */
function nameIn(text) {
  return shortened(text.replace(/\S*:\/\/\S*$|\S*#$/, "").replace(/[\s:;,|–-]+$/, "").replace(/^[\s>*•-]+/, ""));
}

const shortened = (text) => [...text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, " ").trim()].slice(0, MAX_NAME).join("");

function inFile(text, definitions) {
  const result = gathered();
  add(result, definitions, () => {
    const data = teamFile(text);
    if (data) return data;
    const { assessment, record } = fromFile(text);
    return { name: "", assessment, edition: record.edition, at: record.updatedAt, answers: record.answers };
  });
  return result;
}

/** Take a person in, or several, if what `read` gives fits an assessment of this site. */
function add(result, definitions, read) {
  try {
    const given = read();
    for (const one of Array.isArray(given) ? given : [given]) {
      const definition = definitions.get(one.assessment);
      if (!definition) throw new RecordFault("other-check");
      const record = { edition: one.edition, updatedAt: one.at, answers: one.answers, history: [] };
      const now = candidate({ assessment: one.assessment, record }, definition);
      result.people.push({ name: one.name, assessment: one.assessment, at: one.at, answers: now.record.answers });
    }
  } catch (fault) {
    if (!(fault instanceof LinkFault || fault instanceof RecordFault)) throw fault;
    result.fault(fault.reason);
  }
}

function teamFile(text) {
  if (text.length > MAX_FILE) throw new RecordFault("too-long");
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new RecordFault("unreadable");
  }
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, "kind") || data.kind !== TEAM_KIND) return null;
  if (!Object.hasOwn(data, "people") || !Array.isArray(data.people) || data.people.length > 20 * MOST_PEOPLE) {
    throw new RecordFault("unreadable");
  }
  return data.people.map(person);
}

function person(data) {
  const own = (field) => (typeof data === "object" && data !== null && Object.hasOwn(data, field) ? data[field] : undefined);
  const answers = own("answers");
  const sound = isId(own("assessment")) && isEdition(own("edition")) && isDate(own("at"));
  if (!sound || typeof answers !== "object" || answers === null || Array.isArray(answers)) throw new RecordFault("unreadable");
  const codes = Object.entries(answers);
  if (codes.length > 500 || codes.some(([id, value]) => !isId(id) || !isCode(value))) throw new RecordFault("unreadable");
  const name = typeof own("name") === "string" ? shortened(own("name")) : "";
  return { name, assessment: data.assessment, edition: data.edition, at: data.at, answers: new Map(codes) };
}

/** Everybody in a file, to go on with later. */
export function toTeamFile(people, definitions) {
  const rows = people.map((one) => ({
    name: one.name,
    assessment: one.assessment,
    edition: definitions.get(one.assessment).edition,
    at: one.at,
    answers: Object.fromEntries(one.answers),
  }));
  return `${JSON.stringify({ kind: TEAM_KIND, schema: 1, people: rows }, null, 1)}\n`;
}

/** Whether two are the same answers: somebody was pasted twice. */
export function isSame(one, other) {
  return (
    one.assessment === other.assessment &&
    one.at === other.at &&
    one.answers.size === other.answers.size &&
    [...one.answers].every(([id, value]) => other.answers.get(id) === value)
  );
}
