// What somebody has typed or chosen on a page, kept in its address: for Back, for reloading and for links.

/** The most letters that are read from an address. */
export const LONGEST = 100;

/**
 * A choice that the address keeps. `q` is what a search has found the page by, and is marked on it.
 * @param {string} name
 */
export const choiceIn = (name) => (new URLSearchParams(location.search).get(name) ?? "").slice(0, LONGEST);

/** @param {Record<string, string>} choices by name; those that are empty are left out of the address */
export function keepChoices(choices) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) {
    if (value.trim()) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Browsers limit how often a page may do this; narrowing down works regardless.
  }
}
