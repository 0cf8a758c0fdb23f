// Keys for the page. While an input method composes, as for Japanese or Chinese, each key belongs to it.

/**
 * Whether an input method takes a key. Safari reports the key that ends composing only by its code.
 * @param {KeyboardEvent} event
 */
const isComposing = (event) => event.isComposing || event.keyCode === 229;

/**
 * Call `handler` for each key that no input method takes. No other module listens to keys by itself.
 * @param {EventTarget} target
 * @param {(event: KeyboardEvent) => unknown} handler
 * @param {AddEventListenerOptions} [options]
 */
export function onKeys(target, handler, options) {
  const listener = (/** @type {Event} */ event) => {
    if (event instanceof KeyboardEvent && !isComposing(event)) handler(event);
  };
  target.addEventListener("keydown", listener, options);
}
