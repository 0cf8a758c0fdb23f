// Lists that open at a button or a field stay within the window.

const LEAST = 200; // a list of this height shows what there is to choose from
const MOST = 360;
const EDGE = 8;

/**
 * Show a list below the box that it is in, never over the label of its field: the page is moved up where there is too little room.
 * @param {HTMLElement} box
 * @param {HTMLElement} list
 */
export function keepBelow(box, list) {
  list.style.maxBlockSize = "";
  const end = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight; // above a keyboard on the screen
  const room = () => end - box.getBoundingClientRect().bottom - EDGE;
  const missing = Math.min(LEAST, list.offsetHeight) - room();
  if (missing > 0) scrollBy(0, missing);
  list.style.maxBlockSize = `${Math.max(88, Math.min(room(), MOST))}px`;
}

/**
 * Put a list below what it belongs to, or above it where there is more room, no higher than the room there and between
 * the edges of the window.
 * @param {HTMLElement} owner
 * @param {HTMLElement} list
 */
export function keepWithin(owner, list) {
  list.style.maxBlockSize = "";
  const { top, bottom } = owner.getBoundingClientRect();
  const bar = owner.closest(".bar") ? 0 : (document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0);
  const [below, above] = [innerHeight - bottom - EDGE, top - bar - EDGE];
  const isAbove = below < Math.min(LEAST, list.offsetHeight) && above > below;
  list.classList.toggle("is-above", isAbove);
  const room = Math.max(88, isAbove ? above : below);
  if (list.offsetHeight > room) list.style.maxBlockSize = `${room}px`;
  list.style.translate = "";
  const { left, right } = list.getBoundingClientRect();
  const aside = left < EDGE ? EDGE - left : Math.min(0, document.documentElement.clientWidth - EDGE - right);
  if (aside) list.style.translate = `${aside}px`;
}
