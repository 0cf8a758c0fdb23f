// A plan as it stands in files and links. Pure. Everything from outside is rebuilt field by field.
import { fileData, fileText, RecordFault } from "../../answers-store/record.js";
import { LinkFault, packed, unpacked } from "../../share-link/packed.js";
import { asData, fromText, planIn } from "../plan-record.js";

/** @typedef {import("../plan-record.js").Plan} Plan */

const FILE_KIND = "playbook-plan";
const LINK = "plan1";

/**
 * A file with a plan.
 * @param {string} site
 * @param {Plan} plan
 * @throws {RecordFault} where it would be too long
 */
export const toFile = (site, plan) => fileText({ kind: FILE_KIND, site, plan: "own-plan", ...asData(plan) });

/**
 * @param {string} text
 * @throws {RecordFault}
 */
export const fromFile = (text) => planIn(fileData(text, FILE_KIND, "plan").data);

/**
 * Whether a fragment, without its #, means to be a plan.
 * @param {string} fragment
 */
export const isLink = (fragment) => /^plan\d+\./.test(fragment);

/**
 * The fragment that carries a plan.
 * @param {Plan} plan
 * @throws {LinkFault} where it is more than a link can be opened with
 */
export const toLink = (plan) => packed(LINK, JSON.stringify(asData(plan)));

/**
 * The plan that a fragment carries.
 * @param {string} fragment
 * @throws {LinkFault}
 */
export function fromLink(fragment) {
  const text = unpacked(LINK, fragment);
  try {
    return fromText(text);
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    throw new LinkFault(fault.reason === "newer" ? "newer" : "damaged");
  }
}
