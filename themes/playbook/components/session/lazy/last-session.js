// Keeps the session that is planned in this browser, so that it is there again when somebody comes back without its address.
import { stamp } from "../../answers-store/record.js";
import { LinkFault } from "../../share-link/packed.js";
import { KeptSession } from "../kept-session.js";
import { fromLink, toLink, toText } from "./session-link.js";

/** @typedef {import("./session-link.js").Choice} Choice */

/**
 * Whether two choices are the same, whoever takes part.
 * @param {Choice} one
 * @param {Choice} other
 */
export const isSame = (one, other) => toText({ ...one, names: [] }) === toText({ ...other, names: [] });

/**
 * The session that was planned last, without names.
 * @param {string} site
 * @returns {Choice | null}
 */
export function lastSession(site) {
  try {
    const planned = new KeptSession(site).read();
    return planned && fromLink(planned.link);
  } catch (fault) {
    if (!(fault instanceof LinkFault)) throw fault;
    return null;
  }
}

/**
 * Keep a choice under a title, or with null nothing any more. What has no room in an address is not kept.
 * @param {string} site
 * @param {Choice | null} choice
 * @param {string} title
 */
export function keepLast(site, choice, title) {
  try {
    const planned = choice && { link: toLink({ ...choice, names: [] }), title, updatedAt: stamp(new Date()) };
    new KeptSession(site).write(planned);
  } catch (fault) {
    if (!(fault instanceof LinkFault)) throw fault;
  }
}
