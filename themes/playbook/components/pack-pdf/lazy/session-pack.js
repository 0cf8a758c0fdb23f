// On the page that plans a session: leads to the page that makes a pack, with the session and its sheets chosen.
import { element } from "../../element/element.js";
import { MOST_PEOPLE, fragmentOf } from "../../print-pack/lazy/pack-choice.js";
import { toLink } from "../../session/lazy/session-link.js";
import { LinkFault } from "../../share-link/packed.js";
import words from "../words.js";

/** @typedef {import("../../session/lazy/session-link.js").Choice} Choice */
/** @typedef {import("../../session/lazy/schedule.js").Schedule} Schedule */

/**
 * The fragment for the pack of a session. It has no names: the page of packs finds them in this browser. Pure.
 * @param {Choice} choice
 * @param {Schedule} schedule
 * @throws {LinkFault} where the session has no room in an address
 */
export const packOf = (choice, { packing }) =>
  fragmentOf({
    paper: "a4",
    people: Math.min(choice.people, MOST_PEOPLE),
    seed: 1,
    notes: true,
    collate: choice.collation,
    sides: 1,
    session: toLink({ ...choice, names: [] }),
    sheets: packing.map(({ entry }) => entry),
  });

if (typeof document !== "undefined") {
  document.addEventListener("session", (event) => {
    const place = document.querySelector("[data-session-pack]");
    if (!(event instanceof CustomEvent) || !(place instanceof HTMLElement) || !place.dataset.print) return;
    const { choice, session, schedule } = event.detail;
    place.replaceChildren();
    if (!session.blocks.length) return;
    try {
      const href = place.dataset.print + packOf(choice, schedule);
      place.append(element("p", {}, element("a", { href }, words.of_session)));
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault; // the page says that the session is too long
    }
  });
}
