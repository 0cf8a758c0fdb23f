// What the editor hears of the page: its keys, the focus, and that it is left or looked at again.

/** @import { Route } from "./contract.d.ts" */
/** @import { Editor } from "./editor.js" */
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import { showFile } from "./dialogs.js";

/** @param {Editor} editor */
export function listen(editor) {
  const { node } = editor.form;
  addEventListener("beforeunload", (event) => editor.isDirty && event.preventDefault());
  document.addEventListener("visibilitychange", () => !document.hidden && editor.retry());
  node.addEventListener("focusin", (event) => {
    editor.route = editor.form.places.placeOf(/** @type {Element} */ (event.target))?.route ?? [];
  });
  node.addEventListener("focusout", (event) => {
    if (event.target instanceof Element) editor.leaveField(event.target, event.relatedTarget);
  });
  node.addEventListener("editor-source", (event) => showFile(editor, /** @type {CustomEvent<Route>} */ (event).detail));
  onKeys(document, (event) => key(editor, event));
}

/** @param {Editor} editor @param {KeyboardEvent} event */
function key(editor, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
  const name = event.key.toLowerCase();
  // Within a text, undo is the browser's own.
  const isText = event.target instanceof Element && event.target.matches("textarea, input:not([type=radio], [type=color])");
  if (name === "s") {
    event.preventDefault();
    void editor.save(false);
  } else if (!isText && (name === "z" || name === "y")) {
    event.preventDefault();
    editor.step(name === "y" || event.shiftKey ? "redo" : "undo");
  }
}
