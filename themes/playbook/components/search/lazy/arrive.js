// On arrival from search: goes to the passage that answers best and marks it, until the reader removes the mark.
// @joined
import { button, element } from "../../element/element.js";
import { onKeys } from "../../element/keys.js";
import { asked } from "./asked.js";
import { loadSearchStyles } from "./load.js";
import { bestPlace } from "./place.js";
import { KEY } from "./remember.js";
import { STOP_WORDS, stem, words as split } from "./words.js";
import words from "../words.js";

const PASSAGES = "h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption, caption, legend, label, summary";
const OTHERS = "nav, form, button, script, style, svg, [role=status], [aria-live], .links, .row, .visually-hidden, footer, .provenance, .part--connections";

/** @param {unknown} stems */
const texts = (stems) => (Array.isArray(stems) ? stems.filter((one) => typeof one === "string") : []);

/**
 * What the search has remembered for this page. It then lies in the history entry alone, so that the page has its mark
 * again after Back and not by another link.
 */
function remembered() {
  try {
    const { path, stems } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (path !== location.pathname) return [];
    sessionStorage.removeItem(KEY);
    return texts(stems);
  } catch {
    return []; // blocked or corrupt
  }
}

function askedStems() {
  const typed = split(asked());
  const said = typed.filter((word) => !STOP_WORDS.has(word));
  return (said.length ? said : typed).map(stem);
}

export async function showPlace() {
  const now = [...askedStems(), ...remembered()];
  const stems = new Set(now.length ? now : texts(history.state?.marked));
  const body = document.querySelector(".md-content__inner");
  const place = body && stems.size ? placeIn(body, stems) : null;
  if (!place) return;
  history.replaceState({ ...history.state, marked: [...stems] }, "");
  await loadSearchStyles();
  place.classList.add("search-place");
  document.body.append(remover(place));
  if (now.length) goTo(place);
}

/**
 * The best passage of the page, or of the section that the address names.
 * @param {Element} body
 * @param {Set<string>} stems
 */
function placeIn(body, stems) {
  const named = document.querySelector(":target");
  const section = named?.closest("section") ?? named;
  const within = section && body.contains(section) ? section : body;
  const passages = [...within.querySelectorAll(PASSAGES)].filter((one) => !one.closest(OTHERS) && !one.querySelector(PASSAGES));
  const best = bestPlace(passages.map((one) => one.textContent ?? ""), stems);
  return passages[best] ?? null;
}

/**
 * Bring the passage into sight, and let keyboard and screen reader go on from there.
 * @param {Element} place
 */
function goTo(place) {
  for (let at = place.closest("details"); at; at = at.parentElement?.closest("details") ?? null) at.open = true;
  if (!(place instanceof HTMLElement)) return;
  const { top, bottom } = place.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) place.scrollIntoView({ block: "center" });
  place.tabIndex = -1;
  // What the page and the browser do about the focus comes first.
  const focus = () => requestAnimationFrame(() => requestAnimationFrame(() => place.focus({ preventScroll: true })));
  if (document.readyState === "complete") focus();
  else addEventListener("load", focus, { once: true });
}

/** @param {Element} place */
function remover(place) {
  const box = element("aside", { class: "search-arrival", "aria-label": words.marked });
  const stop = new AbortController();
  const away = () => {
    stop.abort();
    remove(place, box);
  };
  box.append(button(words.remove_mark, away));
  onKeys(document, ({ key, defaultPrevented }) => key === "Escape" && !defaultPrevented && away(), { signal: stop.signal });
  return box;
}

/**
 * @param {Element} place
 * @param {HTMLElement} box
 */
function remove(place, box) {
  place.classList.remove("search-place");
  const others = { ...history.state };
  delete others.marked;
  const address = new URL(location.href);
  address.searchParams.delete("q");
  history.replaceState(others, "", address);
  if (box.contains(document.activeElement)) document.getElementById("__content")?.focus({ preventScroll: true });
  box.remove();
}
