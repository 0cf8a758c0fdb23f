// How results are shown: the list, what is said about it, and what to do where there is none.
import { element } from "../../element/element.js";
import { kindLabel } from "../../icon/sign.js";
import { nodes } from "./mark.js";
import { sections } from "./rank.js";
import words from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./query.js").Want} Want */
/** @typedef {import("./rank.js").Result} Result */
/** @typedef {{ wants: Want[], index: Index, root: URL }} Context What was asked for, the index, and the root of the site. */

/** @param {string} word */
const quoted = (word) => words.quoted({ word });

/**
 * "a", "a or b", "a, b or c".
 * @param {string[]} names
 */
const either = (names) => (names.length < 2 ? names.join("") : words.either({ names: names.slice(0, -1).join(", "), last: names.at(-1) }));

/**
 * One result: a link with its kind and summary, and the sections in which the words stand.
 * @param {Result} result
 * @param {number} position
 * @param {Context} context
 */
export function resultItem(result, position, { wants, index, root }) {
  const { page, marked } = result;
  const href = new URL(page.url, root).href;
  const link = element("a", { href, "data-search-result": position }, ...nodes(page.title, marked));
  const item = element(
    "li",
    { "data-kind": page.kind.key },
    element("p", { class: "search-title" }, link, " ", kindLabel(page.kind.key, page.kind.label)),
    element("p", { class: "search-summary" }, ...nodes(page.summary, marked)),
  );
  const within = sections(result, wants, index).map((one) => sectionItem(one, href, index));
  if (within.length) item.append(element("ul", { class: "search-sections" }, ...within));
  return item;
}

/**
 * The section says which of the words it holds, in the forms in which the playbook writes them.
 * @param {import("./rank.js").SectionHit} hit
 * @param {string} href
 * @param {Index} index
 */
function sectionItem({ section, stems }, href, index) {
  const shortest = (/** @type {string[]} */ forms) =>
    forms.reduce((one, other) => (other.length < one.length ? other : one));
  const held = [...stems].map((key) => shortest(index.terms.get(key)?.forms ?? [key]));
  const marks = held.flatMap((word) => [" ", element("mark", { class: "search-mark" }, word)]);
  const link = element("a", { href: `${href}#${section.anchor}` }, section.heading);
  return element("li", {}, link, element("span", { class: "search-held" }, ...marks));
}

/**
 * What is said about the list: how many pages there are for the text, how many of them have what was filtered by, how many
 * are shown, and what was read for what was typed.
 * @param {{ text: string, wants: Want[], all: number, left: number, shown: number }} found
 */
export function statusOf({ text, wants, all, left, shown }) {
  /** @type {string[]} */
  const said = [];
  const corrected = wants.filter((want) => want.shown.length);
  const what = { text: quoted(text.trim()) };
  if (!all) said.push(words.none(what));
  else if (!left) said.push(words.none_filtered(what));
  else said.push(left < all ? words.filtered(left, { ...what, all }) : words.found(all, what));
  if (shown < left) said.push(words.best(shown));
  for (const want of corrected) {
    said.push(words.corrected({ shown: either(want.shown.map(quoted)), word: quoted(want.word) }));
  }
  for (const { word, meant } of shown ? wants : []) {
    if (meant.length) said.push(words.stands_for({ word: quoted(word.toUpperCase()), meant: either(meant.map(quoted)) }));
  }
  const unknown = wants.filter((want) => !want.options.length && !want.stop);
  if (shown && unknown.length) said.push(words.unknown({ words: either(unknown.map(({ word }) => quoted(word))) }));
  return said.join(" ");
}

/**
 * Where to go instead: nearest words, moments and kinds.
 * @param {Index} index
 * @param {URL} root
 * @param {string[]} near
 */
export function helpFor(index, root, near = []) {
  const help = element("div", { class: "search-help" });
  const add = (/** @type {string} */ heading, /** @type {HTMLElement[]} */ items) => {
    const rows = items.map((item) => element("li", {}, item));
    help.append(element("h2", {}, heading), element("ul", { class: "search-row" }, ...rows));
  };
  const link = (/** @type {{ plural: string, url: string }} */ { plural, url }) => element("a", { href: new URL(url, root).href }, plural);
  const kinds = index.kinds.filter(({ url }) => url);
  const buttons = near.map((word) => element("button", { type: "button", "data-word": word }, word));
  if (buttons.length) add(words.near, buttons);
  const moments = index.facets.find(({ word }) => word === "moment")?.values ?? [];
  if (moments.length) add(words.moments, moments.map(link));
  add(words.around, [...kinds, { plural: words.everything, url: "browse/" }].map(link));
  return help;
}
