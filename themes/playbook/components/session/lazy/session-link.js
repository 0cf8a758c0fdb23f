// What somebody has chosen for a session as the fragment of the address. Pure. generator/sessions/chosen.py reads and
// writes the same, and says the form.
import { isId } from "../../answers-store/values.js";
import { LinkFault, packed, unpacked } from "../../share-link/packed.js";
import { MOST_NAMES, PAPERS, isDay, isName } from "./papers.js";

/** @typedef {{ of: string, part: string, minutes: number, drop: boolean }} ChosenBlock A block of a plan (of, part), an entry (of), or a break. */
/** @typedef {{ title: string, plan: string, people: number, setting: string, start: number, minutes: number, collation: string, blocks: ChosenBlock[], papers: string[], day: string, names: string[] }} Choice An empty title is that of the plan. */

const NAME = "session1";
export const MOST_PEOPLE = 500;
export const MOST_BLOCKS = 60;
export const MOST_MINUTES = 600; // of a block
export const DAY = 1440;
export const LONGEST_TITLE = 120;

const HEAD = /^([1-9]\d{0,2}) (\d{1,4}) (\d{1,4}) (room|video) (sheet|person) ([a-z0-9-]+)(?: ([a-z,]+|-)(?: ([\d-]+))?)?$/;
const BLOCK = /^(-|[a-z0-9-]*\.[a-z0-9-]+|[a-z0-9-]+):([1-9]\d{0,2})(\??)$/;
const CONTROLS = /[\0-\x1f\x7f\u2028\u2029]/; // eslint-disable-line no-control-regex

/**
 * Whether a fragment, without its #, means to be a session.
 * @param {string} text
 */
export const isLink = (text) => /^session\d+\./.test(text);

/** How long a text is, as Python counts. @param {string} text */
const lengthOf = (text) => [...text].length;

/**
 * The fragment, without its #, that carries a choice.
 * @param {Choice} choice
 * @throws {LinkFault} where it is more than a link can be opened with
 */
export const toLink = (choice) => packed(NAME, toText(choice));

/**
 * The choice that a fragment carries.
 * @param {string} fragment
 * @returns {Choice}
 * @throws {LinkFault}
 */
export const fromLink = (fragment) => fromText(unpacked(NAME, fragment));

/** @param {Choice} choice */
export function toText({ title, plan, people, setting, start, minutes, collation, blocks, papers, day, names }) {
  const besides = [...(papers.length || day ? [papers.join(",") || "-"] : []), ...(day ? [day] : [])];
  const head = [people, start, minutes, setting, collation, plan || "-", ...besides].join(" ");
  return [head, blocks.map((block) => blockText(block, plan)).join(" "), ...(title || names.length ? [title] : []), ...names].join("\n");
}

/**
 * @param {ChosenBlock} block
 * @param {string} plan
 */
function blockText({ of, part, minutes, drop }, plan) {
  const name = part ? `${of === plan ? "" : of}.${part}` : of || "-";
  return `${name}:${minutes}${drop ? "?" : ""}`;
}

/**
 * @param {string} text
 * @returns {Choice}
 * @throws {LinkFault}
 */
export function fromText(text) {
  const [head, blocks = "", title = "", ...names] = text.split("\n");
  const found = HEAD.exec(head);
  if (!found || lengthOf(title) > LONGEST_TITLE || CONTROLS.test(title)) throw new LinkFault("damaged");
  if (names.length > MOST_NAMES || !names.every(isName)) throw new LinkFault("damaged");
  const [people, start, minutes] = found.slice(1, 4).map(Number);
  const plan = found[6] === "-" ? "" : found[6];
  const chosen = blocks ? blocks.split(" ").map((one) => blockIn(one, plan)) : [];
  const sound = people <= MOST_PEOPLE && start < DAY && minutes <= DAY && chosen.length <= MOST_BLOCKS;
  if (!sound || (plan && !isId(plan))) throw new LinkFault("damaged");
  const day = found[8] ?? "";
  if (day && !isDay(day)) throw new LinkFault("damaged");
  return { title, plan, people, setting: found[4], start, minutes, collation: found[5], blocks: chosen, papers: papersIn(found[7] ?? "-"), day, names };
}

/** @param {string} text */
function papersIn(text) {
  const papers = text === "-" ? [] : text.split(",");
  if (!papers.every((paper) => PAPERS.includes(paper))) throw new LinkFault("damaged");
  return PAPERS.filter((paper) => papers.includes(paper));
}

/**
 * @param {string} text
 * @param {string} plan
 * @returns {ChosenBlock}
 */
function blockIn(text, plan) {
  const found = BLOCK.exec(text);
  if (!found || Number(found[2]) > MOST_MINUTES) throw new LinkFault("damaged");
  const name = found[1] === "-" ? "" : found[1];
  const isPart = name.includes(".");
  const [before, part = ""] = name.split(".");
  const of = before || (isPart ? plan : "");
  if ((isPart && !(isId(of) && isId(part))) || (of && !isId(of))) throw new LinkFault("damaged");
  return { of, part, minutes: Number(found[2]), drop: Boolean(found[3]) };
}
