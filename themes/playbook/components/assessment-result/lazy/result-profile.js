// The dimensions of a result where they are many or parts of one another: a table for each outermost one, and what their bands mean.
import { scoredAs } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { bounds } from "../../assessment-scoring/lazy/members.js";
import { element } from "../../element/element.js";
import { bar } from "./assessment-charts.js";
import { isProfile, outline, scored, titleOf } from "./score-words.js";
import words from "../words.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Result} Result */
/** @typedef {{ wanted: Score, depth: number }} Line */

/**
 * How far a value lies on the way from the low to the high end of its score, from 0 to 1.
 * @param {Definition} definition
 * @param {Score} wanted
 * @param {number | null} value
 */
export function partOf(definition, wanted, value) {
  const [low, high] = bounds(definition.scoring, wanted);
  return value === null || high === low ? 0 : (value - low) / (high - low);
}

/**
 * The total without bands, and a table for each outermost dimension with its parts. Those without parts share one.
 * @param {Definition} definition
 * @param {Result} result
 */
export function profile(definition, result) {
  const lines = outline(definition.scoring);
  /** @type {Line[][]} */
  const groups = [];
  for (const [at, line] of lines.entries()) {
    const hasParts = (lines[at + 1]?.depth ?? 0) > line.depth;
    const alone = groups.at(-1)?.every(({ wanted }) => !wanted.parts.length) ?? false;
    if (line.depth === 0 && (hasParts || !alone)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const { total } = definition.scoring;
  const whole = total && !total.bands.length ? [{ wanted: total, depth: 0 }] : [];
  return [
    ...(whole.length ? [tableOf(definition, result, whole, words.together)] : []),
    element(
      "div",
      { class: "profile" },
      groups.map((group) => tableOf(definition, result, group, group[0].wanted.parts.length ? titleOf(definition, group[0].wanted) : words.by_part)),
    ),
  ];
}

/**
 * @param {Definition} definition
 * @param {Result} result
 * @param {Line[]} lines
 * @param {string} caption
 */
const tableOf = (definition, result, lines, caption) =>
  element("table", { class: "result-table profile-table" }, [
    element("caption", { class: "visually-hidden" }, caption),
    element("thead", { class: "visually-hidden" }, element("tr", {}, [words.part, words.score].map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, lines.map((line) => rowOf(definition, result, line))),
  ]);

/**
 * @param {Definition} definition
 * @param {Result} result
 * @param {Line} line
 */
function rowOf(definition, result, { wanted, depth }) {
  const { value, band, badness } = scoredAs(result.scores, wanted.id);
  const said = value === null ? words.not_answered : scored(definition, wanted, value);
  const lower = value !== null && wanted.direction === "high-is-bad";
  return element("tr", { class: wanted.parts.length || wanted === definition.scoring.total ? "profile-whole" : null }, [
    element("th", { scope: "row", class: depth ? "is-part" : null }, titleOf(definition, wanted)),
    element("td", {}, [
      bar(partOf(definition, wanted, value), (badness ?? 0) > 0.5),
      element("span", { class: "profile-score" }, lower ? words.lower_better_too({ value: said }) : said),
      band ? element("span", { class: "profile-band" }, definition.texts.bands[band].title) : null,
    ]),
  ]);
}

/**
 * What the bands mean that the dimensions reached.
 * @param {Definition} definition
 * @param {Result} result
 */
export function meanings(definition, result) {
  if (!isProfile(definition.scoring)) return [];
  const { bands } = definition.texts;
  const lines = outline(definition.scoring).flatMap(({ wanted }) => {
    const { band } = scoredAs(result.scores, wanted.id);
    if (!band) return [];
    const line = `${words.named({ title: titleOf(definition, wanted), value: bands[band].title })}.`;
    return [element("p", { class: "result-meaning" }, [element("b", {}, line), " ", bands[band].meaning])];
  });
  return lines.length ? [element("h4", { class: "result-part" }, words.by_part), ...lines] : [];
}
