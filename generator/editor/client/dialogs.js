// Windows in which something is asked or shown, such as the file.

/** @import { Route } from "./contract.d.ts" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import words from "./words.js";

/**
 * @param {string} title
 * @param {(Node | null)[]} content
 * @param {HTMLElement[]} buttons
 */
export function dialog(title, content, buttons) {
  const before = document.activeElement;
  const said = element("p", { role: "alert", class: "error" });
  const shut = () => node.close();
  const heading = element("h2", { id: "dialog-title" }, title);
  /** @type {HTMLDialogElement} */
  const node = element("dialog", { "aria-labelledby": "dialog-title" }, heading, ...content, said,
    element("div", { class: "row" }, ...buttons, button(words.close, shut)));
  node.addEventListener("close", () => {
    node.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(node);
  node.showModal();
  return { node, heading, said };
}

/** What went wrong, in words. @param {unknown} fault */
export function reason(fault) {
  if (!(fault instanceof api.Refusal)) throw fault;
  return fault.status ? fault.message : words.no_answer;
}

/** @param {string[]} items */
export const list = (items) => element("ul", {}, ...items.map((item) => element("li", {}, item)));

/** @param {Editor} editor @param {Route} route */
export async function showFile(editor, route) {
  const lines = element("pre", { class: "source", tabindex: "0", "aria-label": words.show_file });
  const opened = dialog(editor.entry.target.file ?? editor.entry.target.page ?? words.show_file, [lines], []);
  try {
    const { text, first_line: first, lines: [from, to] } = await api.source(editor.form.target, route);
    const rows = text.replace(/\n$/, "").split("\n").map((line, at) => {
      const number = first + at;
      const isOwn = route.length > 0 && number >= from && number <= to;
      return element(isOwn ? "mark" : "span", { class: "line" }, element("span", { class: "number", "aria-hidden": "true" }, String(number)), `${line}\n`);
    });
    lines.replaceChildren(...rows);
    lines.querySelector("mark")?.scrollIntoView({ block: "center" });
  } catch (fault) {
    opened.said.textContent = reason(fault);
  }
}

/** What is shown until the program has answered. */
export const looking = () => element("p", { role: "status", "aria-busy": "true" }, words.looking);
