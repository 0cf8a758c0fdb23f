// The mark of whoever answers in this tab: reloading the page keeps it, so that nobody is counted twice. Who starts
// afresh is somebody else. It lies in the storage of the tab, says nothing of the person, and goes with the tab.
const KEY = "playbook:live-mark";
const MARK = /^[0-9A-Z]{5}$/;

/** Where the tab has no storage, it lasts as long as the page. @type {string | null} */
let here = null;

/**
 * @param {() => string} made makes a new one
 * @returns {string}
 */
export function ownMark(made) {
  here ??= made();
  try {
    const kept = sessionStorage.getItem(KEY);
    if (kept && MARK.test(kept)) return kept;
    sessionStorage.setItem(KEY, here);
  } catch {
    // the storage is refused
  }
  return here;
}

export function forgetMark() {
  here = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // the storage is refused
  }
}
