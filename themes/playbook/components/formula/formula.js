// Evaluates the trees that generator/formulas/formula.py makes, with the same result to the last bit.
// Nothing but operations that IEEE 754 defines exactly; null where there is no value.

const MAX_POWER = 64;
const SCALES = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

function power(base, exponent) {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > MAX_POWER) return null;
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result *= base;
  return result;
}

/** `value` with so many decimals; halves go away from zero. */
export function rounded(value, decimals = 0) {
  const scale = SCALES[decimals];
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5)) / scale + 0;
}

const OPERATIONS = new Map(Object.entries({
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
}));

// Adding zero turns minus zero into zero.
const finite = (value) => (Number.isFinite(value) ? value + 0 : null);

/** The value of a formula with these values (an object or a Map of numbers by name), or null where it has none. */
export function evaluate(tree, values) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return finite(values instanceof Map ? values.get(tree) : Object.hasOwn(values, tree) ? values[tree] : null);
  const [name, ...parts] = tree;
  if (name === "if") {
    const condition = evaluate(parts[0], values);
    return condition === null ? null : evaluate(parts[condition ? 1 : 2], values);
  }
  const operands = parts.map((part) => evaluate(part, values));
  return operands.includes(null) ? null : finite(OPERATIONS.get(name)(...operands));
}
