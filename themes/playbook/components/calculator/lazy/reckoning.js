// A calculator at work: from what is filled in to what comes out. Nothing here knows the page.
import * as counting from "./counting.js";
import { evaluate, rounded } from "../../formula/formula.js";
import { numeral } from "./numerals.js";

const NUMERIC = new Set(["number", "counter", "choice"]);
export const isNumeric = (input) => NUMERIC.has(input.type);

/** What is wrong with what stands in a field, in a sentence; null if it is a number in range. */
export function fault(input, text) {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(value)) return `${input.label}: write a number.`;
  if (value < input.min) return `${input.label}: at least ${numeral(input.min)}, please.`;
  if (value > input.max) return `${input.label}: at most ${numeral(input.max)}, please.`;
  return null;
}

/** The numbers in `texts` (what stands in each field, by name), what is wrong with others, and the phrases found. */
export function read(program, texts) {
  const given = new Map();
  const faults = new Map();
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
        found.set(measure.name, counting.phrases(text, (texts.get(measure.of) ?? "").split("\n")));
        given.set(measure.name, found.get(measure.name).length);
      } else given.set(measure.name, counting[measure.counts](text, measure.of ?? ""));
    }
  }
  return { given, faults, found };
}

/** Every value by its name, for numbers that are given. */
export function work(program, given) {
  const values = new Map(given);
  for (const output of program.outputs) values.set(output.name, evaluate(output.tree, values));
  return values;
}

/** The place of the band that a value falls into, or -1. */
export function band(output, value) {
  if (value === null) return -1;
  const found = rounded(value, output.decimals);
  return output.bands.findIndex(([low, high]) => (low === null || found >= low) && (high === null || found <= high));
}

/** The value of one column for certain numbers. */
export const columnValue = (program, given, column, changes) => evaluate(column.tree, work(program, new Map([...given, ...changes])));

/** The rows of a table as texts. */
export function cells(program, given, table) {
  const text = (column, changes) => numeral(columnValue(program, given, column, changes), column.decimals, column.sign);
  return table.over.values.map((row) => {
    const changes = [[table.over.name, row]];
    if (!table.across) return table.columns.map((column) => text(column, changes));
    return table.across.values.map((value) => text(table.columns[0], [...changes, [table.across.name, value]]));
  });
}
