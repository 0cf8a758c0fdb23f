// Numbers as people read them, written as generator/formulas/numerals.py writes them.
import { rounded } from "../../formula/formula.js";
import { writing } from "../words.js";

const NO_VALUE = "–";
const TOO_LARGE = 1e15;
const MOST_DECIMALS = 6;

/**
 * A number as somebody types it.
 * @param {number} value
 */
export const typed = (value) => String(value).replace(".", writing.decimal);

/**
 * `value` with thousands set apart; without `decimals` with as many as it has.
 * @param {number | null} value
 * @param {number | null} decimals
 */
export function numeral(value, decimals = null, sign = false) {
  if (value === null || Math.abs(value) >= TOO_LARGE) return NO_VALUE;
  const found = rounded(value, decimals ?? MOST_DECIMALS);
  let [whole, fraction = ""] = Math.abs(found).toFixed(decimals ?? MOST_DECIMALS).split(".");
  whole = whole.replace(/\B(?=(\d{3})+$)/g, writing.thousands);
  if (decimals === null) fraction = fraction.replace(/0+$/, "");
  if (Number.isInteger(found)) fraction = "";
  return `${found < 0 ? "\u2212" : sign && found > 0 ? "+" : ""}${whole}${fraction ? writing.decimal : ""}${fraction}`;
}
