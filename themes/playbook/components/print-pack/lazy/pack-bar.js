// What is chosen of a pack: a bar that stays in sight, or all of it where it stands below the list.
import { one } from "../../element/find.js";

/**
 * Unfold what is chosen where it takes no room from the list.
 * @param {HTMLElement} host
 */
export function unfoldBelow(host) {
  const order = one(host, ".pack-order", HTMLElement);
  one(order, ".pack-more", HTMLDetailsElement).open = getComputedStyle(order).position !== "sticky";
}
