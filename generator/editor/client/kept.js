// What was typed and not saved is kept in this browser until it is saved or given up: it survives a reload, a closed
// window and a program that has ended.

/** @import { Mapping, Target } from "./contract.d.ts" */
import { keysFrom, store, stored } from "../../../themes/playbook/components/answers-store/storage.js";
import { isMapping } from "./tree.js";

const START = "playbook-editor:";
const MOST_DAYS = 60;
const DAY = 86_400_000;

/** @typedef {{ at: string, version: string, base: Mapping, value: Mapping }} Kept */

/**
 * @param {Target} target
 */
export function keyOf(target) {
  if (target.page !== undefined) return `${START}page:${target.page}`;
  if (target.site) return `${START}site`;
  return target.new ? `${START}new:${target.kind}` : `${START}entry:${target.kind}:${target.id}`;
}

/**
 * What is kept under a key; null where that is nothing, or nothing that this form can read.
 * @param {string} key
 * @returns {Kept | null}
 */
export function keptUnder(key) {
  const { text } = stored(key);
  if (text === null) return null;
  try {
    const found = JSON.parse(text);
    const isSound = isMapping(found?.base) && isMapping(found?.value) && typeof found.version === "string" && !Number.isNaN(Date.parse(found.at));
    return isSound ? found : null;
  } catch {
    return null;
  }
}

/**
 * Keep it. False where the storage has no room or is refused.
 * @param {string} key
 * @param {Kept} kept
 */
export const keep = (key, kept) => store(key, JSON.stringify(kept)) === "kept";

/** @param {string} key */
export const forget = (key) => store(key, null);

/**
 * What is kept of other targets, the newest first; what is older than two months goes.
 * @param {Date} now
 * @returns {{ key: string, kept: Kept }[]}
 */
export function allKept(now) {
  const found = keysFrom(START).map((key) => ({ key, kept: keptUnder(key) }));
  const isOld = (/** @type {Kept} */ kept) => now.getTime() - Date.parse(kept.at) > MOST_DAYS * DAY;
  for (const { key, kept } of found) if (kept && isOld(kept)) forget(key);
  const good = found.flatMap(({ key, kept }) => (kept && !isOld(kept) ? [{ key, kept }] : []));
  return good.toSorted((one, other) => other.kept.at.localeCompare(one.kept.at));
}

/**
 * The target that a key is of.
 * @param {string} key
 * @returns {Target}
 */
export function targetOf(key) {
  const [sort, first = "", ...rest] = key.slice(START.length).split(":");
  if (sort === "site") return { site: true };
  if (sort === "page") return { page: [first, ...rest].join(":") };
  return sort === "new" ? { kind: first, id: "", new: true } : { kind: first, id: rest.join(":") };
}
