// A search that somebody left by opening a result: it lies in the history entry of the page, so that Back finds it again.

/** @typedef {{ address: string, place: number }} Left The query and the filters, as an address has them, and which result was opened. */

/**
 * The search that was left on this page, if one was.
 * @returns {Left | null}
 */
export function left() {
  const { address, place } = history.state?.search ?? {};
  return typeof address === "string" && Number.isInteger(place) ? { address, place } : null;
}

/** @param {Left | null} search null: it is closed, and Back shall not open it */
export function leave(search) {
  const { search: _, ...others } = history.state ?? {};
  if (search || _) history.replaceState(search ? { ...others, search } : others, "");
}
