// What somebody has begun and not finished, by what is kept of it. No page, no storage.
import { isObject, own } from "../../answers-store/values.js";

const MOST = 5;

/** @typedef {{ id: string, url: string, kind: string, title: string, all: number, step?: string }} Tool An entry that can be filled in. `all` is how many boxes it has to tick, 0 for another form. */
/** @typedef {Tool & { done: number, at: string }} OpenTool One that is begun: how much is done, and when it was changed last. */

/**
 * How much a kept text holds: what is ticked, or what is answered.
 * @param {string} text
 */
function stateOf(text) {
  const nothing = { done: 0, at: "" };
  try {
    const data = JSON.parse(text);
    if (!isObject(data)) return nothing;
    const [ticked, answers, at] = [own(data, "done"), own(data, "answers"), own(data, "updatedAt")];
    const done = Array.isArray(ticked) ? ticked.length : isObject(answers) ? Object.keys(answers).length : 0;
    return { done, at: typeof at === "string" ? at : "" };
  } catch {
    return nothing;
  }
}

/**
 * The id of an entry, which is the last part of its address.
 * @param {string} url
 */
export const idOf = (url) => url.split("/").at(-2) ?? "";

/**
 * The tools, and the pages opened last that are none of them: something may be noted on one, as on the steps of a
 * conversation.
 * @param {Tool[]} tools
 * @param {import("../recent-record.js").RecentPage[]} pages
 * @returns {Tool[]}
 */
export function withPages(tools, pages) {
  const known = new Set(tools.map(({ url }) => url));
  const others = pages.filter(({ url }) => !known.has(url));
  return [...tools, ...others.map((page) => ({ ...page, id: idOf(page.url), all: 0 }))];
}

/**
 * The tools that are begun, at most five, those that were changed last first. A list with all of its boxes ticked is
 * finished.
 * @param {Tool[]} tools
 * @param {(id: string) => string | null} kept the text that is kept of a tool
 * @returns {OpenTool[]}
 */
export function openWork(tools, kept) {
  const begun = tools.map((tool) => ({ ...tool, ...stateOf(kept(tool.id) ?? "") }));
  return inOrder(begun.filter(({ done, all }) => done > 0 && (all === 0 || done < all)));
}

/**
 * At most five, those that were changed last first.
 * @template {{ at: string }} T
 * @param {T[]} all
 */
export const inOrder = (all) => all.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, MOST);
