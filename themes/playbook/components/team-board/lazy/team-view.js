// Shows what a team's answers come to: what to talk about first, and how each item is spread.
import { scoresOf, shown } from "../../assessment-result/lazy/score-words.js";
import { element } from "../../element/element.js";
import { row, table } from "../../element/table.js";
import { distributions, median, mostApart, range, topics } from "./team-figures.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("./team-input.js").Person} Person */
/** @typedef {import("./team-figures.js").Distribution} Distribution */

const WHY = {
  apart: "You see this differently. Hear one example from either end before anybody explains.",
  weak: "You agree that this is weak. Skip the diagnosis and talk about the first step.",
  open: "Many left this open. Perhaps nobody here knows; who could find out?",
};

/**
 * @param {Definition} definition
 * @param {Person[]} people
 */
export function teamView(definition, people) {
  const found = distributions(definition.scoring, people);
  return [
    element("h3", { class: "team-title" }, definition.title),
    element("p", {}, scoreWords(definition, people)),
    element("h4", { class: "result-part" }, "What to talk about first"),
    topicList(definition, topics(found, people), people),
    element("h4", { class: "result-part" }, "Where you differ most"),
    apartList(definition, mostApart(found)),
    element("h4", { class: "result-part" }, "Question by question"),
    distributionTable(definition, found, people),
  ];
}

/**
 * @param {Definition} definition
 * @param {Person[]} people
 */
function scoreWords(definition, people) {
  const { scoring, texts } = definition;
  const told = scoresOf(definition).flatMap((one) => {
    const found = range(scoring, people, one.id);
    if (!found) return [];
    const [low, middle, high] = found.map((value) => shown(value, one));
    return [`${texts.scores[one.id].title}: ${low} to ${high}, the middle at ${middle}`];
  });
  return `${people.length} ${people.length === 1 ? "person" : "people"}. ${told.join(". ")}. Scores of a group hide what matters: look at the differences.`;
}

/**
 * @param {Definition} definition
 * @param {import("./team-figures.js").Topic[]} chosen
 * @param {Person[]} people
 */
function topicList({ texts }, chosen, people) {
  if (people.length < 2) return element("p", {}, "One person is not a team yet. Add the links of the others.");
  if (!chosen.length) return element("p", {}, "You agree on nearly everything, and nothing stands out as weak. Ask somebody from outside to fill it in.");
  return element(
    "ol",
    { class: "links links--ordered team-topics" },
    chosen.map(({ item, why }) => {
      const target = item.advice.length ? texts.targets[item.advice[0]] : null; // what is counted leads nowhere
      return element("li", { "data-kind": target?.kind }, [
        element("b", {}, texts.items[item.id].text),
        element("span", { class: "why" }, WHY[why]),
        target && element("span", { class: "because" }, ["To read: ", element("a", { href: target.url }, target.title)]),
      ]);
    }),
  );
}

/**
 * @param {Definition} definition
 * @param {Distribution[]} apart
 */
function apartList({ texts }, apart) {
  if (!apart.length) return element("p", {}, "Nowhere by much.");
  return element("ul", {}, apart.map((one) => element("li", {}, `${texts.items[one.item.id].text} (spread ${percent(one.spread)})`)));
}

/** @param {number} part */
const percent = (part) => `${Math.round(part * 100)} of 100`;

/**
 * What stands for each possible answer of an item: the labels, or for numbers nothing.
 * @param {Definition["texts"]} texts
 * @param {{ id: string }} item
 */
const optionsOf = (texts, item) => texts.items[item.id].options;

/**
 * @param {Definition} definition
 * @param {Distribution[]} found
 * @param {Person[]} people
 */
function distributionTable({ texts }, found, people) {
  const rows = found.map((one) =>
    row(
      texts.items[one.item.id].text,
      optionsOf(texts, one.item).length ? histogram(texts, one, people.length) : numbers(one),
      one.answered > 1 ? percent(one.spread) : "–",
    ),
  );
  const caption = "How many gave which answer. A spread of 0 means all alike, 100 that half stand at either end.";
  return table(caption, ["Question", "Answers", "Spread"], rows, "result-table team-table");
}

/** @param {Distribution} one */
function numbers(one) {
  if (!one.answered) return "Nobody answered";
  return `From ${one.sorted[0]} to ${one.sorted.at(-1)}, the middle at ${median(one.sorted)}`;
}

/**
 * A bar for each answer, with its number in words.
 * @param {Definition["texts"]} texts
 * @param {Distribution} one
 * @param {number} people
 */
function histogram(texts, one, people) {
  const bars = optionsOf(texts, one.item).map(([value, label]) => countBar(label, one.counts.get(value) ?? 0, people));
  if (one.answered < people) bars.push(countBar("Not answered", people - one.answered, people));
  return element("ul", { class: "spread" }, bars);
}

/**
 * @param {string} label
 * @param {number} count
 * @param {number} people
 */
function countBar(label, count, people) {
  const part = element("span", { class: "spread-part", "aria-hidden": "true" });
  part.style.inlineSize = `${(count / people) * 100}%`;
  return element("li", { class: count ? null : "spread-none" }, [
    element("span", { class: "spread-label" }, `${label}: ${count}`),
    element("span", { class: "spread-bar", "aria-hidden": "true" }, part),
  ]);
}

/**
 * The distribution as rows of a spreadsheet.
 * @param {Definition} definition
 * @param {Person[]} people
 */
export function exportRows(definition, people) {
  /** @type {(string | number)[][]} */
  const rows = [["Question", "Answer", "People", "Spread (0 to 100)"]];
  for (const one of distributions(definition.scoring, people)) {
    const text = definition.texts.items[one.item.id].text;
    const spread = one.answered > 1 ? Math.round(one.spread * 100) : "";
    const options = optionsOf(definition.texts, one.item);
    const counted = options.length ? options : [...one.counts].filter(([, count]) => count).map(([value]) => [value, String(value)]);
    for (const [value, label] of counted) rows.push([text, label, one.counts.get(Number(value)) ?? 0, spread]);
    rows.push([text, "Not answered", people.length - one.answered, ""]);
  }
  return rows;
}
