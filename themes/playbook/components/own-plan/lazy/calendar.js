// Steps with a day as entries of a calendar, in the format of RFC 5545. Pure.

const MOST_OCTETS = 75; // of a line, without its end
const DAY = 24 * 60 * 60 * 1000;

/** @typedef {import("../plan-record.js").Step} Step */

/**
 * A text as the value of a property.
 * @param {string} text
 */
const escaped = (text) =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, " "); // eslint-disable-line no-control-regex -- no calendar takes them

/**
 * A line, folded where it is too long. No character is cut in two.
 * @param {string} line
 */
export function folded(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join("\r\n");
}

/** @param {string} day */
const compact = (day) => day.replaceAll("-", "");

/** @param {string} day */
const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/**
 * The lines of one step, which takes the whole day and leaves one free.
 * @param {Step} step
 * @param {{ site: string, root: string, stamp: string }} given
 */
const eventOf = ({ id, text, page, on }, { site, root, stamp }) => [
  "BEGIN:VEVENT",
  `UID:${id}@${site}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(on))}`,
  `SUMMARY:${escaped(text)}`,
  ...(page ? [`URL:${new URL(page, root).href}`] : []),
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

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
export function toCalendar(steps, root, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const site = new URL(root).host.replace(/[^\w.-]/g, "-") || "playbook";
  const events = dated(steps).flatMap((step) => eventOf(step, { site, root, stamp }));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Plan//EN", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
