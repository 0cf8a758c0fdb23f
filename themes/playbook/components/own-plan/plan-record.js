// Somebody's plan: entries that they keep, and steps with dates and ticks, and how a browser keeps it. Pure. Everything
// from outside is rebuilt field by field.
import { parsed, RecordFault } from "../answers-store/kept-text.js";
import { isDate, isId, isObject, isWhole, own } from "../answers-store/values.js";

/** @typedef {{ page: string, title: string }} Kept An entry: the address of its page within the site, and its title. */
/** @typedef {{ id: string, text: string, page: string, on: string, done: boolean }} Step Something to do: in words, with the page it comes from or "", on a day or "". */
/** @typedef {{ updatedAt: string | null, kept: Kept[], steps: Step[] }} Plan */

const SCHEMA = 1;
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
export function planIn(data) {
  if (!isObject(data)) throw new RecordFault("unreadable");
  const [schema, updatedAt] = [own(data, "schema"), own(data, "updatedAt")];
  if (isWhole(schema) && schema > SCHEMA) throw new RecordFault("newer");
  if (schema !== SCHEMA || !isDate(updatedAt)) throw new RecordFault("unreadable");
  const kept = listIn(own(data, "kept"), keptIn, ({ page }) => page);
  return { updatedAt, kept, steps: listIn(own(data, "steps"), stepIn, ({ id }) => id) };
}

/**
 * A plan as data that `planIn` reads.
 * @param {Plan} plan
 */
export const asData = ({ updatedAt, kept, steps }) => ({ schema: SCHEMA, updatedAt, kept, steps });

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
