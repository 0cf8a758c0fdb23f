// Shows what a team's answers come to: what to talk about first, and how each item is spread.
import { shown } from "../../assessment-result/lazy/assessment-result.js";
import { element } from "../../assessment/element.js";
import { distributions, median, mostApart, range, topics } from "./team-figures.js";

const WHY = {
  apart: "You see this differently. Hear one example from either end before anybody explains.",
  weak: "You agree that this is weak. Skip the diagnosis and talk about the first step.",
  open: "Many left this open. Perhaps nobody here knows; who could find out?",
};

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

function scoreWords({ scoring, texts }, people) {
  const wanted = [...(scoring.total ? [scoring.total] : []), ...scoring.dimensions];
  const told = wanted
    .map((one) => [one, range(scoring, people, one.id)])
    .filter(([, found]) => found)
    .map(([one, [low, middle, high]]) => `${texts.scores[one.id].title}: ${shown(low, one)} to ${shown(high, one)}, the middle at ${shown(middle, one)}`);
  return `${people.length} ${people.length === 1 ? "person" : "people"}. ${told.join(". ")}. Scores of a group hide what matters: look at the differences.`;
}

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

function apartList({ texts }, apart) {
  if (!apart.length) return element("p", {}, "Nowhere by much.");
  return element("ul", {}, apart.map((one) => element("li", {}, `${texts.items[one.item.id].text} (spread ${percent(one.spread)})`)));
}

const percent = (part) => `${Math.round(part * 100)} of 100`;

/** What stands for each possible answer of an item: the labels, or for numbers nothing. */
const optionsOf = (texts, item) => texts.items[item.id].options;

function distributionTable({ texts }, found, people) {
  const head = ["Question", "Answers", "Spread"].map((text) => element("th", { scope: "col" }, text));
  const rows = found.map((one) =>
    element("tr", {}, [
      element("th", { scope: "row" }, texts.items[one.item.id].text),
      element("td", {}, optionsOf(texts, one.item).length ? histogram(texts, one, people.length) : numbers(one)),
      element("td", {}, one.answered > 1 ? percent(one.spread) : "–"),
    ]),
  );
  return element("table", { class: "result-table team-table" }, [
    element("caption", {}, "How many gave which answer. A spread of 0 means all alike, 100 that half stand at either end."),
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rows),
  ]);
}

function numbers(one) {
  if (!one.answered) return "Nobody answered";
  return `From ${one.sorted[0]} to ${one.sorted.at(-1)}, the middle at ${median(one.sorted)}`;
}

/** A bar for each answer, with its number in words. */
function histogram(texts, one, people) {
  const rows = optionsOf(texts, one.item).map(([value, label]) => row(label, one.counts.get(value), people));
  if (one.answered < people) rows.push(row("Not answered", people - one.answered, people));
  return element("ul", { class: "spread" }, rows);
}

function row(label, count, people) {
  const part = element("span", { class: "spread-part", "aria-hidden": "true" });
  part.style.inlineSize = `${(count / people) * 100}%`;
  return element("li", { class: count ? null : "spread-none" }, [
    element("span", { class: "spread-label" }, `${label}: ${count}`),
    element("span", { class: "spread-bar", "aria-hidden": "true" }, part),
  ]);
}

/** The distribution as rows of a spreadsheet. */
export function exportRows(definition, people) {
  const rows = [["Question", "Answer", "People", "Spread (0 to 100)"]];
  for (const one of distributions(definition.scoring, people)) {
    const text = definition.texts.items[one.item.id].text;
    const spread = one.answered > 1 ? Math.round(one.spread * 100) : "";
    const options = optionsOf(definition.texts, one.item);
    const counted = options.length ? options : [...one.counts].filter(([, count]) => count).map(([value]) => [value, String(value)]);
    for (const [value, label] of counted) rows.push([text, label, one.counts.get(value), spread]);
    rows.push([text, "Not answered", people.length - one.answered, ""]);
  }
  return rows;
}
