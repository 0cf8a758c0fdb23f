// On arrival from search: marks the words looked for on the page, until the reader removes the marks.
import { button, element } from "../../element/element.js";
import { asked } from "./asked.js";
import { loadStyles } from "./load.js";
import { nodes, pieces } from "./mark.js";
import { STOP_WORDS, stem, words as split } from "./words.js";
import words from "../words.js";

const KEY = "playbook:search-marks";
const SKIPPED = "script, style, svg, textarea, select, button, output, mark, [role=status], [aria-live]";

/**
 * Remember for the page at `href` what was looked for.
 * @param {string} href
 * @param {Iterable<string>} stems
 */
export function remember(href, stems) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(href).pathname, stems: [...stems] }));
  } catch {
    // Storage may be blocked: the page is then shown without marks.
  }
}

/** @returns {string[]} */
function remembered() {
  try {
    const { path, stems } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (path === location.pathname && Array.isArray(stems)) return stems.filter((one) => typeof one === "string");
  } catch {
    // Blocked or corrupt: nothing is remembered.
  }
  return [];
}

function askedStems() {
  const typed = split(asked());
  const said = typed.filter((word) => !STOP_WORDS.has(word));
  return (said.length ? said : typed).map(stem);
}

export async function showMarks() {
  const stems = new Set([...askedStems(), ...remembered()]);
  const body = document.querySelector(".md-content__inner");
  if (!stems.size || !body) return;
  const marks = markIn(body, stems);
  if (!marks.length) return;
  await loadStyles();
  document.body.append(remover(marks));
}

/**
 * @param {Element} body
 * @param {Set<string>} stems
 */
function markIn(body, stems) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  /** @type {HTMLElement[]} */
  const marks = [];
  for (const text of texts) {
    if (!pieces(text.data, stems).some(({ hit }) => hit)) continue;
    const parts = nodes(text.data, stems);
    marks.push(...parts.filter((part) => part instanceof HTMLElement));
    text.replaceWith(...parts);
  }
  return marks;
}

/** @param {HTMLElement[]} marks */
function remover(marks) {
  const label = words.remove_marks(marks.length);
  const box = element("aside", { class: "search-arrival", "aria-label": words.marked });
  box.append(button(label, () => remove(marks, box)));
  return box;
}

/**
 * @param {HTMLElement[]} marks
 * @param {HTMLElement} box
 */
function remove(marks, box) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  forget();
  box.remove();
  document.getElementById("__content")?.focus({ preventScroll: true });
}

function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
  const address = new URL(location.href);
  if (!address.searchParams.has("q")) return;
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}
