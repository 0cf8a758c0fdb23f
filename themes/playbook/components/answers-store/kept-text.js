// What every text needs that is kept: its time, its form as data, and what is wrong with one that cannot be used. Pure.

/** @typedef {"unreadable" | "newer" | "too-long" | "other-check" | "other-sheet" | "nothing"} Reason */

/** Says that a text cannot be used, and why. */
export class RecordFault extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail]
   */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * The time as it is kept: in UTC, to the second.
 * @param {Date} date
 */
export const stamp = (date) => `${date.toISOString().slice(0, 19)}Z`;

/**
 * @param {string} text
 * @returns {unknown}
 * @throws {RecordFault}
 */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordFault("unreadable");
  }
}
