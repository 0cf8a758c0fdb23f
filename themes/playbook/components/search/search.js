// The way into search. Its field is plain HTML, so what is typed before scripts arrive stays in it, and is searched when
// they are there. Until somebody wants to search, this is all that is loaded of it. Where it does not run, the form leads
// to the search page.
// @common
import { onCharacter } from "../shortcuts/characters.js";
import { dataAddress } from "../element/site.js";
import { leave } from "./left.js";
import { part } from "./parts.js";
import words from "./words.js";

const MARKS = "playbook:search-marks";

/** @type {HTMLFormElement | null} that of the search page, or that of the header */
const form = document.querySelector("search-panel[data-page] form") ?? document.querySelector(".shell-search");
const input = form?.querySelector("input") ?? null;
/** @type {HTMLElement | null} what had the focus before the search */
let before = null;
const status = (form?.closest("search-panel") ?? form)?.querySelector(".search-status") ?? null;

/** Load what a search takes. The panel then takes over the field and what stands in it. */
function prepare() {
  part("search-first.json").catch(() => {}); // at the same time as the scripts, which will say what went wrong
  return import("./lazy/panel.js");
}

/** Somebody searches: show it at once, however long loading takes. */
function begin() {
  if (!form || "ready" in form.dataset || "busy" in form.dataset) return;
  form.dataset.busy = "";
  if (status) status.textContent = words.searching;
  prepare().catch(() => {
    delete form.dataset.busy; // the next letter tries again
    if (status) status.textContent = words.failed;
  });
}

/** Close the list, which a narrow screen shows in the place of the page, and go back to where the reader was. */
function close() {
  if (!form) return;
  delete form.dataset.open;
  delete form.dataset.busy;
  leave(null);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  before?.focus({ preventScroll: true });
}

/** Whether the reader comes from a search for words on this page. */
function comesFromSearch() {
  if (history.state?.marked || new URLSearchParams(location.search).has("q")) return true;
  try {
    return (sessionStorage.getItem(MARKS) ?? "").includes(JSON.stringify(location.pathname));
  } catch {
    return false; // storage may be blocked: then nothing is marked
  }
}

function toField() {
  input?.focus();
  input?.select();
  return input !== null;
}

/** Show the search again that somebody left from this page, and came back to. */
function resume() {
  if (history.state?.search) begin();
}

if (form && input) {
  for (const type of ["pointerenter", "focusin", "touchstart"]) {
    form.addEventListener(type, () => prepare().catch(() => {}), { once: true, passive: true });
  }
  form.addEventListener("focusin", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && form.contains(relatedTarget)) return;
    before = relatedTarget instanceof HTMLElement ? relatedTarget : null;
  });
  form.querySelector(".search-close")?.addEventListener("click", close);
  input.addEventListener("input", () => {
    leave(null); // what is typed now is another search
    begin();
  });
  addEventListener("popstate", resume);
  onCharacter("/", toField);
  const onPage = form.closest("search-panel[data-page]");
  if (!onPage) form.addEventListener("submit", close); // Back from the search page shows this page, not the list once more
  if (onPage || input.value) begin();
  else resume();
  if (document.activeElement === input) prepare().catch(() => {});
  dataAddress("search.json").catch(() => {}); // which pages preload: one round trip less later
  if (!onPage && comesFromSearch()) import("./lazy/arrive.js").then(({ showPlace }) => showPlace());
}
