// Shows what answers come to: the band and its meaning, a chart with its table, the best next pages, what changed.
import { bandChart, bar, fieldChart, trendChart } from "./assessment-charts.js";
import { bounds, reached, score, TOTAL } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { dayOf, element } from "../../assessment/element.js";

/** A number as it is written: with the decimals of its score. */
export const shown = (value, wanted) => (value === null ? "–" : value.toFixed(wanted.decimals));

const scoresOf = ({ scoring }) => [...(scoring.total ? [scoring.total] : []), ...scoring.dimensions];

/** The score that a result is told by: the total, or else the first dimension that has bands. */
export function leading({ scoring }) {
  return scoring.total ?? scoring.dimensions.find((one) => one.bands.length) ?? null;
}

/** What stands behind a number: its unit, or what it is out of. */
function scale(definition, wanted) {
  const unit = definition.texts.scores[wanted.id].unit;
  if (unit) return ` ${unit}`;
  const [, high] = bounds(definition.scoring, wanted);
  return wanted.method === "formula" ? "" : ` of ${shown(high, wanted)}`;
}

/** One line for those who are still answering: the score so far. */
export function soFar(definition, answers) {
  const result = score(definition.scoring, answers);
  return scoresOf(definition)
    .filter((wanted) => wanted.bands.length || !definition.scoring.total)
    .map((wanted) => [wanted, result.scores.get(wanted.id)])
    .filter(([, one]) => one.value !== null)
    .map(([wanted, one]) => {
      const band = one.band ? `, ${definition.texts.bands[one.band].title}` : "";
      return `${definition.texts.scores[wanted.id].title}: ${shown(one.value, wanted)}${scale(definition, wanted)}${band}`;
    })
    .join(" · ");
}

/** Whether enough is answered to say anything. */
export function isEnough(definition, answers) {
  const { scores } = score(definition.scoring, answers);
  const required = definition.scoring.total
    ? [scores.get(TOTAL)]
    : definition.scoring.dimensions.map((dimension) => scores.get(dimension.id));
  return required.every((one) => one.value !== null);
}

/** The whole result, as nodes. `history` holds the results of earlier days, the oldest first. */
export function resultView(definition, answers, { at, history = [], before = null, level = 3 } = {}) {
  const result = score(definition.scoring, answers);
  const heading = (extra, text, attributes = { class: "result-part" }) => element(`h${level + extra}`, attributes, text);
  return [
    ...verdict(definition, result, at, heading),
    ...guess(definition, answers, result),
    ...charts(definition, result),
    ...picks(definition, answers, result, heading),
    ...lever(definition, result),
    ...changes(definition, answers, result, before, heading),
    ...trend(definition, history, heading),
    answersTable(definition, answers, result, heading),
  ];
}

function verdict(definition, result, at, heading) {
  const { texts, scoring } = definition;
  const bands = reached(scoring, result.scores, result.field);
  const titles = bands.map((band) => texts.bands[band.id].title);
  const text = titles.length ? titles.join(" · ") : "Your result";
  return [
    element("p", { class: "result-kind" }, [at ? `Result of ${dayOf(at)}` : "Result", " · a guide for talk, not a measurement"]),
    heading(0, text, { class: "result-title", tabindex: "-1", id: "result-title" }),
    ...bands.map((band) =>
      element("p", { class: "result-meaning" }, bands.length > 1 ? [element("b", {}, `${texts.bands[band.id].title}. `), texts.bands[band.id].meaning] : texts.bands[band.id].meaning),
    ),
    ...knocked(definition, result),
  ];
}

function knocked({ texts, scoring }, result) {
  const total = result.scores.get(TOTAL);
  const byValue = scoring.total?.bands.find((band) => band.low <= total.value && total.value <= band.high);
  if (!byValue || byValue.id === total.band) return [];
  const rule = scoring.knock_outs.find((one) => one.band === total.band);
  return [element("p", {}, `By its number alone this would be “${texts.bands[byValue.id].title}”. ${texts.knockOuts[rule.item]}`)];
}

function guess(definition, answers, result) {
  const counted = new Set(
    scoresOf(definition).flatMap((wanted) => (result.scores.get(wanted.id).value === null ? [] : wanted.items)),
  );
  const open = [...counted].filter((id) => !answers.has(id)).length;
  if (!open) return [];
  const words = open === 1 ? "One question is" : `${open} questions are`;
  return [
    element("p", { class: "result-guess" }, `${words} not answered. The others stand for what is missing: an estimate.`),
  ];
}

function charts(definition, result) {
  const { scoring, texts } = definition;
  const banded = scoresOf(definition).filter((wanted) => wanted.bands.length && result.scores.get(wanted.id).value !== null);
  const nodes = banded.map((wanted) =>
    element("figure", { class: "chart" }, [
      element("figcaption", {}, told(definition, wanted, result)),
      bandChart(wanted, texts, result.scores.get(wanted.id).value),
      bandTable(definition, wanted, result.scores.get(wanted.id)),
    ]),
  );
  if (scoring.fields) nodes.push(fieldFigure(definition, result));
  return [...nodes, partsTable(definition, result)].filter(Boolean);
}

function told(definition, wanted, result) {
  const one = result.scores.get(wanted.id);
  const text = `${definition.texts.scores[wanted.id].title}: ${shown(one.value, wanted)}${scale(definition, wanted)}.`;
  if (one.tally) return `${text} ${one.tally[0]} lean left, ${one.tally[1]} in between, ${one.tally[2]} right.`;
  return `${text} ${wanted.direction === "high-is-bad" ? "The lower the better." : "The higher the better."}`;
}

function table(caption, head, rows, attributes = {}) {
  return element("table", { class: "result-table", ...attributes }, [
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, head.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, rows),
  ]);
}

function row(first, ...cells) {
  return element("tr", {}, [element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell))]);
}

function bandTable(definition, wanted, one) {
  const rows = wanted.bands.map((band) => {
    const tr = row(definition.texts.bands[band.id].title, `${shown(band.low, wanted)} to ${shown(band.high, wanted)}`, band.id === one.band ? "here" : "");
    if (band.id === one.band) tr.className = "is-here";
    return tr;
  });
  return element("details", { class: "as-table" }, [
    element("summary", {}, "The same as a table"),
    table(`Where ${shown(one.value, wanted)} lies`, ["Band", "From and to", "You"], rows),
  ]);
}

function partOf(definition, wanted, one) {
  const [low, high] = bounds(definition.scoring, wanted);
  return one.value === null || high === low ? 0 : (one.value - low) / (high - low);
}

function partsTable(definition, result) {
  const rows = definition.scoring.dimensions
    .map((wanted) => [wanted, result.scores.get(wanted.id)])
    .filter(([wanted, one]) => one.value !== null && !wanted.bands.length)
    .map(([wanted, one]) =>
      row(definition.texts.scores[wanted.id].title, [
        bar(partOf(definition, wanted, one), one.badness > 0.5),
        `${shown(one.value, wanted)}${scale(definition, wanted)}${wanted.direction === "high-is-bad" ? ", the lower the better" : ""}`,
      ]),
    );
  return rows.length ? table("Part by part", ["Part", "Score"], rows, { class: "result-table result-parts" }) : null;
}

function fieldFigure(definition, result) {
  const { scoring, texts } = definition;
  const { fields } = scoring;
  const wanted = [fields.across, fields.up].map((id) => scoring.dimensions.find((one) => one.id === id));
  const parts = wanted.map((one) => partOf(definition, one, result.scores.get(one.id)));
  const splits = wanted.map((one) => {
    const [low, high] = bounds(scoring, one);
    return (fields.split - low) / (high - low);
  });
  return element("figure", { class: "chart" }, [
    element("figcaption", {}, `High begins at ${shown(fields.split, wanted[0])}.`),
    fieldChart(fields, texts, result.field, parts, splits),
  ]);
}

function reasonFor({ texts }, answers, pick) {
  if (pick.kind === "item") {
    const item = texts.items[pick.by];
    return `${item.text}: ${answerText(item, answers.get(pick.by))}`;
  }
  return pick.kind === "dimension" ? `Weakest part: ${texts.scores[pick.by].title}` : `Result: ${texts.bands[pick.by].title}`;
}

/** What somebody answered, in words. */
export function answerText(item, value) {
  if (value === undefined) return "not answered";
  return item.options.find(([code]) => code === value)?.[1] ?? String(value);
}

/** A link to an entry that advice leads to, with its reason. */
export function advice(definition, { to, kind, by }) {
  const target = definition.texts.targets[to];
  return [
    element("a", { href: target.url, "data-kind": target.kind }, target.title),
    " ",
    element("span", { class: "kind" }, target.label),
    element("span", { class: "why" }, definition.texts.whys[`${kind}:${by}:${to}`]),
  ];
}

function picks(definition, answers, result, heading) {
  if (!result.picks.length) return [];
  return [
    heading(1, result.picks.length === 1 ? "The best next page" : "The best next pages"),
    element(
      "ol",
      { class: "links links--ordered result-picks" },
      result.picks.map((pick) =>
        element("li", { "data-kind": definition.texts.targets[pick.to].kind }, [
          ...advice(definition, pick),
          element("span", { class: "because" }, reasonFor(definition, answers, pick)),
        ]),
      ),
    ),
  ];
}

function lever({ scoring, texts }, result) {
  if (!result.lever) return [];
  const wanted = scoring.dimensions.find((one) => one.id === result.lever);
  const words = wanted.direction === "high-is-bad" ? "One point less of" : "One point more of";
  return [element("p", { class: "result-lever" }, `${words} “${texts.scores[wanted.id].title}” would move the result most.`)];
}

function changes(definition, answers, result, before, heading) {
  if (!before) return [];
  const { texts, scoring } = definition;
  const then = score(scoring, before.answers);
  const lines = scoresOf(definition)
    .map((wanted) => [wanted, then.scores.get(wanted.id).value, result.scores.get(wanted.id).value])
    .filter(([, old, now]) => old !== null && now !== null && old !== now)
    .map(([wanted, old, now]) => `${texts.scores[wanted.id].title}: from ${shown(old, wanted)} to ${shown(now, wanted)}`);
  for (const item of scoring.items) {
    const [old, now] = [before.answers.get(item.id), answers.get(item.id)];
    if (old === now) continue;
    lines.push(`${texts.items[item.id].text}: from “${answerText(texts.items[item.id], old)}” to “${answerText(texts.items[item.id], now)}”`);
  }
  return [
    heading(1, `What changed since ${dayOf(before.at)}`),
    lines.length
      ? element("ul", { class: "result-changes" }, lines.map((line) => element("li", {}, line)))
      : element("p", {}, "Nothing. All answers are the same."),
  ];
}

function trend(definition, history, heading) {
  const wanted = leading(definition) ?? definition.scoring.dimensions[0];
  if (history.length < 2 || !wanted) return [];
  const id = wanted.id;
  const scored = history.map((one) => [one.at, score(definition.scoring, one.answers)]);
  const range = wanted.method === "formula" ? [Infinity, -Infinity] : bounds(definition.scoring, wanted);
  const columns = scoresOf(definition);
  const rows = scored.map(([at, result]) => row(dayOf(at), ...columns.map((one) => shown(result.scores.get(one.id).value, one))));
  return [
    heading(1, "Over time"),
    element("figure", { class: "chart" }, [
      trendChart(scored.map(([, result]) => result.scores.get(id).value), range),
      table(`${definition.texts.scores[id].title} over time`, ["Day", ...columns.map((one) => definition.texts.scores[one.id].title)], rows),
    ]),
  ];
}

function answersTable(definition, answers, result, heading) {
  const { texts, scoring } = definition;
  const rows = scoring.items.map((item) => {
    const links = result.worries.includes(item.id)
      ? item.advice.map((to) => element("div", {}, element("a", { href: texts.targets[to].url }, texts.targets[to].title)))
      : [];
    return row(texts.items[item.id].text, answerText(texts.items[item.id], answers.get(item.id)), links);
  });
  return element("section", { class: "result-answers" }, [
    heading(1, "Answer by answer"),
    table("Every answer, and where those in the worse half lead", ["Question", "Answer", "Read"], rows),
  ]);
}
