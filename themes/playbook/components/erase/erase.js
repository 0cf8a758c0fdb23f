// Erases everything that this site has kept in this browser. Pages have a button for it where something is kept.
// @common
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-erase]") : null;
  if (!(button instanceof HTMLElement)) return;
  import("./lazy/erase-dialog.js").then(({ askToErase }) => askToErase(button.dataset.erase ?? ""));
});
