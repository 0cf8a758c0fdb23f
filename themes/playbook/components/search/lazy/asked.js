// What the address of a page asks for.

/** How many characters of a query are read. */
export const MOST_TEXT = 400;

/** The words to search for, or to mark, in the address of this page. */
export const asked = () => (new URLSearchParams(location.search).get("q") ?? "").slice(0, MOST_TEXT);
