// What the page of a plan changes in it. Pure: each change gives a new plan.
import { MOST } from "../plan-record.js";

/** @typedef {import("../plan-record.js").Plan} Plan */
/** @typedef {import("../plan-record.js").Step} Step */

/**
 * The plan with one more step, if there is room for it.
 * @param {Plan} plan
 * @param {Step} step
 * @returns {Plan}
 */
export const addStep = (plan, step) => ({ ...plan, steps: [...plan.steps, step].slice(0, MOST) });

/**
 * The step that comes from a page and is still to be done, if there is one.
 * @param {Plan} plan
 * @param {string} page
 */
export const openStepOf = (plan, page) => plan.steps.find((step) => step.page === page && !step.done);

/**
 * The plan with a step changed in some fields, or with null removed.
 * @param {Plan} plan
 * @param {string} id
 * @param {Partial<Step> | null} change
 * @returns {Plan}
 */
export const changeStep = (plan, id, change) => ({
  ...plan,
  steps: plan.steps.flatMap((step) => (step.id !== id ? [step] : change ? [{ ...step, ...change }] : [])),
});

/**
 * The plan with a step at another place among all, counted from 0.
 * @param {Plan} plan
 * @param {string} id
 * @param {number} to
 * @returns {Plan}
 */
export function moveStep(plan, id, to) {
  const moved = plan.steps.filter((step) => step.id === id);
  const others = plan.steps.filter((step) => step.id !== id);
  const at = Math.max(0, Math.min(to, others.length));
  return { ...plan, steps: [...others.slice(0, at), ...moved, ...others.slice(at)] };
}

/**
 * `mine` with what `other` has besides. A step that both have stays as it is in `mine`.
 * @param {Plan} mine
 * @param {Plan} other
 * @returns {Plan}
 */
export function merged(mine, other) {
  const [pages, ids] = [new Set(mine.kept.map(({ page }) => page)), new Set(mine.steps.map(({ id }) => id))];
  return {
    ...mine,
    kept: [...mine.kept, ...other.kept.filter(({ page }) => !pages.has(page))].slice(0, MOST),
    steps: [...mine.steps, ...other.steps.filter(({ id }) => !ids.has(id))].slice(0, MOST),
  };
}

/**
 * How much of `other` there is no room for in `mine`.
 * @param {Plan} mine
 * @param {Plan} other
 */
export function tooMuch(mine, other) {
  const pages = new Set([...mine.kept, ...other.kept].map(({ page }) => page));
  const ids = new Set([...mine.steps, ...other.steps].map(({ id }) => id));
  return Math.max(0, pages.size - MOST) + Math.max(0, ids.size - MOST);
}
