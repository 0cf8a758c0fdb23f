// The names of fields on paper.

/**
 * A name as it stands on paper: with spaces, as PDF reserves periods.
 * @param {string} name
 */
export const spaced = (name) => name.replaceAll(".", " ");
