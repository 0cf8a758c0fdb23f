// How a choice is changed. Pure: each gives a new one.
import { MOST_BLOCKS, MOST_MINUTES } from "./session-link.js";

/** @typedef {import("./session-link.js").Choice} Choice */
/** @typedef {import("./session-link.js").ChosenBlock} ChosenBlock */

/**
 * The place that a new block gets: before what closes the session, otherwise at its end.
 * @param {Choice} choice
 * @param {(block: ChosenBlock) => boolean} closes
 */
export const placeOfNew = ({ blocks }, closes) => blocks.findLastIndex((block) => !closes(block)) + 1;

/**
 * With one more block at a place, if there is room for it.
 * @param {Choice} choice
 * @param {ChosenBlock} block
 * @param {number} place
 */
export const added = (choice, block, place) =>
  choice.blocks.length < MOST_BLOCKS ? { ...choice, blocks: choice.blocks.toSpliced(place, 0, { ...block, minutes: sound(block.minutes) }) } : choice;

/**
 * With a block changed, or without it.
 * @param {Choice} choice
 * @param {number} at
 * @param {Partial<ChosenBlock> | null} change
 */
export const changed = (choice, at, change) => ({
  ...choice,
  blocks: choice.blocks.flatMap((block, place) => (place !== at ? [block] : change ? [{ ...block, ...change }] : [])),
});

/**
 * With a block at another place.
 * @param {Choice} choice
 * @param {number} at
 * @param {number} to
 */
export function moved(choice, at, to) {
  const blocks = [...choice.blocks];
  const [block] = blocks.splice(at, 1);
  blocks.splice(Math.max(0, Math.min(to, blocks.length)), 0, block);
  return { ...choice, blocks };
}

/** @type {("title" | "people" | "start" | "minutes" | "setting")[]} */
const VALUES = ["title", "people", "start", "minutes", "setting"];

/**
 * What somebody has entered, or changed of what a session began with, besides its blocks.
 * @param {Choice} choice
 * @param {Choice} begun
 * @param {ReadonlySet<string>} entered the names of what somebody entered, perhaps the same as before
 * @returns {Partial<Pick<Choice, "title" | "people" | "start" | "minutes" | "setting">>}
 */
export const ownValues = (choice, begun, entered) => Object.fromEntries(VALUES.filter((name) => entered.has(name) || choice[name] !== begun[name]).map((name) => [name, choice[name]]));

/**
 * With what is proposed if time is short. `at` holds the places of the blocks, whose ids are in the same order.
 * @param {Choice} choice
 * @param {import("./schedule.js").Proposal} proposal
 * @param {string[]} ids
 * @param {number[]} at
 */
export function fitted(choice, { leave_out, shorten }, ids, at) {
  const out = new Set(leave_out.map((id) => at[ids.indexOf(id)]));
  const cuts = new Map(shorten.map(({ id, by }) => [at[ids.indexOf(id)], by]));
  const blocks = choice.blocks
    .map((block, place) => ({ ...block, minutes: block.minutes - (cuts.get(place) ?? 0) }))
    .filter((_, place) => !out.has(place));
  return { ...choice, blocks };
}

/** Minutes that a block may have. @param {number} minutes */
export const sound = (minutes) => Math.max(1, Math.min(MOST_MINUTES, Math.round(minutes)));
