// What follows from a session: when its blocks start, what is handed out, and what to leave out if time is short. Pure.
// Draws level with generator/sessions/schedule.py; tests/sessions/cases.json holds both to it.
import { pagesOf } from "./papers.js";

/** @typedef {{ each: string, number: number }} Copies Who shares a copy, and how many they get. */
/** @typedef {{ entry: string, kind: string, title: string, in_part: boolean, copies: Copies | null }} Use What is handed out, told or played; without copies nothing is handed out. */
/** @typedef {{ id: string, of: string, part: string, title: string, minutes: number, needs: number, drop: boolean, cut: boolean, uses: Use[], planned: number }} Block `planned`: the minutes that the playbook gives it; 0 if it does not say. */
/** @typedef {{ version: 1, title: string, plan: string, people: number, setting: string, start: number, minutes: number, collation: string, blocks: Block[], papers: string[], feedback: Use | null, day: string, names: string[] }} Session */
/** @typedef {{ entry: string, copies: number, again: boolean }} Hand */
/** @typedef {{ id: string, start: number, end: number, short: number, hands: Hand[] }} Line */
/** @typedef {{ leave_out: string[], shorten: { id: string, by: number }[], left: number }} Proposal */
/** @typedef {{ end: number, total: number, over: number, lines: Line[], at_end: Hand[], packing: { entry: string, copies: number }[], papers: { paper: string, pages: number }[], proposal: Proposal }} Schedule `at_end` is handed out when the session ends. */

const LARGEST_PART = 3; // a block is shortened by at most one part in so many of its planned minutes
/** @type {Map<string, number>} */
const SHARED_BY = new Map([["person", 1], ["pair", 2], ["trio", 3], ["table", 6]]);

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/**
 * How many copies so many people need.
 * @param {Copies} rule
 * @param {number} people
 */
export const copiesFor = ({ each, number }, people) => number * Math.ceil(people / (SHARED_BY.get(each) ?? people));

/**
 * @param {Session} session
 * @returns {Schedule}
 */
export function schedule({ blocks, people, start, minutes, papers, feedback, names }) {
  const lines = timed(blocks, people, start);
  const total = sum(blocks.map((block) => block.minutes));
  const over = minutes ? Math.max(0, total - minutes) : 0;
  const hands = lines.flatMap((line) => line.hands);
  const atEnd = handedAtEnd(feedback, new Set(hands.map(({ entry }) => entry)), people);
  const packing = [...hands, ...atEnd].filter(({ again }) => !again).map(({ entry, copies }) => ({ entry, copies }));
  return { end: start + total, total, over, lines, at_end: atEnd, packing, papers: pagesOf(papers, people, names), proposal: proposal(blocks, over) };
}

/**
 * The feedback form. If a block has handed it out, it is used again.
 * @param {Use | null} form
 * @param {Set<string>} there
 * @param {number} people
 * @returns {Hand[]}
 */
function handedAtEnd(form, there, people) {
  if (!form?.copies) return [];
  const again = there.has(form.entry);
  return [{ entry: form.entry, copies: again ? 0 : copiesFor(form.copies, people), again }];
}

/**
 * Everything that is used, by its id, in the order of the blocks.
 * @param {Pick<Session, "blocks" | "feedback">} session
 */
export const usesOf = ({ blocks, feedback }) =>
  new Map([...blocks.flatMap((block) => block.uses), ...(feedback ? [feedback] : [])].map((use) => [use.entry, use]));

/**
 * Each block with its time. A sheet that several blocks use is handed out in the first of them.
 * @param {Block[]} blocks
 * @param {number} people
 * @param {number} start
 * @returns {Line[]}
 */
function timed(blocks, people, start) {
  const there = new Set();
  let at = start;
  return blocks.map((block) => {
    /** @type {Map<string, Hand>} */
    const hands = new Map();
    for (const { entry, copies } of block.uses) {
      const again = there.has(entry);
      if (copies && !hands.has(entry)) hands.set(entry, { entry, copies: again ? 0 : copiesFor(copies, people), again });
    }
    for (const entry of hands.keys()) there.add(entry);
    const from = at;
    at += block.minutes;
    return { id: block.id, start: from, end: at, short: Math.max(0, block.needs - block.minutes), hands: [...hands.values()] };
  });
}

/**
 * How to save so many minutes, by the rule that stands in schedule.py.
 * @param {Block[]} blocks
 * @param {number} over
 * @returns {Proposal}
 */
export function proposal(blocks, over) {
  const out = leftOut(blocks, over);
  const rest = over - sum(out.map(({ minutes }) => minutes));
  const stay = blocks.filter((block) => !out.includes(block));
  const shorten = shortened(stay.map((block) => ({ id: block.id, most: give(block) })), Math.max(0, rest));
  const left = Math.max(0, rest - sum(shorten.map(({ by }) => by)));
  return { leave_out: blocks.filter((block) => out.includes(block)).map(({ id }) => id), shorten, left };
}

/**
 * @param {Block[]} blocks
 * @param {number} over
 */
function leftOut(blocks, over) {
  /** @type {Block[]} */
  const taken = [];
  let saved = 0;
  for (const block of blocks.filter(({ drop }) => drop).reverse()) {
    if (saved >= over) break;
    taken.push(block);
    saved += block.minutes;
  }
  for (const block of [...taken]) {
    if (saved - block.minutes < over) continue;
    taken.splice(taken.indexOf(block), 1);
    saved -= block.minutes;
  }
  return taken;
}

/**
 * The minutes that a block can give up.
 * @param {Block} block
 */
function give({ minutes, needs, cut, planned }) {
  const given = planned || minutes;
  return cut ? Math.max(0, minutes - Math.max(given - Math.floor(given / LARGEST_PART), needs)) : 0;
}

/**
 * By how many minutes each block is shortened, of those that are.
 * @param {{ id: string, most: number }[]} room
 * @param {number} wanted
 */
function shortened(room, wanted) {
  const all = sum(room.map(({ most }) => most));
  const take = Math.min(wanted, all);
  const cuts = room.map(({ id, most }) => ({ id, most, by: all ? Math.floor((take * most) / all) : 0 }));
  let missing = take - sum(cuts.map(({ by }) => by));
  for (const cut of cuts) {
    if (missing && cut.by < cut.most) {
      cut.by += 1;
      missing -= 1;
    }
  }
  return cuts.filter(({ by }) => by).map(({ id, by }) => ({ id, by }));
}
