// The way into search. Until somebody wants to search, this is all that is loaded of it. The header's link leads to
// the search page, which is what happens where this script does not run.
import { onCharacter } from "../shortcuts/characters.js";

const MARKS = "playbook:search-marks";

/** @param {HTMLAnchorElement} link */
async function open(link) {
  try {
    const { openSearch } = await import("./lazy/dialog.js");
    await openSearch();
  } catch {
    location.assign(link.href);
  }
}

/**
 * Whether a click is without a modifier; with one it wants a new tab or window.
 * @param {MouseEvent} event
 */
const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/**
 * The link that opens the search, if it is there.
 * @param {Element | null} node
 */
const opener = (node) => (node instanceof HTMLAnchorElement ? node : null);

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? opener(event.target.closest("[data-search-open]")) : null;
  if (!link || !isPlain(event)) return;
  event.preventDefault();
  open(link);
}

function onSlash() {
  const link = opener(document.querySelector("[data-search-open]"));
  if (link) open(link);
  return link !== null;
}

/** Whether the reader comes from a search for words on this page. */
function comesFromSearch() {
  if (new URLSearchParams(location.search).has("q")) return true;
  try {
    return (sessionStorage.getItem(MARKS) ?? "").includes(JSON.stringify(location.pathname));
  } catch {
    return false; // storage may be blocked: then nothing is marked
  }
}

/** Open the search again that somebody left from this page, and came back to. */
function resume() {
  const link = opener(document.querySelector("[data-search-open]"));
  if (history.state?.search && link && !document.querySelector("search-panel[data-page]")) open(link);
}

document.addEventListener("click", onClick);
addEventListener("popstate", resume);
onCharacter("/", onSlash);
resume();
if (document.querySelector("search-panel")) import("./lazy/panel.js");
else if (comesFromSearch()) import("./lazy/arrive.js").then(({ showMarks }) => showMarks());
