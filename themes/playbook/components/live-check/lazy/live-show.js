// The answers of one person as a QR code and as a code to read out. Nothing is sent: the other page scans the screen.
import { element } from "../../element/element.js";
import { qrDrawing } from "../../qr-code/lazy/qr-drawing.js";
import { ownMark } from "../own-mark.js";
import { liveStyles } from "./live-styles.js";
import { grouped, newMark, toCode, toText } from "./live-code.js";
import words from "../words.js";

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
    picture.replaceChildren(qrDrawing(toText(definition, code, name), words.picture, "live-qr") ?? element("p", {}, words.too_long));
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
