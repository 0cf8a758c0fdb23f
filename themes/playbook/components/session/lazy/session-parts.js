// What one takes along from a session as parts with headings: agenda, packing list and run sheet, as the page of sessions shows them.
import { element } from "../../element/element.js";
import { broughtFor } from "./compiled.js";
import { addressIn } from "./library.js";
import { runSheet } from "./run-sheet.js";
import { agenda, packing } from "./session-tables.js";
import words from "../words.js";

/** @typedef {{ id: string, title: string, node: HTMLElement, isOwn: boolean }} SessionPart `isOwn`: whether it is for the facilitator only. */

/**
 * The parts, and the titles of what could not be fetched for them.
 * @param {import("./schedule.js").Session} session
 * @param {import("./schedule.js").Schedule} times
 * @param {import("./compiled.js").Library} library
 * @returns {Promise<{ parts: SessionPart[], lost: string[] }>}
 */
export async function partsOf(session, times, library) {
  const address = (/** @type {string} */ id) => addressIn(library, id);
  const { nodes, lost } = await runSheet(session, times, address);
  const part = (/** @type {string} */ id, /** @type {string} */ title, /** @type {Node[]} */ content, isOwn = true) => ({ id, title, isOwn, node: element("section", {}, element("h2", {}, title), content) });
  const parts = [
    part("agenda", words.agenda, [agenda(session, times)], false),
    part("pack", words.packing, [packing(session, times, broughtFor(session, library), address)]),
    part("run", words.run_sheet, nodes),
  ];
  return { parts, lost };
}
