// Somebody's plan: entries that they keep, and steps with dates and ticks. How it is kept, and how it stands in files and
// links. Pure. Everything from outside is rebuilt field by field.
import { fileData, fileText, isObject, own, parsed, RecordFault } from "../answers-store/record.js";
import { isDate, isId, isWhole } from "../answers-store/values.js";
import { LinkFault, packed, unpacked } from "../share-link/packed.js";

/** @typedef {{ page: string, title: string }} Kept An entry: the address of its page within the site, and its title. */
/** @typedef {{ id: string, text: string, page: string, on: string, done: boolean }} Step Something to do: in words, with the page it comes from or "", on a day or "". */
/** @typedef {{ updatedAt: string | null, kept: Kept[], steps: Step[] }} Plan */

const SCHEMA = 1;
const FILE_KIND = "playbook-plan";
const LINK = "plan1";
export const PLAN = "own_plan"; // under which it is kept; no entry has such an id
export const MOST = 200; // entries, and steps
export const LONGEST = 300; // characters of a step or title

const PAGE = /^([a-z0-9][a-z0-9_-]*\/){1,3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @type {Plan} */
export const EMPTY = { updatedAt: null, kept: [], steps: [] };

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.trim().length > 0 && value.length <= LONGEST;

/** @param {unknown} value @returns {value is string} */
const isPage = (value) => typeof value === "string" && value.length <= 200 && PAGE.test(value);

/**
 * Whether a text is a day that the calendar has.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isDay(value) {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** @param {Plan} plan */
export const isEmpty = ({ kept, steps }) => kept.length + steps.length === 0;

// ---- changes ----

/**
 * The plan with an entry kept, if there is room for it, or no longer.
 * @param {Plan} plan
 * @param {Kept} entry
 * @param {boolean} isKept
 * @returns {Plan}
 */
export function keep(plan, entry, isKept) {
  const others = plan.kept.filter(({ page }) => page !== entry.page);
  return { ...plan, kept: (isKept ? [...others, entry] : others).slice(0, MOST) };
}

/**
 * The plan with one more step, if there is room for it.
 * @param {Plan} plan
 * @param {Step} step
 * @returns {Plan}
 */
export const addStep = (plan, step) => ({ ...plan, steps: [...plan.steps, step].slice(0, MOST) });

/**
 * The plan with a step changed in some fields, or with null removed.
 * @param {Plan} plan
 * @param {string} id
 * @param {Partial<Step> | null} change
 * @returns {Plan}
 */
export const changeStep = (plan, id, change) => ({
  ...plan,
  steps: plan.steps.flatMap((step) => (step.id !== id ? [step] : change ? [{ ...step, ...change }] : [])),
});

/**
 * The plan with a step at another place among all, counted from 0.
 * @param {Plan} plan
 * @param {string} id
 * @param {number} to
 * @returns {Plan}
 */
export function moveStep(plan, id, to) {
  const moved = plan.steps.filter((step) => step.id === id);
  const others = plan.steps.filter((step) => step.id !== id);
  const at = Math.max(0, Math.min(to, others.length));
  return { ...plan, steps: [...others.slice(0, at), ...moved, ...others.slice(at)] };
}

/**
 * `mine` with what `other` has besides. A step that both have stays as it is in `mine`.
 * @param {Plan} mine
 * @param {Plan} other
 * @returns {Plan}
 */
export function merged(mine, other) {
  const [pages, ids] = [new Set(mine.kept.map(({ page }) => page)), new Set(mine.steps.map(({ id }) => id))];
  return {
    ...mine,
    kept: [...mine.kept, ...other.kept.filter(({ page }) => !pages.has(page))].slice(0, MOST),
    steps: [...mine.steps, ...other.steps.filter(({ id }) => !ids.has(id))].slice(0, MOST),
  };
}

/**
 * How much of `other` there is no room for in `mine`.
 * @param {Plan} mine
 * @param {Plan} other
 */
export function tooMuch(mine, other) {
  const pages = new Set([...mine.kept, ...other.kept].map(({ page }) => page));
  const ids = new Set([...mine.steps, ...other.steps].map(({ id }) => id));
  return Math.max(0, pages.size - MOST) + Math.max(0, ids.size - MOST);
}

// ---- from outside ----

/**
 * The list in parsed data, each of its elements read by `read`.
 * @template T
 * @param {unknown} data
 * @param {(one: unknown) => T | null} read null for what is none
 * @param {(one: T) => string} nameOf no two of a list have the same
 * @returns {T[]}
 * @throws {RecordFault}
 */
function listIn(data, read, nameOf) {
  if (!Array.isArray(data) || data.length > MOST) throw new RecordFault("unreadable");
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const one of data.map(read)) {
    if (one === null || found.has(nameOf(one))) throw new RecordFault("unreadable");
    found.set(nameOf(one), one);
  }
  return [...found.values()];
}

/** @param {unknown} one @returns {Kept | null} */
function keptIn(one) {
  if (!isObject(one)) return null;
  const [page, title] = [own(one, "page"), own(one, "title")];
  return isPage(page) && isText(title) ? { page, title } : null;
}

/** @param {unknown} one @returns {Step | null} */
function stepIn(one) {
  if (!isObject(one)) return null;
  const [id, text, page, on, done] = ["id", "text", "page", "on", "done"].map((name) => own(one, name));
  const sound = isId(id) && isText(text) && (page === "" || isPage(page)) && (on === "" || isDay(on));
  return sound && typeof done === "boolean" ? { id, text, page, on, done } : null;
}

/**
 * The plan in parsed data.
 * @param {unknown} data
 * @returns {Plan}
 * @throws {RecordFault}
 */
function planIn(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const [schema, updatedAt] = [own(data, "schema"), own(data, "updatedAt")];
  if (isWhole(schema) && schema > SCHEMA) throw new RecordFault("newer");
  if (schema !== SCHEMA || !isDate(updatedAt)) throw new RecordFault("unreadable");
  const kept = listIn(own(data, "kept"), keptIn, ({ page }) => page);
  return { updatedAt, kept, steps: listIn(own(data, "steps"), stepIn, ({ id }) => id) };
}

/** @param {Plan} plan */
const asData = ({ updatedAt, kept, steps }) => ({ schema: SCHEMA, updatedAt, kept, steps });

/**
 * A plan as it is kept in the browser; null keeps nothing.
 * @param {Plan} plan
 */
export const toText = (plan) => (isEmpty(plan) ? null : JSON.stringify(asData(plan)));

/**
 * @param {string} text
 * @throws {RecordFault}
 */
export const fromText = (text) => planIn(parsed(text));

/**
 * A file with a plan.
 * @param {string} site
 * @param {Plan} plan
 * @throws {RecordFault} where it would be too long
 */
export const toFile = (site, plan) => fileText({ kind: FILE_KIND, site, plan: "own-plan", ...asData(plan) });

/**
 * @param {string} text
 * @throws {RecordFault}
 */
export const fromFile = (text) => planIn(fileData(text, FILE_KIND, "plan").data);

/**
 * Whether a fragment, without its #, means to be a plan.
 * @param {string} fragment
 */
export const isLink = (fragment) => /^plan\d+\./.test(fragment);

/**
 * The fragment that carries a plan.
 * @param {Plan} plan
 * @throws {LinkFault} where it is more than a link can be opened with
 */
export const toLink = (plan) => packed(LINK, JSON.stringify(asData(plan)));

/**
 * The plan that a fragment carries.
 * @param {string} fragment
 * @throws {LinkFault}
 */
export function fromLink(fragment) {
  const text = unpacked(LINK, fragment);
  try {
    return fromText(text);
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    throw new LinkFault(fault.reason === "newer" ? "newer" : "damaged");
  }
}
