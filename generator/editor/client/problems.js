// Which field a problem belongs to.

/** @import { Problem, Route } from "./contract.d.ts" */
import { named } from "./tree.js";

/**
 * Whether a route leads to or through another.
 * @param {Route} route
 * @param {Route} start
 */
export const leadsThrough = (route, start) => start.length <= route.length && start.every((key, at) => String(key) === String(route[at]));

/**
 * The problems of each place that is shown: each stands at the deepest place that its route leads through.
 * @param {Problem[]} problems
 * @param {Route[]} places
 * @returns {Map<string, Problem[]>} by the name of the place's route; what has no place is under that of the entry
 */
export function placed(problems, places) {
  const known = new Set(places.map((place) => place.map(String)).map(named));
  /** @type {Map<string, Problem[]>} */
  const found = new Map();
  for (const problem of problems) {
    const route = problem.elsewhere ? [] : problem.route.map(String);
    let depth = route.length;
    while (depth > 0 && !known.has(named(route.slice(0, depth)))) depth -= 1;
    const key = named(route.slice(0, depth));
    found.set(key, [...(found.get(key) ?? []), problem]);
  }
  return found;
}

/**
 * The problems in the order in which their places stand on the page; those of other entries come last.
 * @param {Problem[]} problems
 * @param {Route[]} places in the order of the page
 */
export function inPageOrder(problems, places) {
  const known = places.map((place) => place.map(String));
  const at = (/** @type {Problem} */ problem) => {
    if (problem.elsewhere) return known.length;
    const depths = known.map((place) => (leadsThrough(problem.route, place) ? place.length : 0));
    return depths.indexOf(Math.max(0, ...depths));
  };
  return problems.toSorted((one, other) => at(one) - at(other));
}

/**
 * What is said of a field beside its label.
 * @param {Problem} problem
 */
export const said = ({ message, at_field: atField }) => atField ?? message;

/**
 * What is said of a field where its label is not before it.
 * @param {Problem} problem
 */
export const saidWhole = (problem) => problem.sentence ?? said(problem);

/**
 * The number of errors and of warnings.
 * @param {Problem[]} problems
 */
export const counted = (problems) => ({
  errors: problems.filter((problem) => problem.severity === "error").length,
  warnings: problems.filter((problem) => problem.severity !== "error").length,
});
