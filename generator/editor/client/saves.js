// Saves that are taken back and made again: first it is said which one and what it did, afterwards how to go back.

/** @import { Moved, Save, Target, Which } from "./contract.d.ts" */
/** @import { JustDone } from "./done.js" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { dialog, list, reason } from "./dialogs.js";
import { addressOfDone } from "./done.js";
import words from "./words.js";

/** @typedef {(said: { title: string }) => string} Sentence */

/** @type {Record<Which, { title: string, now: Record<Save["act"], string>, done: Record<Save["act"], Sentence>, back: Which }>} */
const SAID = {
  undo: {
    title: words.take_back_title, back: "redo",
    now: { "": words.take_back_now, renamed: words.take_back_now, removed: words.take_back_now },
    done: { "": words.taken_back, renamed: words.named_as_before, removed: words.there_again },
  },
  redo: {
    title: words.make_again_title, back: "undo",
    now: { "": words.make_again_now, renamed: words.rename_again_now, removed: words.remove_again_now },
    done: { "": words.made_again, renamed: words.renamed_again, removed: words.removed_again },
  },
};

const MOVED = { renamed: words.renamed, removed: words.removed };

/** What was done, in a sentence. A new entry whose save is taken back is gone. @param {Which} which @param {Save} save @param {Moved} moved @returns {Sentence} */
const sentenceOf = (which, { act, target }, moved) => (which === "undo" && !act && target.kind && !moved.target ? words.gone_again : SAID[which].done[act]);

/** @typedef {(which: Which, save: Save, moved: Moved) => unknown} Then what is done when a save is taken back or made again */

/** @typedef {{ target: Target, address: string }} Here what the page is of that says what was just done */

/** Whether an entry is removed by it, which is asked about wherever it is done. @param {Which} which @param {Save} save */
const removes = (which, { act }) => which === "redo" && act === "removed";

/** What a save is of. @param {Save} save */
const titleOf = ({ title, target }) => (target.site ? words.settings : title);

/**
 * Whether two targets are the same entry, page or configuration.
 * @param {Target} one
 * @param {Target} other
 */
export const isSame = (one, other) =>
  one.kind === other.kind && one.page === other.page && Boolean(one.site) === Boolean(other.site) && (!one.kind || one.id === other.id);

/** Say which save it is and what it changed, and ask. @param {Which} which @param {Then} then @param {string} [note] what else is to be said */
export async function ask(which, then, note = "") {
  const about = element("div", {}, element("p", { role: "status", "aria-busy": "true" }, words.looking));
  const start = button(SAID[which].now[""], () => void run(), { class: "main", disabled: true });
  const opened = dialog(SAID[which].title, [about], [start]);
  /** @type {Save | null} */
  let save = null;
  const run = async () => {
    if (!save) return;
    start.disabled = true;
    try {
      const moved = await api.step(which, save.save);
      opened.node.close();
      await then(which, save, moved);
    } catch (fault) {
      opened.said.textContent = reason(fault);
    }
  };
  try {
    save = (await api.saves())[which];
    about.replaceChildren(...(save ? described(save, note) : [element("p", {}, words.no_save)]));
    start.hidden = save === null;
    start.disabled = save === null;
    if (save) {
      start.textContent = SAID[which].now[save.act];
      if (removes(which, save)) {
        start.className = "danger";
        opened.heading.textContent = words.remove_title({ title: titleOf(save) });
      }
      start.focus();
    }
  } catch (fault) {
    about.replaceChildren();
    start.hidden = true;
    opened.said.textContent = reason(fault);
  }
}

/** @param {Save} save @param {string} note @returns {HTMLElement[]} */
const described = (save, note) => [
  element("p", {}, element("strong", {}, titleOf(save)), save.kind_label ? ` (${save.kind_label})` : ""),
  ...(save.effects.length ? [element("p", {}, words.save_did), list(save.effects)] : [element("p", {}, words.save_did_nothing)]),
  ...(note ? [element("p", { class: "help" }, note)] : []),
];

/** What the form does when a save of what it has open, or of something else, was taken back or made again. @param {Editor} editor @returns {Then} */
export const thenIn = (editor) => async (which, save, moved) => {
  const { target } = editor.entry;
  const isOpen = isSame(save.target, target);
  try {
    if (!editor.form.target.new) {
      const now = isOpen && !moved.target ? null : await api.load(target).catch(gone);
      if (now === null) return editor.giveUp(addressOfDone(which, save.save, moved.target ? api.asQuery(moved.target) : {}));
      await editor.reload(now);
    }
    editor.tell(toldOf(which, save, moved, thenIn(editor), isOpen));
  } catch (fault) {
    editor.answers.fail(fault);
  }
};

/** There is no such entry: null. @param {unknown} fault */
const gone = (fault) => {
  if (fault instanceof api.Refusal && fault.status === 404) return null;
  throw fault;
};

/**
 * What was done, in words, and what leads back or to what it was of.
 * @param {Which} which
 * @param {Save} save
 * @param {Moved} moved
 * @param {Then} then
 * @param {boolean} isOpen whether what it was of is open already
 * @returns {{ text: string, acts: import("./menu.js").Act[] }}
 */
export function toldOf(which, save, moved, then, isOpen) {
  const { back } = SAID[which];
  const address = !isOpen && moved.target && `/__edit/?${new URLSearchParams(api.asQuery(moved.target))}`;
  return {
    text: sentenceOf(which, save, moved)({ title: titleOf(save) }),
    acts: [
      { label: SAID[back].now[save.act], run: async () => (removes(back, save) ? ask(back, then) : then(back, save, await api.step(back, save.save))) },
      ...(address ? [{ label: words.open_named({ title: titleOf(save) }), run: () => location.assign(address) }] : []),
    ],
  };
}

/**
 * What was just done in words, with where one is now and what takes it back.
 * @param {JustDone} done
 * @param {Then} then
 * @param {Here | null} here none: the page with everything that can be edited
 * @returns {{ text: string, acts: import("./menu.js").Act[] }}
 */
export function toldDone({ which, save }, then, here) {
  const { text, acts } = which === "undo" || which === "redo" ? toldOf(which, save, { address: "", target: here?.target ?? null, save: save.save }, then, true) : {
    text: [MOVED[which]({ title: save.title }), ...save.effects].join(" "),
    acts: [{ label: words.take_back_now, run: async () => then("undo", save, await api.step("undo", save.save)) }],
  };
  return { text: `${text} ${here ? words.here_form({ address: here.address }) : words.here_start}`, acts };
}
