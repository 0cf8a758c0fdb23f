// Steps with a day as entries of a calendar. Pure.
import { calendarFile, escaped } from "../../calendar-file/lazy/calendar-file.js";

const DAY = 24 * 60 * 60 * 1000;

/** @typedef {import("../plan-record.js").Step} Step */

/** @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** @param {string} day */
const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/**
 * The lines of one step, which takes the whole day and leaves one free.
 * @param {Step} step
 * @param {string} root
 */
const eventOf = ({ id, text, page, on }, root) => ({
  id,
  lines: [
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(on))}`,
    `SUMMARY:${escaped(text)}`,
    ...(page ? [`URL:${new URL(page, root).href}`] : []),
    "TRANSP:TRANSPARENT",
  ],
});

/**
 * The steps that are for a calendar: with a day, and not done.
 * @param {Step[]} steps
 */
export const dated = (steps) => steps.filter(({ on, done }) => on && !done);

/**
 * A calendar with an entry for each step that has a day and is not done.
 * @param {Step[]} steps
 * @param {string} root the address of the site, with a slash at the end
 * @param {Date} now
 */
export const toCalendar = (steps, root, now) => calendarFile(dated(steps).map((step) => eventOf(step, root)), root, now);
