// Files for calendars, in the format of RFC 5545. Pure.

const MOST_OCTETS = 75; // of a line, without its end

/**
 * A text as the value of a property.
 * @param {string} text
 */
export const escaped = (text) =>
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

/** A time in the form of the standard, to the second. @param {Date} time */
const compact = (time) => time.toISOString().slice(0, 19).replace(/[-:]/g, "");

/** A point in time. @param {Date} time */
const stampOf = (time) => `${compact(time)}Z`;

/**
 * A time of a day as the clock shows it wherever the calendar is opened. Minutes past midnight are of the next day.
 * @param {string} day
 * @param {number} minutes after midnight
 */
export const onTheClock = (day, minutes) => compact(new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));

/**
 * A calendar with entries, each the lines between its id and its end.
 * @param {{ id: string, lines: string[] }[]} events ids are unique on the site
 * @param {string} root the address of the site
 * @param {Date} now
 */
export function calendarFile(events, root, now) {
  const site = new URL(root).host.replace(/[^\w.-]/g, "-") || "playbook";
  const entries = events.flatMap(({ id, lines }) => ["BEGIN:VEVENT", `UID:${id}@${site}`, `DTSTAMP:${stampOf(now)}`, ...lines, "END:VEVENT"]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Plan//EN", "CALSCALE:GREGORIAN", ...entries, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
