// What is asked or shown in a window of its own: the file, a new id, removing, proposing to others.

/** @import { Route } from "./contract.d.ts" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { linkTo } from "./frame.js";
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
  /** @type {HTMLDialogElement} */
  const node = element("dialog", { "aria-labelledby": "dialog-title" }, element("h2", { id: "dialog-title" }, title), ...content, said,
    element("div", { class: "row" }, ...buttons, button(words.close, shut)));
  node.addEventListener("close", () => {
    node.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(node);
  node.showModal();
  return { node, said };
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
const looking = () => element("p", { role: "status", "aria-busy": "true" }, words.looking);

/** @param {Editor} editor */
export async function remove(editor) {
  const body = { target: editor.form.target, version: editor.version };
  const about = element("div", {}, looking());
  const run = async () => {
    start.disabled = true;
    try {
      const { address } = await api.carryOut("remove", body);
      editor.leave();
      location.assign(address);
    } catch (fault) {
      start.disabled = false;
      opened.said.textContent = reason(fault);
    }
  };
  const start = button(words.remove_now, () => void run(), { class: "danger", disabled: true });
  const opened = dialog(words.remove_title, [about], [start]);
  try {
    const found = await api.consequences("remove", body);
    about.replaceChildren(...consequences(found));
    start.hidden = found.refused !== "";
    start.disabled = start.hidden;
  } catch (fault) {
    about.replaceChildren();
    start.hidden = true;
    opened.said.textContent = reason(fault);
  }
}

/** @param {import("./contract.d.ts").Consequences} found @returns {HTMLElement[]} */
function consequences({ refused, effects, linked_from: links, orphaned_answers: answers = [] }) {
  return [
    refused ? element("p", { class: "error" }, refused) : null,
    effects.length && !refused ? element("div", {}, element("p", {}, words.would_do), list(effects)) : null,
    answers.length && !refused ? element("div", {}, element("p", { class: "warning" }, words.orphaned), list(answers)) : null,
    links.length ? element("div", {}, element("p", {}, words.linked_from(links.length)), element("ul", {}, ...links.map((link) => element("li", {}, linkTo(link))))) : null,
  ].filter((node) => node !== null);
}

/** @param {Editor} editor */
export function rename(editor) {
  const field = element("input", { id: "rename-to", type: "text", value: editor.entry.target.id ?? "", spellcheck: "false", autocapitalize: "none" });
  const about = element("div", {});
  const body = () => ({ target: editor.form.target, version: editor.version, to: field.value.trim() });
  const run = button(words.rename_now, () => void carryOut(), { class: "main", disabled: true });
  const look = async () => {
    opened.said.textContent = "";
    about.replaceChildren(looking());
    try {
      const found = await api.consequences("rename", body());
      about.replaceChildren(...consequences(found));
      run.disabled = found.refused !== "";
    } catch (fault) {
      about.replaceChildren();
      opened.said.textContent = reason(fault);
    }
  };
  const carryOut = async () => {
    try {
      const moved = await api.carryOut("rename", body());
      editor.leave();
      location.assign(`/__edit/?${new URLSearchParams({ kind: editor.entry.target.kind ?? "", id: moved.target?.id ?? field.value.trim() })}`);
    } catch (fault) {
      opened.said.textContent = reason(fault);
    }
  };
  field.addEventListener("input", () => {
    run.disabled = true;
  });
  const opened = dialog(words.rename_title, [
    element("label", { for: "rename-to" }, words.address_name), field, element("p", { class: "help" }, words.rename_help), about,
  ], [button(words.see_first, () => void look()), run]);
  field.select();
}

/** Notes with those below each. @param {import("./contract.d.ts").Note[]} items @returns {HTMLElement} */
const notes = (items) => element("ul", {}, ...items.map(({ text, below }) => element("li", {}, text, below.length ? notes(below) : null)));

/** A command, with a button that copies it. @param {string} text */
function command(text) {
  const said = element("span", { role: "status" });
  const copy = button(words.copy_command, () => {
    navigator.clipboard.writeText(text).then(() => {
      said.textContent = words.command_copied;
    }, () => {
      getSelection()?.selectAllChildren(shown);
    });
  });
  const shown = element("pre", { tabindex: "0" }, text);
  return element("div", { class: "command" }, shown, element("div", { class: "row" }, copy, said));
}

/** @param {Editor} editor */
export async function propose(editor) {
  const message = element("textarea", { id: "propose-message", rows: "5" });
  const about = element("div", {}, looking());
  const asked = element("div", { hidden: true }, element("label", { for: "propose-message" }, words.message), element("p", { class: "help" }, words.message_help), message);
  const run = async () => {
    start.disabled = true;
    try {
      const made = await api.propose(message.value);
      about.replaceChildren(
        element("p", {}, words.proposed_on), element("p", {}, element("code", {}, made.branch)),
        element("p", {}, words.push_with), command(made.push), element("p", {}, words.push_after),
      );
      opened.said.textContent = "";
      asked.hidden = true;
      start.hidden = true;
    } catch (fault) {
      start.disabled = false;
      opened.said.textContent = reason(fault);
    }
  };
  const start = button(words.propose_now, () => void run(), { class: "main", disabled: true });
  const opened = dialog(words.propose, [editor.isDirty ? element("p", { class: "warning" }, words.propose_unsaved) : null, about, asked], [start]);
  try {
    const { groups, message: proposed, files } = await api.changes();
    message.value = proposed;
    const what = groups.length ? words.propose_what : files.length ? words.propose_files : words.nothing_changed;
    about.replaceChildren(element("p", {}, what), ...groups.flatMap((group) => [element("h3", {}, group.heading), notes(group.notes)]));
    asked.hidden = files.length === 0;
    start.disabled = files.length === 0;
  } catch (fault) {
    about.replaceChildren();
    start.hidden = true;
    opened.said.textContent = reason(fault);
  }
}
