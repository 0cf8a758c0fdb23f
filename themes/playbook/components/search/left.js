// A search that somebody left by opening a result: it lies in the history entry of the page, so that Back finds it again.

/** @typedef {{ address: string, place: number, top: number }} Left The query and the filters, as an address has them, which result was opened, and how far the list was scrolled, in pixels. */

/**
 * The search that was left on this page, if one was.
 * @returns {Left | null}
 */
export function left() {
  const { address, place, top } = history.state?.search ?? {};
  return typeof address === "string" && Number.isInteger(place) ? { address, place, top: Number(top) || 0 } : null;
}

/** @param {Left | null} search null: it is closed, and Back shall not open it */
export function leave(search) {
  const { search: _, ...others } = history.state ?? {};
  if (search || _) history.replaceState(search ? { ...others, search } : others, "");
}
