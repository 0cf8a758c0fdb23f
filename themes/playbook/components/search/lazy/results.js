// How results are shown: the list, what is said about it, and what to do where there is none.
import { make, either, quoted } from "./make.js";
import { nodes } from "./mark.js";
import { sections } from "./rank.js";

// One result: a link with its kind and summary, and the sections in which the words stand.
export function resultItem(result, position, { wants, index, root }) {
  const { page, marked } = result;
  const href = new URL(page.url, root).href;
  const link = make("a", { href, "data-search-result": position }, ...nodes(page.title, marked));
  const item = make(
    "li",
    { "data-kind": page.kind.key },
    make("p", { class: "search-title" }, link, " ", make("span", { class: "search-kind" }, page.kind.label)),
    make("p", { class: "search-summary" }, ...nodes(page.summary, marked)),
  );
  const within = sections(result, wants, index).map((one) => sectionItem(one, href, index));
  if (within.length) item.append(make("ul", { class: "search-sections" }, ...within));
  return item;
}

// The section says which of the words it holds, in the forms in which the playbook writes them.
function sectionItem({ section, stems }, href, index) {
  const shortest = (forms) => forms.reduce((one, other) => (other.length < one.length ? other : one));
  const held = [...stems].map((key) => shortest(index.terms.get(key).forms));
  const marks = held.flatMap((word) => [" ", make("mark", { class: "search-mark" }, word)]);
  const link = make("a", { href: `${href}#${section.anchor}` }, section.heading);
  return make("li", {}, link, make("span", { class: "search-held" }, ...marks));
}

// What is said about the list: how many, and what was read for what was typed.
export function statusOf({ text, wants, shown, narrowed }) {
  const said = [];
  const corrected = wants.filter((want) => want.shown.length);
  if (shown) said.push(`${shown} ${shown === 1 ? "page" : "pages"} for ${quoted(text.trim())}.`);
  else if (narrowed) said.push(`No page for ${quoted(text.trim())} has what you filtered by.`);
  else said.push(`No page for ${quoted(text.trim())}.`);
  for (const want of corrected) {
    said.push(`Showing results for ${either(want.shown.map(quoted))}: the playbook has no ${quoted(want.word)}.`);
  }
  const unknown = wants.filter((want) => !want.options.length && !want.stop);
  if (shown && unknown.length) said.push(`No page speaks of ${either(unknown.map(({ word }) => quoted(word)))}.`);
  return said.join(" ");
}

// Where to go instead: nearest words, moments and kinds.
export function helpFor(index, root, near = []) {
  const help = make("div", { class: "search-help" });
  const add = (heading, items) => {
    const rows = items.map((item) => make("li", {}, item));
    help.append(make("h2", {}, heading), make("ul", { class: "search-row" }, ...rows));
  };
  const link = ({ plural, url }) => make("a", { href: new URL(url, root).href }, plural);
  const kinds = index.kinds.filter(({ url }) => url);
  const buttons = near.map((word) => make("button", { type: "button", "data-word": word }, word));
  if (buttons.length) add("Near to it in the playbook", buttons);
  if (index.moments.length) add("Where are you just now?", index.moments.map(link));
  add("Or look around", [...kinds, { plural: "Everything", url: "browse/" }].map(link));
  return help;
}
