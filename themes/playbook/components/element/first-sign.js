// When somebody begins to use a page: moves the pointer, touches it, presses a key, scrolls, brings a file, fills
// something in, goes to another address on it, or changes in another tab what is kept.
const SIGNS = [
  ...["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "scroll", "focusin", "click", "input"],
  ...["dragenter", "hashchange", "storage"],
];

/**
 * Resolves with the first sign.
 * @type {Promise<void>}
 */
export const firstSign = new Promise((resolve) => {
  const seen = new AbortController();
  const see = (/** @type {Event} */ event) => {
    // Browsers report a pointer that rests where a new page appears as if it had moved.
    if (event instanceof PointerEvent && event.type === "pointermove" && !event.movementX && !event.movementY) return;
    seen.abort();
    resolve();
  };
  for (const sign of SIGNS) addEventListener(sign, see, { capture: true, passive: true, signal: seen.signal });
});
