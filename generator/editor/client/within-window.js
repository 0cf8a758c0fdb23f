// Lists that open at a button or a field stay within the window.

const LEAST = 200; // a list of this height shows what there is to choose from
const EDGE = 8;

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
