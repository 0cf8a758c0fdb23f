// Shows what a team's answers come to: what to talk about first, and how each item is spread.
import { isProfile, itemNamed, leadingScores, outline, scoresOf, shown, titleOf } from "../../assessment-result/lazy/score-words.js";
import { element } from "../../element/element.js";
import { row, table } from "../../element/table.js";
import { distributions, median, mostApart, range, topics } from "./team-figures.js";
import words from "../words.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("./team-input.js").Person} Person */
/** @typedef {import("./team-figures.js").Distribution} Distribution */

const WHY = {
  apart: words.apart,
  weak: words.weak,
  open: words.open,
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
    ...partsTable(definition, people),
    element("h4", { class: "result-part" }, words.first),
    topicList(definition, topics(found, people), people),
    element("h4", { class: "result-part" }, words.differ),
    apartList(definition, mostApart(found)),
    element("h4", { class: "result-part" }, words.by_question),
    distributionTable(definition, found, people),
  ];
}

/**
 * @param {Definition} definition
 * @param {Person[]} people
 */
function scoreWords(definition, people) {
  const { scoring, texts } = definition;
  const told = (isProfile(scoring) ? leadingScores(scoring) : scoresOf(definition)).flatMap((one) => {
    const found = range(scoring, people, one.id);
    if (!found) return [];
    const [low, middle, high] = found.map((value) => shown(value, one));
    const { title } = texts.scores[one.id];
    return [low === high ? words.all_alike({ title, value: low }) : words.ranges({ title, low, high, middle })];
  });
  return words.summary(people.length, { ranges: told.join(". ") });
}

/**
 * The dimensions where they are many: the lowest, the middle and the highest score of each.
 * @param {Definition} definition
 * @param {Person[]} people
 */
function partsTable(definition, people) {
  const { scoring } = definition;
  if (!isProfile(scoring)) return [];
  const rows = outline(scoring).flatMap(({ wanted, depth }) => {
    const found = range(scoring, people, wanted.id);
    if (!found) return [];
    const line = row(titleOf(definition, wanted), ...found.map((value) => shown(value, wanted)));
    if (depth) line.cells[0].className = "is-part";
    else if (wanted.parts.length) line.className = "profile-whole";
    return [line];
  });
  return rows.length ? [table(words.by_part, [words.part, words.lowest, words.middle, words.highest], rows, "result-table profile-table team-parts")] : [];
}

/**
 * @param {Definition} definition
 * @param {import("./team-figures.js").Topic[]} chosen
 * @param {Person[]} people
 */
function topicList(definition, chosen, people) {
  const { texts } = definition;
  if (people.length < 2) return element("p", {}, words.one_person);
  if (!chosen.length) return element("p", {}, words.agreed);
  return element(
    "ol",
    { class: "links links--ordered team-topics" },
    chosen.map(({ item, why }) => {
      const target = item.advice.length ? texts.targets[item.advice[0]] : null; // what is counted leads nowhere
      return element("li", { "data-kind": target?.kind }, [
        element("b", {}, itemNamed(definition, item.id)),
        element("span", { class: "why" }, WHY[why]),
        target && element("span", { class: "because" }, [`${words.to_read} `, element("a", { href: target.url }, target.title)]),
      ]);
    }),
  );
}

/**
 * @param {Definition} definition
 * @param {Distribution[]} apart
 */
function apartList(definition, apart) {
  if (!apart.length) return element("p", {}, words.nowhere);
  return element("ul", {}, apart.map((one) => element("li", {}, words.spread_of({ title: itemNamed(definition, one.item.id), spread: percent(one.spread) }))));
}

/** @param {number} part */
const percent = (part) => words.of_hundred({ n: Math.round(part * 100) });

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
function distributionTable(definition, found, people) {
  const { texts } = definition;
  const rows = found.map((one) =>
    row(
      itemNamed(definition, one.item.id),
      optionsOf(texts, one.item).length ? histogram(texts, one, people.length) : numbers(one),
      one.answered > 1 ? percent(one.spread) : "–",
    ),
  );
  const caption = words.caption;
  return table(caption, [words.question, words.answers, words.spread], rows, "result-table team-table");
}

/** @param {Distribution} one */
function numbers(one) {
  if (!one.answered) return words.nobody;
  const [low, high] = [one.sorted[0], one.sorted[one.sorted.length - 1]];
  return low === high ? String(low) : words.numbers({ low, high, middle: median(one.sorted) });
}

/**
 * A bar for each answer, with its number in words.
 * @param {Definition["texts"]} texts
 * @param {Distribution} one
 * @param {number} people
 */
function histogram(texts, one, people) {
  const bars = optionsOf(texts, one.item).map(([value, label]) => countBar(label, one.counts.get(value) ?? 0, people));
  if (one.answered < people) bars.push(countBar(words.not_answered, people - one.answered, people));
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
  const rows = [[words.question, words.answer, words.people_column, words.spread_column]];
  for (const one of distributions(definition.scoring, people)) {
    const text = definition.texts.items[one.item.id].text;
    const spread = one.answered > 1 ? Math.round(one.spread * 100) : "";
    const options = optionsOf(definition.texts, one.item);
    const counted = options.length ? options : [...one.counts].filter(([, count]) => count).map(([value]) => [value, String(value)]);
    for (const [value, label] of counted) rows.push([text, label, one.counts.get(Number(value)) ?? 0, spread]);
    rows.push([text, words.not_answered, people.length - one.answered, ""]);
  }
  return rows;
}
