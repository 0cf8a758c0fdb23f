// Charts of a result. Each stands beside a table that says the same; to screen readers the charts are silent.
import { drawing, element } from "../../element/element.js";

/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {import("../../assessment/definition.js").Texts} Texts */

/**
 * The bands of a score side by side, and a mark where the value lies.
 * @param {Score} wanted
 * @param {Texts} texts
 * @param {number} value
 */
export function bandChart(wanted, texts, value) {
  const here = wanted.bands.findIndex((band) => band.low <= value && value <= band.high);
  const cells = wanted.bands.map((band, at) =>
    element("div", { class: at === here ? "bands-cell bands-cell--here" : "bands-cell" }, texts.bands[band.id].title),
  );
  const chart = element("div", { class: "bands", "aria-hidden": "true" }, cells);
  if (here >= 0) {
    const { low, high } = wanted.bands[here];
    const within = high > low ? (value - low) / (high - low) : 0.5;
    const mark = element("div", { class: "bands-mark" });
    mark.style.insetInlineStart = `${((here + 0.08 + 0.84 * within) / cells.length) * 100}%`;
    chart.append(mark);
  }
  return chart;
}

/**
 * A bar from the low to the high end of a range.
 * @param {number} part how much of it is full, from 0 to 1
 * @param {boolean} isBad
 */
export function bar(part, isBad) {
  const inner = element("div", { class: isBad ? "bar-part bar-part--bad" : "bar-part" });
  inner.style.inlineSize = `${Math.max(0, Math.min(1, part)) * 100}%`;
  return element("div", { class: "bar", "aria-hidden": "true" }, inner);
}

/**
 * The four fields of two dimensions, and a mark where both values meet.
 * @param {import("../../assessment/definition.js").Fields} fields
 * @param {Texts} texts
 * @param {string | null} here the id of the field that was reached
 * @param {number[]} at how far both values lie on their ways, from 0 to 1
 * @param {number[]} splits where high begins on these ways
 */
export function fieldChart(fields, texts, here, at, splits) {
  const cells = [true, false].flatMap((up) =>
    [false, true].map((across) => {
      const field = fields.fields.find((one) => one.up_high === up && one.across_high === across);
      if (!field) return null;
      return element("div", { class: field.id === here ? "field field--here" : "field" }, texts.bands[field.id].title);
    }),
  );
  const mark = element("div", { class: "field-mark" });
  mark.style.insetInlineStart = `${placed(at[0], splits[0]) * 100}%`;
  mark.style.insetBlockEnd = `${placed(at[1], splits[1]) * 100}%`;
  return element("div", { class: "fields-chart", "aria-hidden": "true" }, [
    element("div", { class: "fields-up" }, `${texts.scores[fields.up].title} →`),
    element("div", { class: "fields" }, [...cells, mark]),
    element("div", { class: "fields-across" }, `${texts.scores[fields.across].title} →`),
  ]);
}

/**
 * Where a value stands, if its split is drawn in the middle.
 * @type {(part: number, split: number) => number}
 */
const placed = (part, split) => (part < split ? (part / split) * 0.5 : 0.5 + ((part - split) / (1 - split || 1)) * 0.5) * 0.92 + 0.04;

/**
 * Values over time as a line.
 * @param {(number | null)[]} values
 * @param {[low: number, high: number]} range at least so much is drawn
 */
export function trendChart(values, [low, high]) {
  const known = values.filter((value) => value !== null);
  const top = Math.max(high, ...known);
  const bottom = Math.min(low, ...known);
  const x = (/** @type {number} */ at) => 12 + (at * 376) / Math.max(1, values.length - 1);
  const y = (/** @type {number} */ value) => 88 - ((value - bottom) / (top - bottom || 1)) * 76;
  const points = values.flatMap((value, at) => (value === null ? [] : [[x(at), y(value)]]));
  return drawing("svg", { class: "trend", viewBox: "0 0 400 100", "aria-hidden": "true", focusable: "false" }, [
    drawing("path", { class: "trend-axis", d: "M4 96H396" }),
    drawing("polyline", { class: "trend-line", points: points.map((point) => point.join(",")).join(" ") }),
    points.map(([cx, cy]) => drawing("circle", { class: "trend-dot", cx, cy, r: 5 })),
  ]);
}
