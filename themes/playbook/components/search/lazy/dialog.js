// Search in a dialog over the page.
import { button, element } from "../../element/element.js";
import { one } from "../../element/find.js";
import { onKeys } from "../../element/keys.js";
import { leave, left } from "./left.js";
import { loadIndex, loadStyles } from "./load.js";
import { SearchPanel } from "./panel.js";
import words from "../words.js";

/** @type {HTMLDialogElement | null} */
let shown = null;

function built() {
  const panel = new SearchPanel();
  const dialog = element("dialog", { class: "search-dialog", "aria-label": words.title }, panel);
  document.body.append(dialog);
  panel.head.append(button(words.close, () => dialog.close(), { class: "search-close" }));
  panel.addEventListener("search-done", () => dialog.close());
  dialog.addEventListener("close", () => leave(null));
  // The browser's own Escape would empty the field first.
  onKeys(dialog, (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the panel
  });
  return dialog;
}

export async function openSearch() {
  const onPage = document.querySelector("search-panel[data-page]");
  if (onPage instanceof SearchPanel) {
    onPage.enter();
    return;
  }
  loadIndex().catch(() => {}); // the panel says what went wrong
  await loadStyles();
  shown ??= built();
  if (!shown.open) shown.showModal();
  const panel = one(shown, "search-panel", SearchPanel);
  const search = left();
  if (search) panel.resume(search);
  else panel.enter();
}
