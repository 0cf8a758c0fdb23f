// Weeks as ISO 8601 counts them, from Monday. Pure.
const DAY = 24 * 60 * 60 * 1000;
const FIRST_MONDAY = 4; // days after 1 January 1970

/**
 * How many weeks there are between that of 5 January 1970 and the one of a day of the reader's calendar.
 * @param {Date} now
 */
export function weeksSince(now) {
  const days = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  return Math.floor((days - FIRST_MONDAY) / 7);
}

/**
 * The one whose turn it is; undefined if there are none.
 * @template T
 * @param {T[]} all
 * @param {Date} now
 */
export const ofTheWeek = (all, now) => all.at(weeksSince(now) % all.length);
