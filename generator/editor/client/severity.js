// What errors and warnings are called, the same everywhere.

/** @import { Problem } from "./contract.d.ts" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { withCode } from "./code.js";
import { counted, said, saidWhole } from "./problems.js";
import words from "./words.js";

/**
 * How many errors and warnings there are: `2 errors, 1 warning`; empty without any.
 * @param {Problem[]} problems
 */
export function tally(problems) {
  const { errors, warnings } = counted(problems);
  return [errors ? words.errors(errors) : "", warnings ? words.warnings(warnings) : ""].filter(Boolean).join(", ");
}

/**
 * A problem beside the name of its field: whether it is an error and what is wrong; with `hint` below the field, with what to do.
 * @param {Problem} problem
 * @param {boolean} [hint]
 */
export const told = (problem, hint = false) => [
  element("strong", { class: "severity" }, problem.severity === "error" ? words.error : words.warning), " ", withCode(hint ? saidWhole(problem) : said(problem)),
  hint && problem.hint ? element("span", {}, ": ", withCode(problem.hint)) : null,
];
