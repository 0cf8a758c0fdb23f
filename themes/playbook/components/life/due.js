// Whether a day has come by the reader's calendar. Pure.

/**
 * @param {string} day as in `2026-03-01`
 * @param {Date} now
 */
export function isDue(day, now) {
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return day !== "" && day <= today;
}
