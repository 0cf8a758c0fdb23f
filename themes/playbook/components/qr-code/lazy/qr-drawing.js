// A QR code as a drawing, dark on light whatever the colours of the page.
import { drawing } from "../../element/element.js";
import { modules } from "./qr-modules.js";

const QUIET = 4; // so many light modules around a code

/**
 * The drawing; null where the text is too long for a code.
 * @param {string} text
 * @param {string} label
 * @param {string} name the class of the drawing
 */
export function qrDrawing(text, label, name) {
  const grid = modules(text);
  if (!grid) return null;
  const path = grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : []))).join("");
  const side = grid.length + 2 * QUIET;
  return drawing(
    "svg",
    { class: name, viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    drawing("path", { fill: "#fff", d: `M0 0h${side}v${side}h-${side}z` }),
    drawing("path", { fill: "#000", d: path }),
  );
}
