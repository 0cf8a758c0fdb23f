// An entry gets another name in its address, or is removed: first it is said what that does, afterwards how to go back.

/** @import { Consequences, Linking } from "./contract.d.ts" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import * as api from "./api.js";
import { asker } from "./asking.js";
import { dialog, list, looking, reason } from "./dialogs.js";
import { addressOfDone } from "./done.js";
import { idFrom } from "./values.js";
import words from "./words.js";

const PAUSE = 200;

/** @param {Editor} editor */
export async function remove(editor) {
  const body = { target: editor.form.target, version: editor.version };
  const about = element("div", {}, looking());
  const run = async () => {
    start.disabled = true;
    try {
      const { address, save } = await api.carryOut("remove", body);
      editor.leave();
      location.assign(addressOfDone("removed", save, { back: address }));
    } catch (fault) {
      start.disabled = false;
      opened.said.textContent = reason(fault);
    }
  };
  const start = button(words.remove_now, () => void run(), { class: "danger", disabled: true });
  const opened = dialog(words.remove_title({ title: editor.form.titleOf(String(body.target.id)) ?? String(body.target.id) }), [editor.isDirty ? element("p", { class: "warning" }, words.remove_unsaved) : null, about], [start]);
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

/** @param {Consequences} found @returns {HTMLElement[]} */
function consequences({ refused, effects, linked_from: links, orphaned_answers: answers = [] }) {
  return [
    refused ? element("p", { class: "error" }, refused) : null,
    effects.length && !refused ? element("div", {}, element("p", {}, words.would_do), list(effects)) : null,
    answers.length && !refused ? element("div", {}, element("p", { class: "warning" }, words.orphaned), list(answers)) : null,
    links.length ? element("div", {}, element("p", {}, words.linked_from(links.length)), element("ul", {}, ...links.map((link) => element("li", {}, linkTo(link))))) : null,
  ].filter((node) => node !== null);
}

/** The form of an entry that links to this one, and how it does. @param {Linking} link */
export const linkTo = (link) =>
  element("span", {}, element("a", { href: `/__edit/?${new URLSearchParams({ kind: link.kind, id: link.id })}` }, link.title), ` ${link.relation}`);

/** What a name would change is shown while one types it. @param {Editor} editor */
export function rename(editor) {
  const old = editor.entry.target.id ?? "";
  const field = element("input", { id: "rename-to", type: "text", value: old, spellcheck: "false", autocapitalize: "none", "aria-describedby": "rename-help rename-about" });
  const about = element("div", { id: "rename-about", role: "status" }, element("p", {}, words.rename_begin));
  // A name is made of what is typed, as that of a new entry is made of its title.
  const name = () => idFrom(field.value);
  const body = () => ({ target: editor.form.target, version: editor.version, to: name() });
  const fail = (/** @type {unknown} */ fault) => {
    about.replaceChildren();
    opened.said.textContent = reason(fault);
  };
  const asking = asker((/** @type {object} */ sent) => api.consequences("rename", sent), (/** @type {Consequences} */ found) => about.replaceChildren(...consequences(found)), fail);
  const run = async () => {
    asking.drop();
    opened.said.textContent = "";
    start.disabled = true;
    try {
      const moved = await api.carryOut("rename", body());
      editor.leaveFor(moved.target ?? editor.entry.target);
      location.assign(addressOfDone("renamed", moved.save, api.asQuery(moved.target ?? editor.entry.target)));
    } catch (fault) {
      start.disabled = false;
      fail(fault);
      field.focus();
    }
  };
  const start = button(words.rename_now, () => void run(), { class: "main" });
  field.addEventListener("input", () => {
    opened.said.textContent = "";
    if (name() === old) {
      asking.drop();
      about.replaceChildren(element("p", {}, words.rename_begin));
    } else asking.ask(body, PAUSE);
  });
  onKeys(field, (event) => {
    if (event.key === "Enter") void run();
  });
  const opened = dialog(words.rename_title, [
    element("label", { for: "rename-to" }, words.address_name), field, element("p", { class: "help", id: "rename-help" }, words.rename_help), about,
  ], [start]);
  field.select();
}
