// What somebody has ticked, as it is kept: the ids of what is done. No page, no storage.
import { isId } from "./values.js";

export const SCHEMA = 1;

/** @typedef {{ done: Set<string>, writable: boolean, damaged: boolean }} Ticks The ids of what is done, whether it may be written over, and whether it could not be read. */

/**
 * What a stored text says. A newer version of the site may have kept more than this one knows: that is read, and left
 * as it is. The first versions kept the ids of a list alone.
 * @param {string | null} text
 * @returns {Ticks}
 */
export function parse(text) {
  const nothing = { done: new Set(), writable: true, damaged: false };
  if (text === null) return nothing;
  try {
    const data = JSON.parse(text);
    const { schema, done } = Array.isArray(data) ? { schema: SCHEMA, done: data } : data;
    if (!Number.isInteger(schema) || schema < 1 || !Array.isArray(done)) return { ...nothing, damaged: true };
    return { done: new Set(done.filter(isId)), writable: schema <= SCHEMA, damaged: false };
  } catch {
    return { ...nothing, damaged: true };
  }
}

/**
 * A text to keep, or null where nothing is done. Ids that a list no longer has stay kept, in case they come back.
 * @param {Set<string>} done
 * @param {Date} now
 */
export function format(done, now) {
  return done.size ? JSON.stringify({ schema: SCHEMA, updatedAt: now.toISOString(), done: [...done].sort() }) : null;
}
