// Evaluates the trees that generator/formulas/formula.py makes, with the same result to the last bit.
// Nothing but operations that IEEE 754 defines exactly; null where there is no value.

/** @typedef {import("./tree.js").Tree} Tree */
/** @typedef {Map<string, number | null>} Values Numbers by name, or null where there is none. */

const MAX_POWER = 64;
const SCALES = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/**
 * @param {number} base
 * @param {number} exponent
 */
function power(base, exponent) {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > MAX_POWER) return null;
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result *= base;
  return result;
}

/**
 * `value` with so many decimals; halves go away from zero.
 * @param {number} value
 */
export function rounded(value, decimals = 0) {
  const scale = SCALES[decimals];
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5)) / scale + 0;
}

/** @type {Record<string, (...operands: number[]) => number | null>} */
const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? null : a / b),
  "**": power,
  neg: (a) => -a,
  "<": (a, b) => Number(a < b),
  "<=": (a, b) => Number(a <= b),
  ">": (a, b) => Number(a > b),
  ">=": (a, b) => Number(a >= b),
  "==": (a, b) => Number(a === b),
  "!=": (a, b) => Number(a !== b),
  min: Math.min,
  max: Math.max,
  floor: Math.floor,
  ceil: Math.ceil,
  abs: Math.abs,
  round: rounded,
};

/**
 * Adding zero turns minus zero into zero.
 * @param {number | null | undefined} value
 */
const finite = (value) => (typeof value === "number" && Number.isFinite(value) ? value + 0 : null);

/**
 * The value of a formula with these values, or null where it has none.
 * @param {Tree} tree
 * @param {Values} values
 * @returns {number | null}
 */
export function evaluate(tree, values) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return finite(values.get(tree));
  const [name, ...parts] = tree;
  if (name === "if") {
    const condition = evaluate(parts[0], values);
    return condition === null ? null : evaluate(parts[condition ? 1 : 2], values);
  }
  /** @type {number[]} */
  const operands = [];
  for (const part of parts) {
    const operand = evaluate(part, values);
    if (operand === null) return null;
    operands.push(operand);
  }
  return finite(OPERATIONS[name](...operands));
}
