// The list of what is on the page, beside the text or above it.

/**
 * Leave out of the contents what a page does not show just now, and bring back what it shows.
 * @param {Iterable<HTMLElement>} parts sections with a heading each
 */
export function showInContents(parts) {
  for (const part of parts) {
    const id = part.querySelector("h2")?.id;
    for (const link of id ? document.querySelectorAll(`nav .shell-link[href="#${CSS.escape(id)}"]`) : []) {
      const item = link.closest("li");
      if (item) item.hidden = part.hidden;
    }
  }
}
