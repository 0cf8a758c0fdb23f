// The names of kinds, with their signs, that a page holds for its scripts: the macro `labels` writes them.

/**
 * The kind of the entry that a page shows, and its name as the macro `label` gives it; null for a page of no kind.
 * @param {string} page the address within the site, such as `practices/say-no/`
 */
export function kindOfPage(page) {
  const holder = document.querySelector("[data-kinds]");
  const labels = holder instanceof HTMLTemplateElement ? [...holder.content.children] : [];
  const found = labels.find((label) => label.getAttribute("data-folder") === page.split("/")[0]);
  return { kind: found?.getAttribute("data-kind"), label: found?.firstElementChild?.cloneNode(true) };
}
