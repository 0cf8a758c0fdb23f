// How far somebody has come on a path: what is kept, how it is read back, and how it is counted. No page, no storage.
import { isId } from "../answers-store/values.js";

export const SCHEMA = 1;

/** @param {string} path */
export const keyOf = (path) => `playbook:path:${path}`;

/** @typedef {{ done: Set<string>, writable: boolean, damaged: boolean }} Progress The ids of what is done, whether it may be written over, and whether it could not be read. */

/**
 * What a stored text says. A newer version of the site may have kept more than this one knows: that is read, and left
 * as it is.
 * @param {string | null} text
 * @returns {Progress}
 */
export function parse(text) {
  const nothing = { done: new Set(), writable: true, damaged: false };
  if (text === null) return nothing;
  try {
    const { schema, done } = JSON.parse(text);
    if (!Number.isInteger(schema) || schema < 1 || !Array.isArray(done)) return { ...nothing, damaged: true };
    return { done: new Set(done.filter(isId)), writable: schema <= SCHEMA, damaged: false };
  } catch {
    return { ...nothing, damaged: true };
  }
}

/**
 * @param {Set<string>} done
 * @param {Date} now
 */
export function format(done, now) {
  return JSON.stringify({ schema: SCHEMA, updatedAt: now.toISOString(), done: [...done].sort() });
}

/**
 * How many stations are done. Ids that the path no longer has stay kept, in case they come back, but do not count.
 * @param {Set<string>} done
 * @param {string[]} stations
 */
export function counted(done, stations) {
  return stations.filter((id) => done.has(id)).length;
}
