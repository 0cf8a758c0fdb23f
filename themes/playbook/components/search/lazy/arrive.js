// On arrival from search: marks the passage that answers best, until the reader removes the mark, and goes there, unless
// the head of the page says as much.
import { button, element } from "../../element/element.js";
import { onKeys } from "../../element/keys.js";
import { asked } from "./asked.js";
import { loadSearchStyles } from "./load.js";
import { pieces } from "./mark.js";
import { bestPlace, held } from "./place.js";
import { KEY } from "./remember.js";
import { STOP_WORDS, stem, words as split } from "./stems.js";
import words from "./words.js";

/** @typedef {import("./query.js").Sought} Sought */

const PASSAGES = ["p", "li", "dt", "dd", "th", "td", "blockquote", "figcaption", "caption", "legend", "label"].join();
const OTHERS =
  "nav, form, button, script, style, svg, [role=navigation], [role=status], [aria-live], .links, .row, .visually-hidden, footer, .entry-head, .provenance, .part--connections, .neighbours";
const TO_FILL_IN = ":is(td, th):has(input, select, textarea)"; // what it has of words are its choices
const NOT_SO = "[data-not-so]"; // what shows how not to do it, with what it is called
const HIGHLIGHT = "search"; // in search.css

/**
 * @param {unknown} kept
 * @returns {Sought[]}
 */
function soughtOf(kept) {
  const texts = (/** @type {unknown} */ some) => (Array.isArray(some) ? some.filter((one) => typeof one === "string") : []);
  return Array.isArray(kept) ? kept.map((one) => ({ own: texts(one?.own), also: texts(one?.also) })) : [];
}

/**
 * What the search has remembered for this page. It then lies in the history entry alone, so that the page has its mark
 * again after Back and not by another link.
 */
function remembered() {
  try {
    const { path, sought } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (path !== location.pathname) return [];
    sessionStorage.removeItem(KEY);
    return soughtOf(sought);
  } catch {
    return []; // blocked or corrupt
  }
}

/** @returns {Sought[]} */
function askedFor() {
  const typed = split(asked());
  const said = typed.filter((word) => !STOP_WORDS.has(word));
  return [...new Set((said.length ? said : typed).map(stem))].map((one) => ({ own: [one], also: [] }));
}

export async function showPlace() {
  const now = [...askedFor(), ...remembered()];
  const sought = (now.length ? now : soughtOf(history.state?.marked)).filter((one) => !isKind(one));
  const body = document.querySelector(".md-content__inner");
  const found = body && sought.length ? placeIn(body, sought) : null;
  if (!found) return;
  const { place, leads } = found;
  history.replaceState({ ...history.state, marked: sought }, "");
  await loadSearchStyles();
  mark(place, new Set(sought.flatMap(({ own, also }) => [...own, ...also])));
  if (now.length && leads) goTo(place);
}

/**
 * Whether this is what the kind of the page is called: then it is the whole page that was asked for by it.
 * @param {Sought} sought
 */
function isKind({ own, also }) {
  const called = new Set(split(document.querySelector(".entry-kind > a")?.textContent ?? "").map(stem));
  return [...own, ...also].some((one) => called.has(one));
}

/**
 * The best passage of the page, or of the section that the address names; and whether the page has to be left for it,
 * because its head does not hold as many of the words. What shows how not to do it answers nobody, so it is marked only if
 * nothing else has a word.
 * @param {Element} body
 * @param {Sought[]} sought
 */
function placeIn(body, sought) {
  const named = document.querySelector(":target");
  const section = named?.closest("section") ?? named;
  const within = section && body.contains(section) ? section : body;
  const passages = [...within.querySelectorAll(PASSAGES)].filter((one) => isPassage(one));
  const isNotSo = (/** @type {Element} */ one) => one.closest(NOT_SO) !== null;
  const top = within === body && body.querySelector(".entry-head");
  const head = top ? textOf(top) : "";
  const read = (/** @type {Element} */ one) => ({ text: textOf(one), hidden: !one.checkVisibility() });
  const best = (/** @type {Element[]} */ some) => some[bestPlace(some.map(read), sought, head)];
  const place = best(passages.filter((one) => !isNotSo(one))) ?? best(passages.filter(isNotSo));
  return place ? { place, leads: held(head, sought) < held(textOf(place), sought) } : null;
}

/**
 * Whether this is a passage of the content that is in sight, or is when what it is in is opened.
 * @param {Element} node
 */
const isPassage = (node) => !node.closest(OTHERS) && !node.matches(TO_FILL_IN) && !node.querySelector(PASSAGES) && (node.checkVisibility() || isDrawn(node));

/**
 * @param {Element | null} node
 * @returns {boolean}
 */
const isDrawn = (node) => !node || (getComputedStyle(node).display !== "none" && isDrawn(node.parentElement));

/**
 * The words of a passage, without the number of a row to write in.
 * @param {Element} node
 */
const textOf = (node) => (node.textContent ?? "").replace(node.querySelector(".sheet-row")?.textContent ?? "", "");

/**
 * Bring the passage into sight, and let keyboard and screen reader go on from there.
 * @param {Element} place
 */
function goTo(place) {
  if (!(place instanceof HTMLElement)) return;
  const { top, bottom } = place.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) place.scrollIntoView({ block: "center" });
  place.tabIndex = -1;
  // What the page and the browser do about the focus comes first.
  const focus = () => requestAnimationFrame(() => requestAnimationFrame(() => place.focus({ preventScroll: true })));
  if (document.readyState === "complete") focus();
  else addEventListener("load", focus, { once: true });
}

/**
 * Mark a passage and the words in it. The button that removes the mark stands at its end, where it covers nothing, behind
 * what says that this is how not to do it: the heading that does may be out of sight. In a table it stands after that, so
 * that no cell moves.
 * @param {Element} place
 * @param {Set<string>} stems
 */
function mark(place, stems) {
  const stop = new AbortController();
  const called = place.closest(NOT_SO)?.getAttribute("data-not-so");
  const note = called ? [" ", element("span", { class: "search-not-so" }, words.not_so({ part: words.quoted({ word: called }) }))] : [];
  const away = () => {
    stop.abort();
    for (const said of document.querySelectorAll(".search-not-so")) said.remove();
    remove(place, remover);
  };
  const remover = button(words.remove_mark, away);
  remover.className = "search-remove";
  for (let at = place.closest("details"); at; at = at.parentElement?.closest("details") ?? null) at.open = true;
  place.classList.add("search-place");
  highlight(place, stems); // before the button, whose words are none of the passage
  const table = place.closest("table");
  if (table) table.after(...note, remover);
  else if (place.matches("label")) place.after(remover);
  else place.append(...note, " ", remover);
  onKeys(document, ({ key, defaultPrevented }) => key === "Escape" && !defaultPrevented && away(), { signal: stop.signal });
}

/**
 * Mark the words looked for, where the browser can do so without changing the page.
 * @param {Element} place
 * @param {Set<string>} stems
 */
function highlight(place, stems) {
  if (!CSS.highlights) return;
  const ranges = new Highlight();
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const { text, hit } of pieces(node.textContent ?? "", stems)) {
      const range = new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: (at += text.length) });
      if (hit) ranges.add(range);
    }
  }
  CSS.highlights.set(HIGHLIGHT, ranges);
}

/**
 * @param {Element} place
 * @param {HTMLElement} remover
 */
function remove(place, remover) {
  place.classList.remove("search-place");
  CSS.highlights?.delete(HIGHLIGHT);
  const others = { ...history.state };
  delete others.marked;
  const address = new URL(location.href);
  address.searchParams.delete("q");
  history.replaceState(others, "", address);
  if (remover === document.activeElement) document.getElementById("__content")?.focus({ preventScroll: true });
  remover.remove();
}
