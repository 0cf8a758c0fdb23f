// Keeping in its place what one is at, while something is put in above it.

/** @typedef {() => Element | null | undefined} Find */

/** Where something is in the window; null where it is out of sight. @param {ReturnType<Find>} node */
function topOf(node) {
  const box = node?.getBoundingClientRect();
  return box && box.height > 0 && box.bottom > 0 && box.top < innerHeight ? box.top : null;
}

/**
 * Note where something is. What is returned scrolls it back to there.
 * @param {Find} find finds it, also when it was built anew
 * @returns {() => void}
 */
export function holding(find) {
  const before = topOf(find());
  return () => {
    const now = find();
    if (before !== null && now) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
  };
}
