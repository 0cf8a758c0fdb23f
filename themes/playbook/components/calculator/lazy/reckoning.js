// A calculator at work: from what is filled in to what comes out. Nothing here knows the page.
import * as counting from "./counting.js";
import { numberIn } from "../../element/number.js";
import { evaluate, rounded } from "../../formula/formula.js";
import { numeral } from "./numerals.js";
import words, { writing } from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Input} Input */
/** @typedef {import("../program.js").Column} Column */
/** @typedef {import("../../formula/formula.js").Values} Values */
/** @typedef {[name: string, value: number][]} Changes Numbers that take the place of those that are given. */

const NUMERIC = new Set(["number", "counter", "choice"]);

/** @param {Input} input */
export const isNumeric = (input) => NUMERIC.has(input.type);

/**
 * The number in a field, or in a sentence what is wrong with what stands there.
 * @param {Input} input
 * @param {string} text
 * @returns {{ value: number } | { fault: string }}
 */
function numberOf(input, text) {
  const { label } = input;
  const found = input.type === "choice" ? { value: Number(text) } : numberIn(text, writing);
  if (found && "readings" in found) {
    const [first, second] = found.readings;
    return { fault: words.two_readings({ label, text: text.trim(), first, second }) };
  }
  if (!found || !Number.isFinite(found.value)) return { fault: words.write_number({ label }) };
  if (found.value < input.min) return { fault: words.at_least({ label, number: numeral(input.min) }) };
  if (found.value > input.max) return { fault: words.at_most({ label, number: numeral(input.max) }) };
  return found;
}

/**
 * The number in a field with `step` added, within the bounds of its input.
 * @param {Program} program
 * @param {string} name
 * @param {string} text
 * @param {number} step
 */
export function stepped(program, name, text, step) {
  const input = program.inputs.find((one) => one.name === name);
  if (!input) throw new Error(`there is no input ${name}`);
  const number = numberOf(input, text);
  return Math.min(input.max, Math.max(input.min, ("value" in number ? number.value : 0) + step));
}

/** @typedef {Map<string, number | null>} Given What is filled in or counted, by name; null where it is no number. */

/**
 * The numbers in `texts` (what stands in each field, by name), what is wrong with others, and the phrases found.
 * @param {Program} program
 * @param {Map<string, string>} texts
 */
export function read(program, texts) {
  /** @type {Given} */
  const given = new Map();
  /** @type {Map<string, string>} */
  const faults = new Map();
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const input of program.inputs) {
    const text = texts.get(input.name) ?? "";
    if (isNumeric(input)) {
      const number = numberOf(input, text);
      if ("fault" in number) faults.set(input.name, number.fault);
      given.set(input.name, "fault" in number ? null : number.value);
    }
    for (const measure of input.measures) {
      if (measure.counts === "phrases") {
        const phrases = counting.phrases(text, (texts.get(measure.of ?? "") ?? "").split("\n"));
        found.set(measure.name, phrases);
        given.set(measure.name, phrases.length);
      } else given.set(measure.name, counting[measure.counts](text, measure.of ?? ""));
    }
  }
  return { given, faults, found };
}

/**
 * Every value by its name, for numbers that are given.
 * @param {Program} program
 * @param {Given} given
 */
export function work(program, given) {
  /** @type {Values} */
  const values = new Map(given);
  for (const output of program.outputs) values.set(output.name, evaluate(output.tree, values));
  return values;
}

/**
 * Whether there is a result: every number is filled in, and no case stands in its place.
 * @param {Program} program
 * @param {Values} values
 */
export const hasResult = (program, values) =>
  program.inputs.filter(isNumeric).every(({ name }) => values.get(name) !== null) &&
  !program.cases.some(({ instead, tree }) => instead && evaluate(tree, values));

/**
 * Every value that may be shown: where there is no result, only what was filled in or counted.
 * @param {Program} program
 * @param {Values} values
 * @returns {Values}
 */
export const resultIn = (program, values) =>
  hasResult(program, values) ? values : new Map([...values, ...program.outputs.map(({ name }) => /** @type {const} */ ([name, null]))]);

/**
 * The place of the band that a value falls into, or -1.
 * @param {import("../program.js").Output} output
 * @param {number | null} value
 */
export function band(output, value) {
  if (value === null) return -1;
  const found = rounded(value, output.decimals ?? 0);
  return output.bands.findIndex(([low, high]) => (low === null || found >= low) && (high === null || found <= high));
}

/**
 * The value of one column for certain numbers.
 * @param {Program} program
 * @param {Given} given
 * @param {Column} column
 * @param {Changes} changes
 */
export const columnValue = (program, given, column, changes) =>
  evaluate(column.tree, resultIn(program, work(program, new Map([...given, ...changes]))));

/**
 * The rows of a table as texts.
 * @param {Program} program
 * @param {Given} given
 * @param {import("../program.js").Table} table
 */
export function cells(program, given, { over, across, columns }) {
  /** @type {(column: Column, changes: Changes) => string} */
  const text = (column, changes) => numeral(columnValue(program, given, column, changes), column.decimals, column.sign);
  return over.values.map((row) => {
    /** @type {Changes} */
    const changes = [[over.name, row]];
    if (!across) return columns.map((column) => text(column, changes));
    return across.values.map((value) => text(columns[0], [...changes, [across.name, value]]));
  });
}
