// What does not fit in a session: a plan that is for other people or another place, and blocks for which there is no time.
import { button, element } from "../../element/element.js";
import words from "../words.js";

/**
 * What does not fit between a plan and the people or the place, as far as these are given. Pure.
 * @param {import("./compiled.js").Plan | undefined} plan
 * @param {{ people?: number, setting?: string }} choice
 */
export function misfit(plan, { people, setting }) {
  if (!plan) return "";
  const [low, high] = plan.people;
  const madeFor = low === high ? words.other_people_exactly(low) : words.other_people({ low, high });
  const said = people !== undefined && (people < low || people > high) ? [madeFor] : [];
  if (setting && plan.setting !== "either" && plan.setting !== setting) said.push(plan.setting === "video" ? words.made_for_video : words.made_for_room);
  return said.join(" ");
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
  const lines = [
    ...leave_out.map((id) => words.leave_out({ title: titles.get(id) ?? "" })),
    ...shorten.map(({ id, by }) => words.shorten_by(by, { title: titles.get(id) ?? "" })),
    ...(left ? [words.still_over(left)] : []),
  ];
  const can = leave_out.length + shorten.length > 0;
  return [element("p", {}, element("strong", {}, words.over(over))), element("ul", {}, lines.map((line) => element("li", {}, line))), ...(can ? [element("p", {}, button(words.apply, apply))] : [])];
}
