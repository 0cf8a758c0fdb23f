// The dialog that lists the keyboard shortcuts, and switches off those of one character.
import { button, element } from "../../element/element.js";
import { loadStyles } from "../../element/styles.js";
import { areOn, switchTo } from "../characters.js";
import words from "../words.js";

/** @type {[string, string][]} the keys, and what they do */
const SHORTCUTS = [
  ["/", words.search],
  ["↓ ↑", words.results],
  [words.enter, words.open],
  ["L", words.link],
  ["?", words.list],
  [words.escape, words.close_it],
  ["↓ ↑", words.lines],
];

/** @type {HTMLDialogElement | null} */
let dialog = null;

export async function openShortcuts() {
  const sheets = ["../../element/lazy/small-dialog.css", "shortcuts.css"];
  await Promise.all(sheets.map((sheet) => loadStyles(new URL(sheet, import.meta.url))));
  dialog ??= made();
  if (!dialog.isConnected) document.body.append(dialog);
  const box = dialog.querySelector("input");
  if (box) box.checked = areOn();
  if (!dialog.open) dialog.showModal();
}

function made() {
  const rows = SHORTCUTS.map(([keys, does]) =>
    element("div", {}, [element("dt", {}, keys.split(" ").map((key) => element("kbd", {}, key))), element("dd", {}, does)]),
  );
  const note = element("p", { class: "shortcuts-note", role: "status" });
  const switched = (/** @type {{ target: HTMLInputElement }} */ { target }) => {
    note.textContent = switchTo(target.checked) === "kept" ? "" : words.not_kept;
  };
  const close = button(words.close, () => dialog?.close());
  return element("dialog", { class: "small-dialog shortcuts", "aria-labelledby": "shortcuts-title" }, [
    element("h2", { id: "shortcuts-title" }, words.title),
    element("dl", {}, rows),
    element("p", {}, element("label", {}, [element("input", { type: "checkbox", onchange: switched }), " ", words.switch])),
    note,
    close,
  ]);
}
