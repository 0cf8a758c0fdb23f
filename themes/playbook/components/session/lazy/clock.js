// Times of the day, and how far a session is behind its plan. Pure.
import { DAY } from "./session-link.js";

/**
 * Minutes after midnight as the clock shows them: 545 is 09:05. What is past midnight is the next day.
 * @param {number} minutes
 */
export const clock = (minutes) => [Math.floor(minutes / 60) % 24, minutes % 60].map((one) => String(one).padStart(2, "0")).join(":");

/**
 * The minutes after midnight of a text such as 09:05; null where it is no time.
 * @param {string} text
 */
export function minutesOf(text) {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text);
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : DAY;
  return found && Number(found[2]) < 60 && minutes < DAY ? minutes : null;
}

/** A session that is begun within so many minutes of its time keeps to the clock; another one, such as a rehearsal, counts from when it is begun. */
export const NEAR = 60;

/**
 * When the plan begins, in milliseconds, for a session that is begun now.
 * @param {number} start minutes after midnight
 * @param {number} now milliseconds
 */
export function originOf(start, now) {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const planned = new Date(midnight).setMinutes(start);
  return Math.abs(now - planned) <= NEAR * 60_000 ? planned : now;
}

/**
 * By how many seconds a session is late; below zero it is early. A block that began late stays late; one that takes longer
 * than planned is late by what it takes longer.
 * @param {{ from: number, to: number }} line the block, in minutes since the beginning
 * @param {number} origin when the plan begins, in milliseconds
 * @param {number} entered when the block was begun
 * @param {number} now
 */
export const lateBy = ({ from, to }, origin, entered, now) =>
  Math.round(Math.max(entered - (origin + from * 60_000), now - (origin + to * 60_000)) / 1000);

/**
 * The seconds that a block has left; below zero it has taken longer.
 * @param {{ from: number, to: number }} line
 * @param {number} entered
 * @param {number} now
 */
export const leftOf = ({ from, to }, entered, now) => Math.round((entered + (to - from) * 60_000 - now) / 1000);

/**
 * Seconds as minutes and seconds: 65 is 1:05. The sign is left out.
 * @param {number} seconds
 */
export const spell = (seconds) => `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
