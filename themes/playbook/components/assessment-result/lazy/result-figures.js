// The figures of a result: each score as a chart with its table, the parts, what changed over time.
import { score, scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { bounds } from "../../assessment-scoring/lazy/members.js";
import { methodOf } from "../../assessment-scoring/lazy/methods.js";
import { dayOf } from "../../element/day.js";
import { element } from "../../element/element.js";
import { row, table } from "../../element/table.js";
import { bandChart, bar, fieldChart, trendChart } from "./assessment-charts.js";
import { partOf, profile } from "./result-profile.js";
import { exact, isProfile, leadingScores, rangeOf, scored, scoresOf, shown, titleOf } from "./score-words.js";
import words from "../words.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Result} Result */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Scored} Scored */

/**
 * @param {Definition} definition
 * @param {Result} result
 */
export function charts(definition, result) {
  const many = isProfile(definition.scoring);
  const { total } = definition.scoring;
  const drawn = many ? scoresOf(definition).filter((one) => one === total) : scoresOf(definition);
  const nodes = drawn.flatMap((wanted) => {
    const one = scoredAs(result.scores, wanted.id);
    return wanted.bands.length && one.value !== null ? [bandFigure(definition, wanted, one, one.value)] : [];
  });
  const parts = many ? profile(definition, result) : partsTable(definition, result);
  return [...nodes, ...fieldFigure(definition, result), ...parts];
}

/**
 * @param {Definition} definition
 * @param {Score} wanted
 * @param {Scored} one
 * @param {number} value
 */
function bandFigure(definition, wanted, one, value) {
  return element("figure", { class: "chart" }, [
    element("figcaption", {}, caption(definition, wanted, one)),
    bandChart(wanted, definition.texts, value),
    bandTable(definition, wanted, one),
  ]);
}

/**
 * @param {Definition} definition
 * @param {Score} wanted
 * @param {Scored} one
 */
function caption(definition, wanted, one) {
  const text = words.told({ title: titleOf(definition, wanted), value: scored(definition, wanted, one.value) });
  if (one.tally) return `${text} ${words.tally({ left: one.tally[0], between: one.tally[1], right: one.tally[2] })}`;
  return `${text} ${wanted.direction === "high-is-bad" ? words.lower_better : words.higher_better}`;
}

/**
 * @param {Definition} definition
 * @param {Score} wanted
 * @param {Scored} one
 */
function bandTable(definition, wanted, one) {
  const rows = wanted.bands.map((band) => {
    const tr = row(definition.texts.bands[band.id].title, rangeOf(band), band.id === one.band ? words.here : "");
    if (band.id === one.band) tr.className = "is-here";
    return tr;
  });
  return element("details", { class: "as-table" }, [
    element("summary", {}, words.as_table),
    table(words.lies({ value: shown(one.value, wanted) }), [words.band, words.from_and_to, words.you], rows),
  ]);
}

/**
 * @param {Definition} definition
 * @param {Result} result
 */
function partsTable(definition, result) {
  const rows = definition.scoring.dimensions.flatMap((wanted) => {
    const one = scoredAs(result.scores, wanted.id);
    if (one.value === null || wanted.bands.length) return [];
    const value = scored(definition, wanted, one.value);
    const cell = [
      bar(partOf(definition, wanted, one.value), (one.badness ?? 0) > 0.5),
      wanted.direction === "high-is-bad" ? words.lower_better_too({ value }) : value,
    ];
    return [row(titleOf(definition, wanted), cell)];
  });
  return rows.length ? [table(words.by_part, [words.part, words.score], rows, "result-table result-parts")] : [];
}

/**
 * @param {Definition} definition
 * @param {Result} result
 */
function fieldFigure(definition, result) {
  const { scoring, texts } = definition;
  const { fields } = scoring;
  if (!fields) return [];
  const wanted = [fields.across, fields.up].flatMap((id) => scoring.dimensions.filter((one) => one.id === id));
  const parts = wanted.map((one) => partOf(definition, one, scoredAs(result.scores, one.id).value));
  const splits = wanted.map((one) => {
    const [low, high] = bounds(scoring, one);
    return (fields.split - low) / (high - low);
  });
  return [
    element("figure", { class: "chart" }, [
      element("figcaption", {}, words.split({ number: exact(fields.split) })),
      fieldChart(fields, texts, result.field, parts, splits),
    ]),
  ];
}

/** @param {Definition} definition */
const leading = ({ scoring }) =>
  scoring.total ?? scoring.dimensions.find((one) => one.bands.length) ?? scoring.dimensions[0];

/**
 * The score that a result is told by, over time: the total, or else the first dimension that has bands.
 * @param {Definition} definition
 * @param {import("../../answers-store/answers-record.js").PastResult[]} history
 */
export function trend(definition, history) {
  const wanted = leading(definition);
  if (history.length < 2 || !wanted) return [];
  const past = history.map((one) => ({ at: one.at, scores: score(definition.scoring, one.answers).scores }));
  /** @type {[number, number]} */
  const range = methodOf(wanted).byFormula ? [Infinity, -Infinity] : bounds(definition.scoring, wanted);
  const columns = isProfile(definition.scoring) ? leadingScores(definition.scoring) : scoresOf(definition);
  const rows = past.map(({ at, scores }) =>
    row(dayOf(at), ...columns.map((one) => shown(scoredAs(scores, one.id).value, one))),
  );
  return [
    element("figure", { class: "chart" }, [
      trendChart(past.map(({ scores }) => scoredAs(scores, wanted.id).value), range),
      table(words.one_over_time({ title: titleOf(definition, wanted) }), [words.day, ...columns.map((one) => titleOf(definition, one))], rows),
    ]),
  ];
}
