// The answers of one person as a QR code and as a code to read out. Nothing is sent: the other page scans the screen.
import { drawing, element } from "../../element/element.js";
import { modules } from "../../qr-code/lazy/qr-modules.js";
import { ownMark } from "../own-mark.js";
import { liveStyles } from "./live-styles.js";
import { grouped, newMark, toCode, toText } from "./live-code.js";
import words from "../words.js";

const QUIET = 4; // so many light modules around a code

/**
 * A QR code as a drawing; null where the text is too long for one.
 * @param {string} text
 * @param {string} label
 */
export function qrCode(text, label) {
  const grid = modules(text);
  if (!grid) return null;
  const path = grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : []))).join("");
  const side = grid.length + 2 * QUIET;
  return drawing(
    "svg",
    { class: "live-qr", viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    drawing("path", { class: "live-light", d: `M0 0h${side}v${side}h-${side}z` }),
    drawing("path", { class: "live-dark", d: path }),
  );
}

/**
 * What a person shows to the group.
 * @param {import("../../assessment/definition.js").Definition} definition
 * @param {Map<string, number>} answers
 */
export function liveView(definition, answers) {
  liveStyles();
  const code = toCode(definition, { mark: ownMark(newMark), answers });
  const picture = element("div", {});
  const draw = (/** @type {string} */ name) =>
    picture.replaceChildren(qrCode(toText(definition, code, name), words.picture) ?? element("p", {}, words.too_long));
  const name = element("input", {
    type: "text",
    id: "live-name",
    maxlength: 60,
    autocomplete: "off",
    oninput: (/** @type {{ target: HTMLInputElement }} */ { target }) => draw(target.value),
  });
  draw("");
  return element("div", { class: "live-show" }, [
    element("p", {}, words.show_it({ answered: answers.size, all: definition.scoring.items.length })),
    picture,
    element("p", {}, [words.or_read_out, " ", element("strong", { class: "live-code", tabindex: "-1" }, grouped(code))]),
    element("p", {}, [element("label", { for: "live-name" }, words.your_name), " ", name]),
  ]);
}
