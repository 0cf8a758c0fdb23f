// Where lines and bars of a drawing stand, as generator/calculating/plot.py has it.
import { rounded } from "../../formula/formula.js";

/** @typedef {import("../../calculator/program.js").Frame} Frame */

/** @type {(frame: Frame, value: number) => number} */
export const placeX = (frame, value) => rounded(frame.left + ((value - frame.low_x) / (frame.high_x - frame.low_x)) * frame.width, 1);

/** @type {(frame: Frame, value: number) => number} */
export const placeY = (frame, value) => rounded(frame.top + ((frame.high_y - value) / (frame.high_y - frame.low_y)) * frame.height, 1);

/** @type {(frame: Frame, x: number, y: number) => boolean} */
export const shows = (frame, x, y) => frame.low_x <= x && x <= frame.high_x && frame.low_y <= y && y <= frame.high_y;

/**
 * A curve as the commands of an SVG path, with a gap where it has no value.
 * @param {Frame} frame
 * @param {number} samples
 * @param {(at: number) => number | null} curve
 */
export function path(frame, samples, curve) {
  let commands = "";
  let penIsDown = false;
  for (let step = 0; step <= samples; step += 1) {
    const at = frame.low_x + ((frame.high_x - frame.low_x) * step) / samples;
    const value = curve(at);
    if (value !== null) commands += `${penIsDown ? "L" : "M"}${placeX(frame, at)} ${placeY(frame, value)}`;
    penIsDown = value !== null;
  }
  return commands;
}

/**
 * The start and the width of each bar, in percent of the longest range. Bars below zero lead to the left.
 * @param {(number | null)[]} values
 */
export function bars(values) {
  const found = values.map((value) => value ?? 0);
  const low = Math.min(0, ...found);
  const span = Math.max(0, ...found) - low || 1;
  return found.map((value) => [
    rounded(((Math.min(0, value) - low) / span) * 100, 1),
    rounded((Math.abs(value) / span) * 100, 1),
  ]);
}
