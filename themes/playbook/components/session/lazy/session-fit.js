// What does not fit in a session: a plan that is for other people, another place or another time, blocks for which there
// is no time, and time for which there are no blocks.
import { button, element } from "../../element/element.js";
import { duration } from "./duration.js";
import { usesOf } from "./schedule.js";
import words from "../words.js";

/**
 * Whether a plan takes more time than there is; 0 minutes are any. Pure.
 * @param {import("./compiled.js").Plan} plan
 * @param {number} minutes
 */
export const isTooLong = (plan, minutes) => minutes > 0 && plan.minutes > minutes;

/**
 * What does not fit between a plan and the people, the place or the time, as far as these are given. Pure.
 * @param {import("./compiled.js").Plan | undefined} plan
 * @param {{ people?: number, setting?: string, minutes?: number }} choice
 */
export function misfit(plan, { people, setting, minutes = 0 }) {
  if (!plan) return "";
  const [low, high] = plan.people;
  const madeFor = low === high ? words.other_people_exactly(low) : words.other_people({ low, high });
  const said = people !== undefined && (people < low || people > high) ? [madeFor] : [];
  if (setting && plan.setting !== "either" && plan.setting !== setting) said.push(plan.setting === "video" ? words.made_for_video : words.made_for_room);
  if (isTooLong(plan, minutes)) said.push(words.plan_over({ time: duration(plan.minutes - minutes) }));
  return said.join(" ");
}

/**
 * What time a plan leaves of that which there is; nothing if nobody said how much that is. Pure.
 * @param {import("./compiled.js").Plan} plan
 * @param {{ minutes?: number }} own
 */
export const timeSpare = (plan, { minutes = 0 }) => (minutes > plan.minutes ? words.plan_spare({ time: duration(minutes - plan.minutes) }) : "");

const LEAST_SPARE = 5; // fewer minutes than these are a reserve
const MOST_OFFERS = 3;

/**
 * What could fill the minutes that are left: up to three entries that are for the same as the session and not in it. Those
 * that are for more of it come first, then those that fill more of the time. Pure.
 * @param {import("./schedule.js").Session} session
 * @param {number} spare
 * @param {import("./compiled.js").Library} library
 * @param {string} aim what the reader wants it for; empty if it is for what its plan or its blocks are for
 * @returns {[string, import("./compiled.js").Entry][]}
 */
export function fillers(session, spare, { entries, plans }, aim) {
  if (spare < LEAST_SPARE) return [];
  const used = usesOf(session);
  const ofPlan = plans.get(session.plan)?.moments ?? [];
  const ofBlocks = [...used.keys()].flatMap((id) => entries.get(id)?.moments ?? []);
  const wanted = new Set(aim ? [aim] : ofPlan.length ? ofPlan : ofBlocks);
  const shared = (/** @type {import("./compiled.js").Entry} */ { moments }) => moments.filter((moment) => wanted.has(moment)).length;
  return [...entries]
    .filter(([id, entry]) => entry.block && !used.has(id) && entry.minutes <= spare && entry.least <= session.people && shared(entry))
    .sort(([, one], [, other]) => shared(other) - shared(one) || other.minutes - one.minutes)
    .slice(0, MOST_OFFERS);
}

/**
 * What could fill the minutes that are left, with buttons that add it.
 * @param {number} spare
 * @param {ReturnType<typeof fillers>} found
 * @param {(id: string) => void} add
 */
export function offered(spare, found, add) {
  if (!found.length) return [];
  const offer = (/** @type {[string, import("./compiled.js").Entry]} */ [id, { title, minutes }]) => button(words.add_this({ title, minutes: duration(minutes) }), () => add(id));
  return [element("p", { id: "session-spare" }, words.fits_in({ spare: words.spare(spare) })), element("div", { class: "session-actions", role: "group", "aria-labelledby": "session-spare" }, found.map(offer))];
}

/**
 * What is proposed if time is short, with a button that does it.
 * @param {import("./schedule.js").Session} session
 * @param {import("./schedule.js").Schedule} times
 * @param {() => void} apply
 */
export function proposed({ blocks }, { over, proposal }, apply) {
  if (!over) return [];
  const titles = new Map(blocks.map(({ id, title }) => [id, title]));
  const { leave_out, shorten, left } = proposal;
  const can = leave_out.length + shorten.length > 0;
  if (!can) return [element("p", {}, words.still_over(left))];
  const lines = [
    ...leave_out.map((id) => words.leave_out({ title: titles.get(id) ?? "" })),
    ...shorten.map(({ id, by }) => words.shorten_by(by, { title: titles.get(id) ?? "" })),
    ...(left ? [words.still_over(left)] : []),
  ];
  return [element("p", {}, element("strong", {}, words.to_fit)), element("ul", {}, lines.map((line) => element("li", {}, line))), element("p", {}, button(words.apply, apply))];
}
