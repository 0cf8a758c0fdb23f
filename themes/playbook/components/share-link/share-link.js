// Answers as the fragment of an address: `v1.`, base64url, a checksum. Option codes only, never free text.
// A fragment stays in the browser: no server sees it. Nothing here touches the page or the storage.
import { isDate, isEdition, isId, MOST_ANSWERS } from "../answers-store/values.js";

const VERSION = "v1";
export const MAX_LENGTH = 8192;

/** @typedef {{ assessment: string, edition: number, at: string, answers: Map<string, number> }} SharedAnswers Somebody's answers to an assessment at a time. */

/** Says that a link cannot be used, and why. */
export class LinkFault extends Error {
  /** @param {"damaged" | "newer" | "too-long"} reason */
  constructor(reason) {
    super(`the link is ${reason}`);
    this.reason = reason;
  }
}

/**
 * Whether a fragment, without its #, means to be answers.
 * @param {string} text
 */
export const isLink = (text) => /^v\d+\./.test(text);

/**
 * The fragment, without its #, that carries these answers.
 * @param {SharedAnswers} shared
 * @throws {LinkFault} where they are more than a link can be opened with
 */
export function toLink({ assessment, edition, at, answers }) {
  const codes = [...answers].map(([id, value]) => `${id}=${value}`).join(" ");
  const payload = toBase64(new TextEncoder().encode(`${assessment} ${edition} ${at} ${codes}`.trimEnd()));
  const fragment = `${VERSION}.${payload}.${checksum(payload)}`;
  if (fragment.length > MAX_LENGTH || answers.size > MOST_ANSWERS) throw new LinkFault("too-long");
  return fragment;
}

/**
 * The answers that a fragment carries.
 * @param {string} text
 * @returns {SharedAnswers}
 * @throws {LinkFault}
 */
export function fromLink(text) {
  if (text.length > MAX_LENGTH) throw new LinkFault("too-long");
  const [version = "", payload = "", sum, ...rest] = text.split(".");
  if (/^v\d+$/.test(version) && version !== VERSION && Number(version.slice(1)) > 1) throw new LinkFault("newer");
  if (version !== VERSION || rest.length || !/^[A-Za-z0-9_-]+$/.test(payload) || sum !== checksum(payload)) {
    throw new LinkFault("damaged");
  }
  return fromWords(fromBase64(payload).split(" "));
}

/**
 * @param {string[]} words
 * @returns {SharedAnswers}
 */
function fromWords([assessment, edition, at, ...codes]) {
  /** @type {Map<string, number>} */
  const answers = new Map();
  for (const code of codes) {
    const [id, value, ...rest] = code.split("=");
    if (!isId(id) || rest.length || !/^-?\d{1,6}$/.test(value ?? "") || answers.has(id)) throw new LinkFault("damaged");
    answers.set(id, Number(value));
  }
  const sound = /^\d{1,4}$/.test(edition ?? "") && isEdition(Number(edition)) && answers.size <= MOST_ANSWERS;
  if (!sound || !isId(assessment) || !isDate(at)) throw new LinkFault("damaged");
  return { assessment, edition: Number(edition), at, answers };
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function fromBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LinkFault("damaged");
  }
}

/**
 * CRC-32 as eight hex digits: it notices what mail programs and copying do to links, and is no protection.
 * @param {string} text
 */
export function checksum(text) {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at) & 0xff;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
