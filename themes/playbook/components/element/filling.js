// Fills a form in while somebody may be in it.

/**
 * Do what fills a form in. If that changes the field that has the focus, the next key replaces what is there now, as
 * it would have replaced what was selected before.
 * @param {() => void} fill
 */
export function filling(fill) {
  const field = document.activeElement;
  const before = field instanceof HTMLInputElement ? field.value : "";
  fill();
  if (field instanceof HTMLInputElement && field === document.activeElement && field.value !== before) field.select();
}
