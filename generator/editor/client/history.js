// Undo and redo of what was not saved yet. Letters typed one after another into a field are one step.

/** @import { Mapping } from "./contract.d.ts" */

const MOST_STEPS = 200;

/** @typedef {{ past: Mapping[], present: Mapping, future: Mapping[], mark: string }} History `mark` names what the last step was, so that more of the same is part of it. */

/**
 * @param {Mapping} value
 * @returns {History}
 */
export const begun = (value) => ({ past: [], present: value, future: [], mark: "" });

/**
 * @param {History} history
 * @param {Mapping} value
 * @param {string} mark of typing into a field; empty for a change that is a step by itself
 * @returns {History}
 */
export function stepped(history, value, mark = "") {
  const goesOn = mark !== "" && mark === history.mark;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: value, future: [], mark };
}

/**
 * The same history where typing from now on is a new step.
 * @param {History} history
 * @returns {History}
 */
export const paused = (history) => ({ ...history, mark: "" });

/**
 * @param {History} history
 * @returns {History}
 */
export function undone({ past, present, future }) {
  const last = past.at(-1);
  if (last === undefined) return { past, present, future, mark: "" };
  return { past: past.slice(0, -1), present: last, future: [present, ...future], mark: "" };
}

/**
 * @param {History} history
 * @returns {History}
 */
export function redone({ past, present, future }) {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, mark: "" };
  return { past: [...past, present], present: next, future: rest, mark: "" };
}
