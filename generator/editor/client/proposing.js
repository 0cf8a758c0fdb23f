// Proposing to others what was saved: a branch of its own, and what its changes are for readers.

import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { dialog, looking, reason } from "./dialogs.js";
import { unsavedList } from "./unsaved.js";
import words from "./words.js";

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

/** Where the proposal is, and how others get it. @param {import("./contract.d.ts").Proposed} made @param {string} said what is to be said of it */
const proposed = ({ branch, push }, said) => [
  element("p", {}, said), element("p", {}, element("code", {}, branch)),
  ...(push ? [element("p", {}, words.push_with), command(push), element("p", {}, words.push_after)] : [element("p", {}, words.push_nowhere)]),
];

/** What would not be part of it, by title. @param {boolean} isDirty whether the form that is open has something */
function unsaved(isDirty) {
  const left = unsavedList();
  return left || isDirty ? element("div", { class: "warning" }, element("p", {}, words.propose_unsaved), left) : null;
}

/** @param {boolean} isDirty whether the form that is open has something that is not saved */
export async function propose(isDirty) {
  const message = element("textarea", { id: "propose-message", rows: "5" });
  const about = element("div", {}, looking());
  const left = unsaved(isDirty);
  const asked = element("div", { hidden: true }, element("label", { for: "propose-message" }, words.message), element("p", { class: "help" }, words.message_help), message);
  const run = async () => {
    start.disabled = true;
    try {
      about.replaceChildren(...proposed(await api.propose(message.value), words.proposed_on));
      opened.said.textContent = "";
      left?.remove();
      asked.hidden = true;
      start.hidden = true;
    } catch (fault) {
      start.disabled = false;
      opened.said.textContent = reason(fault);
    }
  };
  const start = button(words.propose_now, () => void run(), { class: "main", disabled: true });
  const opened = dialog(words.propose, [left, about, asked], [start]);
  try {
    const { groups, message: suggested, files, made } = await api.changes();
    message.value = suggested;
    const what = groups.length ? words.propose_what : files.length ? words.propose_files : words.nothing_changed;
    const changed = [element("p", {}, what), ...groups.flatMap((group) => [element("h3", {}, group.heading), notes(group.notes)])];
    about.replaceChildren(...(made ? proposed(made, words.proposed_already) : changed));
    const isNothing = files.length === 0 || made !== null;
    asked.hidden = isNothing;
    start.disabled = isNothing;
    start.hidden = isNothing;
  } catch (fault) {
    about.replaceChildren();
    start.hidden = true;
    opened.said.textContent = reason(fault);
  }
}
