// What would move things under the finger waits until the finger is up: a click that begins on a button ends on it.

/**
 * @param {EventTarget} page hears what is pressed and released
 * @param {(run: () => void) => void} [later] runs something when the click has been heard
 */
export function pressing(page, later = (run) => setTimeout(run, 0)) {
  /** @type {(() => void)[]} */
  let waiting = [];
  let isPressed = false;
  const release = () =>
    later(() => {
      isPressed = false;
      const runs = waiting;
      waiting = [];
      for (const run of runs) run();
    });
  page.addEventListener("pointerdown", () => {
    isPressed = true;
  }, true);
  for (const kind of ["pointerup", "pointercancel"]) page.addEventListener(kind, release, true);
  page.addEventListener("dragend", release, true); // what is dragged has no other end

  /** Run it now, or when nothing is pressed any more. @param {() => void} run */
  return (run) => {
    if (isPressed) waiting.push(run);
    else run();
  };
}
