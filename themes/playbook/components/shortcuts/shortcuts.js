// The list of keyboard shortcuts: under `?`, and under a button at the foot of each page.
// @common
import { onCharacter } from "./characters.js";

function open() {
  import("./lazy/shortcuts-dialog.js").then(({ openShortcuts }) => openShortcuts());
  return true;
}

onCharacter("?", open);
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-shortcuts]")) open();
});
