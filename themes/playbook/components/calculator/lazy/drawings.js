// The tables, curves and bars of a calculator, filled with what comes out.
import { all, one } from "../../element/find.js";
import { evaluate } from "../../formula/formula.js";
import { bars, path, placeX, placeY, shows } from "../../plot/lazy/plot.js";
import { numeral } from "./numerals.js";
import { cells, columnValue } from "./reckoning.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("./reckoning.js").Given} Given */
/** @typedef {import("../../formula/formula.js").Values} Values */

/**
 * @param {Element} area where they stand
 * @param {Program} program
 * @param {Given} given
 * @param {Values} values
 */
export function showDrawings(area, program, given, values) {
  const { tables, curves } = program;
  tables.forEach((table, at) => showCells(area, String(at), cells(program, given, table)));
  if (curves) {
    showCells(area, "curves", cells(program, given, curves));
    showCurves(area, program, curves, given, values);
  }
  const heights = program.bars.map((bar) => evaluate(bar.tree, values));
  const rects = all(area, "[data-bar]", Element);
  const texts = all(area, "[data-bar-value]", Element);
  bars(heights).forEach(([start, width], at) => {
    rects[at].setAttribute("x", String(start));
    rects[at].setAttribute("width", String(width));
    texts[at].textContent = numeral(heights[at], program.bars[at].decimals, program.bars[at].sign);
  });
}

/**
 * @param {Element} area
 * @param {string} name
 * @param {string[][]} rows
 */
function showCells(area, name, rows) {
  const body = one(area, `[data-table="${name}"] tbody`, HTMLTableSectionElement);
  rows.forEach((row, at) => row.forEach((text, column) => {
    body.rows[at].cells[column + 1].textContent = text;
  }));
}

/**
 * @param {Element} area
 * @param {Program} program
 * @param {import("../program.js").Curves} curves
 * @param {Given} given
 * @param {Values} values
 */
function showCurves(area, program, curves, given, values) {
  const { frame, over, samples } = curves;
  const lines = all(area, "[data-line]", Element);
  curves.columns.forEach((column, at) => {
    lines[at].setAttribute("d", path(frame, samples, (x) => columnValue(program, given, column, [[over.name, x]])));
  });
  const marks = all(area, "[data-mark]", Element);
  curves.marks.forEach((trees, at) => {
    const [x, y] = trees.map((tree) => evaluate(tree, values));
    const visible = x !== null && y !== null && shows(frame, x, y);
    marks[at].setAttribute("visibility", visible ? "visible" : "hidden");
    if (visible) marks[at].setAttribute("transform", `translate(${placeX(frame, x)} ${placeY(frame, y)})`);
  });
}
