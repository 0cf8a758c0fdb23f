// Sessions from choices: titles, times and rules come from the data of the playbook. Pure. Does the same as
// generator/sessions/compiled.py.
import { usesOf } from "./schedule.js";
import words from "../words.js";

/** @typedef {import("./schedule.js").Session} Session */
/** @typedef {import("./schedule.js").Block} Block */
/** @typedef {import("./session-link.js").Choice} Choice */
/** @typedef {import("./session-link.js").ChosenBlock} ChosenBlock */
/** @typedef {{ kind: string, title: string, url: string, minutes: number, needs: number, copies: import("./schedule.js").Copies | null, moments: string[], least: number, block: boolean, materials: string[] }} Entry `least`: with how many people it goes at least; `block`: whether it can be a block of its own, of so many minutes; `materials`: what has to be there besides. */
/** @typedef {{ id: string, title: string, minutes: number, needs: number, drop: boolean, cut: boolean, uses: [string, boolean][] }} PlanBlock */
/** @typedef {{ title: string, url: string, people: [number, number, number], setting: string, minutes: number, moments: string[], feedback: string, blocks: PlanBlock[] }} Plan `feedback`: the id of its feedback form, if it names one. */
/** @typedef {{ entries: Record<string, Entry>, plans: Record<string, Plan>, aliases: Record<string, string>, feedback: string }} Data `feedback`: the form of sessions without a plan. */
/** @typedef {{ entries: Map<string, Entry>, plans: Map<string, Plan>, aliases: Map<string, string>, feedback: string }} Library */

export const PAUSE = "pause";
export const PAUSE_MINUTES = 15; // that are planned for a break

/**
 * The data, to be asked by ids that come from outside.
 * @param {Data} data
 * @returns {Library}
 */
export const libraryOf = ({ entries, plans, aliases, feedback }) => ({
  entries: new Map(Object.entries(entries)),
  plans: new Map(Object.entries(plans)),
  aliases: new Map(Object.entries(aliases)),
  feedback,
});

/**
 * The choice of a whole plan.
 * @param {string} id
 * @param {Plan} plan
 * @param {number} [people]
 * @param {number} [start]
 * @returns {Choice}
 */
export function chosenFrom(id, plan, people = plan.people[2], start = 540) {
  const blocks = plan.blocks.map(({ id: part, minutes, drop }) => ({ of: id, part, minutes, drop }));
  const setting = plan.setting === "video" ? "video" : "room";
  return { title: "", plan: id, people, setting, start, minutes: Math.min(plan.minutes, 1440), collation: "sheet", blocks, papers: plan.feedback ? ["feedback"] : [], day: "", names: [] };
}

/**
 * The session of a choice, and what the playbook does not have of it. `at` holds for each block its place in the choice.
 * @param {Choice} choice
 * @param {Library} library
 * @returns {{ session: Session, missing: string[], at: number[] }}
 */
export function compiled(choice, library) {
  const found = choice.blocks.map((chosen) => blockOf(chosen, library));
  const missing = choice.blocks.filter((_, at) => !found[at]).map(({ of, part }) => (part ? `${of}.${part}` : of));
  const at = found.flatMap((block, place) => (block ? [place] : []));
  const there = found.filter((block) => block !== null);
  const ids = distinct(there.map(({ id }) => id));
  const planId = known(choice.plan, library);
  const plan = library.plans.get(planId);
  const { people, setting, start, minutes, collation, day, names } = choice;
  const form = choice.papers.includes("feedback") ? formOf(plan, library) : "";
  const feedback = form ? useOf(form, false, library) : null;
  const papers = choice.papers.filter((paper) => paper !== "feedback" || feedback);
  const title = choice.title || plan?.title || words.own_title;
  const blocks = there.map((block, place) => ({ ...block, id: ids[place] }));
  return { session: { version: 1, title, plan: plan ? planId : "", people, setting, start, minutes, collation, blocks, papers, feedback, day, names }, missing, at };
}

/**
 * Whether a block closes a session: it is the last of its plan.
 * @param {ChosenBlock} block
 * @param {Library} library
 */
export const closes = ({ of, part }, library) => part !== "" && library.plans.get(known(of, library))?.blocks.at(-1)?.id === part;

/**
 * The feedback form of a plan, or that of sessions without one; empty if the playbook has none.
 * @param {Plan | undefined} plan
 * @param {Library} library
 */
export const formOf = (plan, { feedback }) => plan?.feedback || feedback;

/**
 * What has to be brought besides what is printed, each once.
 * @param {Session} session
 * @param {Library} library
 */
export const broughtFor = (session, { entries }) => [...new Set([...usesOf(session).keys()].flatMap((id) => entries.get(id)?.materials ?? []))];

/**
 * @param {string} id
 * @param {Library} library
 */
const known = (id, { aliases }) => aliases.get(id) ?? id;

/**
 * @param {ChosenBlock} chosen
 * @param {Library} library
 * @returns {Block | null}
 */
function blockOf({ of, part, minutes, drop }, library) {
  if (!of) return { id: PAUSE, of: "", part: "", title: words.pause, minutes, needs: 0, drop, cut: true, uses: [], planned: PAUSE_MINUTES };
  const id = known(of, library);
  const [plan, entry] = [library.plans.get(id), library.entries.get(id)];
  if (part) {
    const block = plan?.blocks.find((one) => one.id === part);
    if (!block) return null;
    const { title, needs, cut } = block;
    return { id: part, of: id, part, title, minutes, needs, drop, cut, uses: block.uses.map(([used, inPart]) => useOf(used, inPart, library)), planned: block.minutes };
  }
  if (!entry?.block) return null;
  const { title, needs } = entry;
  return { id, of: id, part: "", title, minutes, needs, drop, cut: minutes > needs, uses: [useOf(id, false, library)], planned: entry.minutes };
}

/**
 * @param {string} id
 * @param {boolean} inPart
 * @param {Library} library
 */
function useOf(id, inPart, { entries }) {
  const entry = entries.get(id);
  if (!entry) throw new Error(`the data has no ${id}`);
  return { entry: id, kind: entry.kind, title: entry.title, in_part: inPart, copies: entry.copies };
}

/**
 * The names, of which those that stood before get a number: `pause`, `pause-2`.
 * @param {string[]} names
 */
function distinct(names) {
  /** @type {string[]} */
  const found = [];
  for (const name of names) {
    let [number, one] = [1, name];
    while (found.includes(one)) {
      number += 1;
      one = `${name}-${number}`;
    }
    found.push(one);
  }
  return found;
}
