// Times as people say them, as `Language` in generator/language/language.py does. Pure.
import words from "../words.js";

const IN_HOURS = 120; // from so many minutes on, a time is said in hours
const HALF_A_DAY = [210, 270];
const A_DAY = [390, 540];

/**
 * A time as people say it: in minutes if it is less than two hours, otherwise in hours.
 * @param {number} minutes
 */
export function duration(minutes) {
  if (minutes < IN_HOURS) return words.n_minutes(minutes);
  const hours = words.n_hours(Math.floor(minutes / 60));
  return minutes % 60 ? words.hours_and_minutes({ hours, minutes: words.n_minutes(minutes % 60) }) : hours;
}

/**
 * How long a session is. Half a day and a whole day are called so as well.
 * @param {number} minutes
 */
export function sessionTime(minutes) {
  const time = duration(minutes);
  const within = (/** @type {number[]} */ [low, high]) => minutes >= low && minutes <= high;
  if (within(HALF_A_DAY)) return words.half_a_day({ time });
  return within(A_DAY) ? words.a_day({ time }) : time;
}
