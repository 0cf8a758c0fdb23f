// Data as the fragment of an address: a name with a version, base64url, a checksum. A fragment stays in the browser: no
// server sees it. Nothing here touches the page or the storage.

export const MAX_LENGTH = 8192;

/** Says that a link cannot be used, and why. */
export class LinkFault extends Error {
  /** @param {"damaged" | "newer" | "too-long"} reason */
  constructor(reason) {
    super(`the link is ${reason}`);
    this.reason = reason;
  }
}

/**
 * The fragment, without its #, that carries a text.
 * @param {string} name such as `plan1`: what it is, and the version of its form
 * @param {string} text
 * @throws {LinkFault} where it is more than a link can be opened with
 */
export function packed(name, text) {
  const payload = toBase64(new TextEncoder().encode(text));
  const fragment = `${name}.${payload}.${checksum(payload)}`;
  if (fragment.length > MAX_LENGTH) throw new LinkFault("too-long");
  return fragment;
}

/**
 * The text that a fragment carries.
 * @param {string} name as it was packed
 * @param {string} fragment without its #
 * @throws {LinkFault}
 */
export function unpacked(name, fragment) {
  if (fragment.length > MAX_LENGTH) throw new LinkFault("too-long");
  const [version = "", payload = "", sum, ...rest] = fragment.split(".");
  const [kind, number] = [name.replace(/\d+$/, ""), Number(/\d+$/.exec(name)?.[0])];
  if (version.startsWith(kind) && Number(version.slice(kind.length)) > number) throw new LinkFault("newer");
  if (version !== name || rest.length || !/^[A-Za-z0-9_-]+$/.test(payload) || sum !== checksum(payload)) {
    throw new LinkFault("damaged");
  }
  return fromBase64(payload);
}

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

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
