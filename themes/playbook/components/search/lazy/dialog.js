// Search in a dialog over the page.
import { loadIndex, loadStyles } from "./load.js";
import { make } from "./make.js";
import "./panel.js";

let dialog = null;

function build() {
  const panel = make("search-panel");
  const close = make("button", { type: "button", class: "search-close" }, "Close");
  dialog = make("dialog", { class: "search-dialog", "aria-label": "Search" }, panel);
  document.body.append(dialog);
  panel.head.append(close);
  close.addEventListener("click", () => dialog.close());
  panel.addEventListener("search-done", () => dialog.close());
  // The browser's own Escape would empty the field first.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the panel
  });
}

export async function openSearch() {
  const onPage = document.querySelector("search-panel[data-page]");
  if (onPage) {
    onPage.input.focus();
    onPage.input.select();
    return;
  }
  loadIndex().catch(() => {}); // the panel says what went wrong
  await loadStyles();
  if (!dialog) build();
  if (!dialog.open) dialog.showModal();
  const { input } = dialog.querySelector("search-panel");
  input.focus();
  input.select();
}
