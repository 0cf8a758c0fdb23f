// What a pack says of a session that somebody has planned: agenda, packing list and run sheet, as the page of sessions shows them.
import { element } from "../../element/element.js";
import { textWithin } from "../../page-text/lazy/page-text.js";
import { clock } from "../../session/lazy/clock.js";
import { compiled } from "../../session/lazy/compiled.js";
import { fetchedLibrary } from "../../session/lazy/library.js";
import { schedule } from "../../session/lazy/schedule.js";
import { partsOf } from "../../session/lazy/session-parts.js";

/** @typedef {import("../../session/lazy/session-link.js").Choice} Chosen */
/** @typedef {import("./pack-file.js").PackText} PackText */
/** @typedef {{ title: string, agenda: string[][], uses: Set<string>, missing: string[], lost: string[], texts: PackText[] }} Planned Its title; from when, until when, what; what is used in it; what the playbook no longer has, what could not be fetched; its texts. */

/** @type {Promise<import("../../session/lazy/library.js").Library> | null} */
let asked = null;

/**
 * The session that somebody has chosen. Its texts are read from a place on the page that nobody sees, where they look as on
 * the page of sessions.
 * @param {Chosen} chosen
 * @param {Element} host where that place is
 * @param {boolean} withOwn whether what is only for the facilitator is wanted
 * @returns {Promise<Planned>}
 */
export async function plannedOf(chosen, host, withOwn) {
  asked ??= fetchedLibrary();
  asked.catch(() => (asked = null)); // the next attempt may succeed
  const library = await asked;
  const { session, missing } = compiled(chosen, library);
  const times = schedule(session);
  const { parts, lost } = await partsOf(session, times, library);
  const wanted = parts.filter(({ isOwn }) => withOwn || !isOwn);
  const place = element("div", { class: "pack-unseen" }, wanted.map(({ node }) => node));
  host.append(place);
  const texts = wanted.map(({ id, title, isOwn, node }) => ({ id, title, isOwn, blocks: textWithin(node) }));
  place.remove();
  const agenda = session.blocks.map(({ title }, at) => [clock(times.lines[at].start), clock(times.lines[at].end), title]);
  const uses = new Set([...session.blocks.flatMap((block) => block.uses), ...(session.feedback ? [session.feedback] : [])].map(({ entry }) => entry));
  return { title: session.title, agenda, uses, missing, lost: withOwn ? lost : [], texts };
}
