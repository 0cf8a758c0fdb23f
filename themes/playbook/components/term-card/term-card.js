// Terms show their meaning beside the word: on hovering, on keyboard focus, on a tap. Without this they are links. The card
// is loaded when somebody comes upon the first term.
// @common

/** @type {Promise<typeof import("./lazy/term-cards.js")> | null} */
let cards = null;
let pointer = ""; // the kind of the pointer that was last pressed

/**
 * The link to a term that something on the page belongs to.
 * @param {unknown} node
 */
export function termOf(node) {
  const link = node instanceof Element ? node.closest("a.term[data-term]") : null;
  return link instanceof HTMLAnchorElement ? link : null;
}

/** @param {HTMLAnchorElement} link */
function load(link) {
  cards ??= import("./lazy/term-cards.js").then((loaded) => {
    loaded.begin(link);
    return loaded;
  });
  cards.catch(() => (cards = null)); // try again next time
  return cards;
}

/** @param {Event} event */
function met(event) {
  const link = termOf(event.target);
  if (link) load(link).catch(() => {});
}

/**
 * A tap shows the meaning. Keyboard and mouse follow the link as ever.
 * @param {MouseEvent} event
 */
function clicked(event) {
  const link = termOf(event.target);
  const type = (event instanceof PointerEvent && event.pointerType) || pointer;
  if (!link || type !== "touch" || event.detail === 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  load(link).then(({ tapped }) => tapped(link), () => location.assign(link.href));
}

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("pointerover", met);
  document.addEventListener("focusin", met);
  document.addEventListener("pointerdown", (event) => (pointer = event.pointerType));
  document.addEventListener("click", clicked);
}
