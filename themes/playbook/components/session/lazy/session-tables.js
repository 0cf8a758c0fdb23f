// A session as tables: the agenda with its end, and the packing list.
import { element } from "../../element/element.js";
import { dayWritten } from "../../element/day.js";
import { row, table } from "../../element/table.js";
import { TITLES } from "../../session-papers/lazy/paper-titles.js";
import { clock } from "./clock.js";
import { handout } from "./handout.js";
import { usesOf } from "./schedule.js";
import words from "../words.js";

/**
 * @param {import("./schedule.js").Session} session
 * @param {import("./schedule.js").Schedule} schedule
 */
export function agenda({ title, blocks, people, day }, { lines, end }) {
  const rows = blocks.map((block, at) => row(clock(lines[at].start), String(block.minutes), block.title));
  const caption = [words.agenda_of({ title, people: words.for_people(people) }), dayWritten(day)].filter(Boolean).join(" · ");
  const ends = element("tfoot", {}, row(clock(end), "", words.ends));
  const made = table(caption, [words.from, words.minutes, words.block], rows, "session-table");
  made.append(ends);
  return made;
}

/**
 * Everything that has to be there, each sheet once, or a word that there is nothing.
 * @param {import("./schedule.js").Session} session
 * @param {import("./schedule.js").Schedule} schedule
 * @param {string[]} brought what is not printed
 * @param {(id: string) => string} address
 */
export function packing(session, { packing: packed, papers }, brought, address) {
  const uses = usesOf(session);
  if (!packed.length && !papers.length && !brought.length) return element("p", {}, words.nothing_to_pack);
  const items = packed.map(({ entry, copies }) => element("li", {}, element("a", { href: address(entry) }, handout(uses.get(entry), copies))));
  const made = papers.map(({ paper, pages }) => element("li", {}, words.packed({ title: TITLES.get(paper) ?? paper, copies: words.n_pages(pages) })));
  const besides = brought.length ? element("li", {}, words.brought({ things: brought.join(", ") })) : null;
  return element("ul", { class: "session-packing" }, items, made, besides);
}
