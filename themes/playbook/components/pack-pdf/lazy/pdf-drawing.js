// Drawings of straight lines, such as QR codes, on pages that a pack writes itself.
import { Name } from "../../pdf-reader/lazy/pdf-values.js";
import { stringOf } from "./pdf-writer.js";

/** @typedef {import("../../page-text/lazy/page-text.js").Drawing} Drawing */

const SIDE = 22 * (72 / 25.4); // a module of a code is about half a millimetre

/**
 * The path of a drawing (SVG) as that of a PDF. Pure.
 * @param {string} path of the commands M, h, v and z
 */
export function straight(path) {
  let [x, y] = [0, 0];
  return [...path.matchAll(/M(\d+) (\d+)|([hv])(-?\d+)|z/g)]
    .map(([all, left, top, command, by]) => {
      if (all === "z") return "h";
      if (left) [x, y] = [Number(left), Number(top)];
      else if (command === "h") x += Number(by);
      else y += Number(by);
      return `${x} ${y} ${left ? "m" : "l"}`;
    })
    .join(" ");
}

/**
 * @param {import("./pdf-page.js").PdfPages} pages
 * @param {Drawing} drawing
 * @param {import("../../pdf-reader/lazy/pdf-values.js").Ref} parent
 * @returns {import("./pdf-items.js").Item}
 */
export function drawingItem(pages, { label, side, paths }, parent) {
  const element = pages.element("Figure", parent, [["Alt", stringOf(label)]]);
  const scale = SIDE / side;
  return {
    height: SIDE,
    stays: true,
    draw: (x, top) => {
      const filled = paths.map(({ fill, d }) => `${fill === "#fff" ? 1 : 0} g ${straight(d)} f`).join("\n");
      pages.mark(element, `q ${scale.toFixed(4)} 0 0 ${(-scale).toFixed(4)} ${x.toFixed(2)} ${top.toFixed(2)} cm\n${filled} Q`);
      const box = [x, top - SIDE, x + SIDE, top];
      pages.describe(element, new Map(Object.entries({ O: new Name("Layout"), Placement: new Name("Block"), BBox: box })));
    },
  };
}
