// A calculator at work: from what is filled in to what comes out. Nothing here knows the page.
import * as counting from "./counting.js";
import { evaluate, rounded } from "../../formula/formula.js";
import { numeral } from "./numerals.js";
import words from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Input} Input */
/** @typedef {import("../program.js").Column} Column */
/** @typedef {import("../../formula/formula.js").Values} Values */
/** @typedef {[name: string, value: number][]} Changes Numbers that take the place of those that are given. */

const NUMERIC = new Set(["number", "counter", "choice"]);

/** @param {Input} input */
export const isNumeric = (input) => NUMERIC.has(input.type);

/**
 * What is wrong with what stands in a field, in a sentence; null if it is a number in range.
 * @param {Input} input
 * @param {string} text
 */
function fault(input, text) {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(value)) return words.write_number({ label: input.label });
  if (value < input.min) return words.at_least({ label: input.label, number: numeral(input.min) });
  if (value > input.max) return words.at_most({ label: input.label, number: numeral(input.max) });
  return null;
}

/**
 * The numbers in `texts` (what stands in each field, by name), what is wrong with others, and the phrases found.
 * @param {Program} program
 * @param {Map<string, string>} texts
 */
export function read(program, texts) {
  /** @type {Map<string, number>} */
  const given = new Map();
  /** @type {Map<string, string>} */
  const faults = new Map();
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const input of program.inputs) {
    const text = texts.get(input.name) ?? "";
    if (isNumeric(input)) {
      const wrong = fault(input, text);
      if (wrong) faults.set(input.name, wrong);
      else given.set(input.name, Number(text));
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
 * @param {Map<string, number>} given
 */
export function work(program, given) {
  /** @type {Values} */
  const values = new Map(given);
  for (const output of program.outputs) values.set(output.name, evaluate(output.tree, values));
  return values;
}

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
 * @param {Map<string, number>} given
 * @param {Column} column
 * @param {Changes} changes
 */
export const columnValue = (program, given, column, changes) =>
  evaluate(column.tree, work(program, new Map([...given, ...changes])));

/**
 * The rows of a table as texts.
 * @param {Program} program
 * @param {Map<string, number>} given
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
