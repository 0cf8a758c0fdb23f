// A session as an entry of a calendar, with its agenda. Pure.
import { nameOf } from "../../answers-store/files.js";
import { calendarFile, escaped, onTheClock } from "../../calendar-file/lazy/calendar-file.js";
import { clock } from "./clock.js";

/**
 * A calendar with the session on its day, at the times that clocks show there.
 * @param {import("./schedule.js").Session} session that has a day
 * @param {import("./schedule.js").Schedule} times
 * @param {string} address where it is planned; empty if it has no room in one
 * @param {string} root the address of the site
 * @param {Date} now
 */
export function sessionCalendar({ title, day, start, blocks }, { lines, end }, address, root, now) {
  const agenda = lines.map((line, at) => `${clock(line.start)} ${blocks[at].title}`);
  const event = [
    `DTSTART:${onTheClock(day, start)}`,
    `DTEND:${onTheClock(day, end)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([...agenda, ...(address ? ["", address] : [])].join("\n"))}`,
    ...(address ? [`URL:${address}`] : []),
  ];
  return calendarFile([{ id: `${onTheClock(day, start)}-${nameOf(title, "session")}`, lines: event }], root, now);
}
