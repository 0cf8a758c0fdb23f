// On the page that plans a session: leads to the page that makes a pack, with the agenda and the sheets of the session chosen.
import { element } from "../../element/element.js";
import { MOST_PEOPLE, fragmentOf } from "../../print-pack/lazy/pack-choice.js";
import { clock } from "../../session/lazy/clock.js";
import { usesOf } from "../../session/lazy/schedule.js";
import words from "../words.js";

/** @typedef {import("../../session/lazy/schedule.js").Session} Session */
/** @typedef {import("../../session/lazy/schedule.js").Schedule} Schedule */

/**
 * The fragment for the pack of a session. It has no names: the page of packs finds them in this browser. Pure.
 * @param {Session} session
 * @param {Schedule} schedule
 */
export function packOf({ title, people, collation, blocks, feedback, papers, day }, { lines, packing }) {
  const uses = new Map([...usesOf({ blocks, feedback })].map(([id, use]) => [id, use.title]));
  const titles = new Map(blocks.map((block) => [block.id, block.title]));
  const agenda = lines.map(({ id, start, end, hands }) => {
    const handed = hands.filter(({ copies }) => copies > 0).map(({ entry }) => uses.get(entry) ?? entry);
    return [clock(start), clock(end), titles.get(id) ?? "", handed.join(", ")];
  });
  const sheets = packing.map(({ entry }) => entry);
  return fragmentOf({ paper: "a4", people: Math.min(people, MOST_PEOPLE), seed: 1, notes: true, collate: collation, sides: 1, title, agenda, papers: papers.filter((paper) => paper !== "feedback"), day, sheets });
}

if (typeof document !== "undefined") {
  document.addEventListener("session", (event) => {
    const place = document.querySelector("[data-session-pack]");
    if (!(event instanceof CustomEvent) || !(place instanceof HTMLElement) || !place.dataset.print) return;
    const { session, schedule } = event.detail;
    const link = element("a", { href: place.dataset.print + packOf(session, schedule) }, words.of_session);
    place.replaceChildren(...(schedule.packing.length || schedule.papers.length ? [element("p", {}, link)] : []));
  });
}
