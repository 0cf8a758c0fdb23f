// Terms show their meaning beside the word: on hovering, on keyboard focus, on a tap. Without this they are links. Signs that
// say whose words these are say so in the same card, to a pointer and to a tap. No key stops at them: the foot of the page
// has the same in words. The card is loaded when somebody comes upon the first.
// @common

/** @type {Promise<typeof import("./lazy/term-cards.js")> | null} */
let cards = null;
let pointer = ""; // the kind of the pointer that was last pressed

/**
 * The link to a term, or the sign, that something on the page belongs to.
 * @param {unknown} node
 */
export function cardedAt(node) {
  const found = node instanceof Element ? node.closest("a.term[data-term], .own-mark > sup, .part-sign") : null;
  return found instanceof HTMLElement ? found : null;
}

/** @param {HTMLElement} carded */
function load(carded) {
  cards ??= import("./lazy/term-cards.js").then((loaded) => {
    loaded.begin(carded);
    return loaded;
  });
  cards.catch(() => (cards = null)); // try again next time
  return cards;
}

/** @param {Event} event */
function met(event) {
  const carded = cardedAt(event.target);
  if (carded) load(carded).catch(() => {});
}

/**
 * A tap shows the meaning. Keyboard and mouse follow a link as ever.
 * @param {MouseEvent} event
 */
function clicked(event) {
  const carded = cardedAt(event.target);
  const isTouch = ((event instanceof PointerEvent && event.pointerType) || pointer) === "touch";
  if (!carded) return;
  const isLink = carded instanceof HTMLAnchorElement;
  if (isLink && (!isTouch || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey)) return;
  event.preventDefault();
  load(carded).then(
    ({ open, tapped }) => void (isTouch ? tapped(carded) : open(carded)),
    () => isLink && location.assign(carded.href),
  );
}

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("pointerover", met);
  document.addEventListener("focusin", met);
  document.addEventListener("pointerdown", (event) => (pointer = event.pointerType));
  document.addEventListener("click", clicked);
}
