// Puts a pack together: fetches what it is made of, and says what is to be known of it.
import { fragmentOf } from "../../print-pack/lazy/pack-choice.js";
import { papersOf } from "../../session-papers/lazy/paper-parts.js";
import { TITLES } from "../../session-papers/lazy/paper-titles.js";
import { DIFFERENT, sheetOf, sourceAt } from "./pack-sheets.js";
import { lackingIn } from "./pdf-lines.js";
import words from "../words.js";

/** @typedef {import("../../print-pack/lazy/pack-choice.js").Choice} Choice */
/** @typedef {import("../../session/lazy/session-link.js").Choice} Chosen */
/** @typedef {import("../../page-text/lazy/page-text.js").Block} Block */
/** @typedef {import("./pack-file.js").Pack} Pack */
/** @typedef {import("./pack-sheets.js").Rule} Rule */
/** @typedef {import("./pack-session.js").Planned} Planned */
/** @typedef {{ host: Element, choice: Choice, chosen: Chosen | null, rules: Rule[], names: string[], print: string, site: string, language: string, label: string }} Wanted The element that makes packs; what is chosen; the session of its link; the rules of the sheets; the names of the people; the folder of the PDFs; what the size of paper is called. */

const NONE = { title: "", agenda: [], uses: new Set(), missing: [], lost: [], texts: [] };
const MOST_LETTERS = 20; // that are listed

/**
 * The pack, or null if it cannot be made, and what is to be said of it.
 * @param {Wanted} wanted
 * @returns {Promise<{ pack: Pack | null, said: string[] }>}
 */
export async function assembled({ host, choice, chosen, rules, names, print, site, language, label }) {
  const { paper, people, notes, collate, sides } = choice;
  const at = (/** @type {string} */ path) => sourceAt(`${print}${paper}/${path}.pdf`);
  const [blank] = await Promise.allSettled([sourceAt(`${print}pack-${paper}.pdf`)]);
  if (blank.status === "rejected") return { pack: null, said: [words.lost({ titles: rules.map(({ title }) => title).join(", ") || words.session_texts })] };
  const [, font] = await blank.value.richestFont();
  const [planned] = await Promise.allSettled([plannedIn(chosen, host, notes)]);
  const { uses, missing, texts, title: called, agenda, lost: gone } = planned.status === "fulfilled" ? planned.value : NONE;
  const handedOut = rules.filter(({ sort }) => sort !== "run");
  const runs = rules.filter(({ sort }) => sort === "run").map(alone);
  // The run sheet of a session has the notes on its sheets.
  const noted = handedOut.filter((rule) => notes && rule.notes && !uses.has(rule.id)).map((rule) => ({ ...alone(rule), id: `facilitator/${rule.id}` }));
  const [sheets, own] = await Promise.all([handedOut, [...runs, ...noted]].map((some) => Promise.allSettled(some.map((rule) => sheetOf(rule, people, at)))));
  const unwritten = names.filter((name) => !font.has(name));
  const papers = chosen?.papers ?? [];
  const about = { title: called, people, papers, day: chosen?.day ?? "", names: names.map((name) => (unwritten.includes(name) ? "" : name)), agenda, pause: words.pause, language };
  const [made] = await Promise.allSettled([papersOf(about, at)]);
  const found = (/** @type {PromiseSettledResult<import("./pack-order.js").Sheet<any>>[]} */ outcomes) => outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const lost = [
    ...(planned.status === "rejected" ? [words.session_texts] : gone),
    ...[...handedOut, ...runs, ...noted].filter((_, place) => [...sheets, ...own][place].status === "rejected").map(({ title }) => title),
    ...(made.status === "rejected" ? papers.map((id) => TITLES.get(id)).filter((one) => one !== undefined) : []),
  ];
  const title = called || words.title(found(sheets).length);
  /** @type {Pack} */
  const pack = { texts, papers: made.status === "fulfilled" ? made.value : [], sheets: found(sheets), notes: found(own), blank: blank.value, how: { people, collate, sides }, title, lines: [words.for_people(people), label], foot: `${site} · ${title}`, language };
  const lacking = [...new Set(texts.flatMap(({ blocks }) => lackingIn(font, runsOf(blocks))))];
  const repeated = handedOut.find(({ sort }) => sort === "differ" && people > DIFFERENT);
  return {
    pack,
    said: [
      lost.length ? words.lost({ titles: lost.join(", ") }) : "",
      missing.length ? words.missing({ names: missing.join(", ") }) : "",
      repeated ? words.different({ title: repeated.title, most: DIFFERENT }) : "",
      lacking.length ? words.lacking({ letters: lacking.slice(0, MOST_LETTERS).join(" ") }) : "",
      pack.papers.length && unwritten.length ? words.unwritten({ names: unwritten.join(", ") }) : "",
    ].filter(Boolean),
  };
}

/**
 * What a pack says of a session. What that takes is loaded only for one.
 * @param {Chosen | null} chosen
 * @param {Element} host
 * @param {boolean} notes
 * @returns {Promise<Planned>}
 */
async function plannedIn(chosen, host, notes) {
  if (!chosen) return NONE;
  const { plannedOf } = await import("./pack-session.js");
  return plannedOf(chosen, host, notes);
}

/**
 * A sheet that is there once, without its cards.
 * @param {Rule} rule
 * @returns {Rule}
 */
const alone = (rule) => ({ ...rule, each: "room", number: 1, sort: "sheet", cards: [] });

/**
 * All words of blocks.
 * @param {Block[]} blocks
 * @returns {import("../../page-text/lazy/page-text.js").Run[]}
 */
function runsOf(blocks) {
  return blocks.flatMap((block) => {
    if (block.sort === "list") return block.items.flatMap(runsOf);
    if (block.sort === "table") return [...runsOf(block.caption), ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => runsOf(cell.blocks)))];
    return block.sort === "drawing" ? [] : block.runs;
  });
}

/**
 * Whether two choices are the same.
 * @param {Choice} one
 * @param {Choice} other
 */
export const isSame = (one, other) => fragmentOf(one) === fragmentOf(other);
