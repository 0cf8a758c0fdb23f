// Reads a number as people write it. The language of the site decides what its signs mean; what can be read in two ways is
// not guessed.

const LONGEST = 40;
const MINUS = /[\u2010-\u2013\u2212\ufe63]/gu; // what stands for a minus where the keyboard or a table has another sign
const GROUPS = /[\s'\u2018\u2019\u02bc\u066c]/gu; // thousands are set apart with these in no other sense
const ARABIC_DECIMAL = "\u066b";

/** @typedef {{ decimal: string, thousands: string }} Writing How the language of the site writes numbers. */
/** @typedef {{ value: number } | { readings: string[] } | null} Found The number; or the ways in which it can be read, as the language writes them; or null where it is none. */

/** The value of a digit of any script. @param {string} digit */
function digitOf(digit) {
  let zero = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero -= 1;
  return String((digit.codePointAt(0) ?? 0) - zero);
}

/**
 * A text with plain digits and signs: `−１２٫5` as `-12.5` in English.
 * @param {string} text
 * @param {string} decimal
 */
const plain = (text, decimal) =>
  text.normalize("NFKC").trim().replace(MINUS, "-").replaceAll(ARABIC_DECIMAL, decimal).replace(/[^\P{Nd}0-9]/gu, digitOf);

/**
 * The number that a text is.
 * @param {string} text
 * @param {Writing} writing
 * @returns {Found}
 */
export function numberIn(text, writing) {
  if (text.length > LONGEST) return null;
  const [, sign, digits = "", power = ""] = /^([+-]?)\s*([^e]*)(e[+-]?\d{1,3})?$/i.exec(plain(text, writing.decimal)) ?? [];
  const found = unsigned(digits, writing);
  if (!found) return null;
  /** @type {(one: string) => string} */
  const whole = (one) => `${sign === "-" ? "-" : ""}${one}${power}`;
  if (found.length > 1) return { readings: found.map((one) => whole(one).replace(".", writing.decimal)) };
  const value = Number(whole(found[0]));
  return Number.isFinite(value) ? { value } : null;
}

/**
 * The ways to read digits and the signs between them, with a point before the decimals; null if there are none.
 * @param {string} text
 * @param {Writing} writing
 * @returns {string[] | null}
 */
function unsigned(text, writing) {
  const signs = [...new Set(text.match(/[.,]/g))];
  const spaced = text.search(GROUPS) !== -1;
  if (signs.length === 2) return inOneWay(text, text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",");
  if (signs.length === 0) return spaced ? inOneWay(text, ".") : /^\d+$/.test(text) ? [text] : null;
  const [sign] = signs;
  if (text.indexOf(sign) !== text.lastIndexOf(sign)) return inOneWay(text, sign === "." ? "," : ".");
  if (sign === writing.decimal || spaced) return inOneWay(text, sign);
  const asThousands = inOneWay(text, sign === "." ? "," : ".");
  if (sign === writing.thousands && asThousands && !text.startsWith("0")) return asThousands;
  const asDecimal = inOneWay(text, sign);
  return asDecimal ? [...new Set([...asDecimal, text.replace(sign, "").replace(/^0+(?=\d)/, "")])] : null;
}

/**
 * The one way to read a text whose decimals come after `decimal`; null where thousands are not set apart as such.
 * @param {string} text
 * @param {string} decimal
 * @returns {string[] | null}
 */
function inOneWay(text, decimal) {
  const [whole, fraction = "", ...more] = text.split(decimal);
  const other = decimal === "." ? "," : ".";
  const together = whole.replace(GROUPS, other);
  const grouped = together.includes(other);
  const sound = grouped ? new RegExp(`^\\d{1,3}([${other}]\\d{3})+$`).test(together) : /^\d*$/.test(together);
  if (!sound || more.length || !/^\d*$/.test(fraction) || !(whole + fraction)) return null;
  return [`${together.replaceAll(other, "") || "0"}${fraction ? `.${fraction}` : ""}`];
}
