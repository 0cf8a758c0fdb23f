// Somebody's answers to a self-check as a short code: to be scanned or typed on the page that gathers them. Pure.
// The code holds a mark of the person's page, so that the same person is not counted twice and two with the same
// answers are; it holds no name.
import { checksum, LinkFault } from "../../share-link/packed.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {{ mark: string, answers: Map<string, number> }} LiveAnswers */

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // without those that look like others
const ALIKE = new Map([["O", "0"], ["I", "1"], ["L", "1"], ["U", "V"]]);
const BITS = 5n;
export const MARK = 5;
const CHECK = 4;
const GROUP = 4;
const MOST_NAME = 60;
const TEXT = /^PB1 ([a-z0-9-]{1,64}) (\d{1,4}) ([0-9A-Z]{1,1500})(?: ([^]{1,400}))?$/;

/**
 * @param {bigint} value
 * @param {number} length
 */
function written(value, length) {
  let text = "";
  let left = value;
  for (let at = 0; at < length; at += 1) {
    text = SIGNS[Number(left & 31n)] + text;
    left >>= BITS;
  }
  return text;
}

/** @param {string} text */
const read = (text) => [...text].reduce((value, sign) => (value << BITS) + BigInt(SIGNS.indexOf(sign)), 0n);

/** How many characters the answers take. @param {Definition} definition */
function lengthOf({ scoring }) {
  const all = scoring.items.reduce((product, { values }) => product * BigInt(values.length + 1), 1n);
  return Math.ceil((all - 1n).toString(2).length / Number(BITS));
}

/**
 * A check of a code: of its check and edition too, so that a code of another one is noticed.
 * @param {Definition} definition
 * @param {string} body
 */
const check = ({ id, edition }, body) => written(BigInt(`0x${checksum(`${id} ${edition} ${body}`)}`) & 0xfffffn, CHECK);

/** A mark for a page, by chance. */
export const newMark = () => written(BigInt(crypto.getRandomValues(new Uint32Array(1))[0]), MARK);

/**
 * The code of somebody's answers. An answer that is no value of its question counts as none.
 * @param {Definition} definition
 * @param {LiveAnswers} live
 */
export function toCode(definition, { mark, answers }) {
  const packed = definition.scoring.items.reduce(
    (value, item) => value * BigInt(item.values.length + 1) + BigInt(item.values.indexOf(answers.get(item.id) ?? NaN) + 1),
    0n,
  );
  const body = mark + written(packed, lengthOf(definition));
  return body + check(definition, body);
}

/** A code in groups, as it is read out and typed. @param {string} code */
export const grouped = (code) => code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";

/**
 * What somebody typed, as the signs of a code: signs that look alike are the same.
 * @param {string} text
 */
const signsOf = (text) => [...text.toUpperCase().replace(/[\s.,_–—-]/g, "")].map((sign) => ALIKE.get(sign) ?? sign).join("");

/**
 * The answers that a code holds.
 * @param {Definition} definition
 * @param {string} text as scanned or typed
 * @returns {LiveAnswers}
 * @throws {LinkFault}
 */
export function fromCode(definition, text) {
  const code = text.length > 4000 ? "" : signsOf(text);
  const body = code.slice(0, -CHECK);
  const sound = [...code].every((sign) => SIGNS.includes(sign)) && code.length === MARK + lengthOf(definition) + CHECK;
  if (!sound || check(definition, body) !== code.slice(-CHECK)) throw new LinkFault("damaged");
  let left = read(body.slice(MARK));
  /** @type {Map<string, number>} */
  const answers = new Map();
  for (const item of definition.scoring.items.toReversed()) {
    const count = BigInt(item.values.length + 1);
    const at = Number(left % count);
    left /= count;
    if (at) answers.set(item.id, item.values[at - 1]);
  }
  if (left) throw new LinkFault("damaged");
  return { mark: body.slice(0, MARK), answers };
}

/**
 * What stands in the QR code: the check, its edition, the code, and a name if one was given.
 * @param {Definition} definition
 * @param {string} code
 * @param {string} name
 */
export const toText = ({ id, edition }, code, name) => `PB1 ${id} ${edition} ${code}${name.trim() ? ` ${[...name.trim()].slice(0, MOST_NAME).join("")}` : ""}`;

/**
 * What a scanned text holds; null if it is no text of a live check.
 * @param {string} text
 */
export function inText(text) {
  const [, assessment, edition, code, name = ""] = TEXT.exec(text) ?? [];
  return assessment ? { assessment, edition: Number(edition), code, name } : null;
}
