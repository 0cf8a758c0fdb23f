// How something that is handed out is said.
import words from "../words.js";

/**
 * Something that is handed out, with its copies.
 * @param {import("./schedule.js").Use | undefined} use
 * @param {number} copies
 * @param {boolean} [again]
 */
export function handout(use, copies, again = false) {
  const title = use?.title ?? "";
  if (again) return words.again({ title });
  return words.packed({ title, copies: use?.kind === "role-play" ? words.sets(copies) : words.copies(copies) });
}
