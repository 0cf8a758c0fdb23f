// Items of a list are dragged by their grips, with the mouse, a pen or a finger.

const EDGE = 60; // so near to the edge of the window, it scrolls
const SPEED = 12;

/**
 * @param {HTMLElement} list
 * @param {(from: number, to: number) => void} move
 */
export function draggable(list, move) {
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
    const row = grip?.parentElement;
    if (!grip || row?.parentElement !== list || event.button !== 0) return;
    drag(list, row, grip, event.pointerId, move);
  });
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {Element} grip
 * @param {number} pointer
 * @param {(from: number, to: number) => void} move
 */
function drag(list, row, grip, pointer, move) {
  const rows = [...list.children];
  const from = rows.indexOf(row);
  let to = from;
  let hasMoved = false;
  const ended = new AbortController();
  grip.setPointerCapture(pointer);

  const finish = (/** @type {boolean} */ isDone) => {
    ended.abort();
    row.classList.remove("is-dragged");
    for (const one of rows) one.classList.remove("drop-before", "drop-after");
    if (isDone && hasMoved) move(from, to);
  };
  const options = { signal: ended.signal };
  grip.addEventListener("pointermove", (event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    hasMoved = true;
    row.classList.add("is-dragged");
    if (clientY < EDGE) scrollBy(0, -SPEED);
    else if (clientY > innerHeight - EDGE) scrollBy(0, SPEED);
    to = placeFor(rows, from, clientX, clientY);
    rows.forEach((one, at) => {
      one.classList.toggle("drop-before", at === to && to < from);
      one.classList.toggle("drop-after", at === to && to > from);
    });
  }, options);
  grip.addEventListener("pointerup", () => finish(true), options);
  grip.addEventListener("pointercancel", () => finish(false), options);
}

/**
 * The place of the row that is nearest to the pointer.
 * @param {Element[]} rows
 * @param {number} from
 * @param {number} x
 * @param {number} y
 */
function placeFor(rows, from, x, y) {
  const distances = rows.map((row) => {
    const box = row.getBoundingClientRect();
    const [across, down] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
    return Math.hypot(across, down);
  });
  const nearest = Math.min(...distances);
  return nearest === distances[from] ? from : distances.indexOf(nearest);
}
