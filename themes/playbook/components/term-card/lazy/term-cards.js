// The card with the meaning of a term beside the word. It is loaded with the meanings and its styles at the first use.
import { element } from "../../element/element.js";
import { onKeys } from "../../element/keys.js";
import { dataAddress, ROOT } from "../../element/site.js";
import { loadStyles } from "../../element/styles.js";
import { placed } from "./term-place.js";
import { termOf } from "../term-card.js";
import words from "../words.js";

const PATIENCE = 250; // milliseconds before a card opens under the pointer, and before it closes behind it

/** @typedef {[title: string, meaning: string, list?: [address: string, label: string]]} Term the list is that of the kind it names */

/** @type {Promise<Record<string, Term>> | undefined} what terms.json holds, by term */
let meanings;
const card = element("span", { id: "term-card", class: "term-card", popover: "manual", "data-kind": "term" }); // the only card
/** @type {HTMLAnchorElement | null} the link whose card is open */
let shown = null;
let timer = 0;
let dismissing = false; // a card that was closed by Escape must not open again as the focus goes back to its word

function load() {
  meanings ??= Promise.all([
    dataAddress("terms.json").then((address) => fetch(address)),
    loadStyles(new URL("term-card.css", import.meta.url)),
  ]).then(([answer]) => (answer.ok ? answer.json() : {}));
  meanings.catch(() => (meanings = undefined)); // try again next time
  return meanings;
}

/**
 * Fill the card for a term. Phrasing elements only: it stands in the middle of a sentence, right after its word, so that
 * Tab reaches it.
 * @param {Term} term
 * @param {HTMLAnchorElement} link
 */
function fill([title, meaning, list], link) {
  const text = element("span", { id: "term-card-meaning" }, meaning);
  const links = [element("a", { href: link.href }, words.more({ title }))];
  if (list) links.push(element("a", { href: new URL(list[0], ROOT).href }, list[1]));
  card.replaceChildren(element("b", {}, title), text, ...links);
}

/**
 * Show the card of a term. Says whether there is one.
 * @param {HTMLAnchorElement} link
 */
async function open(link) {
  clearTimeout(timer);
  if (shown === link) return true;
  const term = (await load().catch(() => null))?.[link.dataset.term ?? ""];
  if (!term || !link.getClientRects().length) return false; // it is no longer to be seen
  close();
  fill(term, link);
  link.after(card);
  card.showPopover();
  link.setAttribute("aria-describedby", "term-card-meaning");
  shown = link;
  const box = link.getClientRects()[0];
  const place = placed(box, card.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: innerHeight });
  card.style.left = `${place.left + scrollX}px`;
  card.style.top = `${place.top + scrollY}px`;
  return true;
}

function close() {
  clearTimeout(timer);
  if (!shown) return;
  const had = card.contains(document.activeElement);
  card.hidePopover();
  card.remove();
  shown.removeAttribute("aria-describedby");
  if (had) shown.focus();
  shown = null;
}

/** @param {() => unknown} action */
const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, PATIENCE);
};

/** @param {unknown} node */
const within = (node) => node instanceof Node && shown !== null && (shown.contains(node) || card.contains(node));

/**
 * Show the card of the term that somebody has come upon, and from now on those of all others.
 * @param {HTMLAnchorElement} link
 */
export function begin(link) {
  listen();
  if (link.matches(":focus-visible")) open(link);
  else if (link.matches(":hover") && matchMedia("(hover: hover)").matches) later(() => open(link));
}

/**
 * A tap shows the meaning, another hides it, and the card has the link.
 * @param {HTMLAnchorElement} link
 */
export async function tapped(link) {
  if (shown === link) close();
  else if (!(await open(link))) location.assign(link.href);
}

function listen() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = termOf(event.target);
    if (link && link !== shown) later(() => open(link));
    else if (within(event.target)) clearTimeout(timer);
    else if (shown) later(leave);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event.target);
    if (dismissing) return;
    if (link && link.matches(":focus-visible")) open(link);
    else if (!within(event.target)) close();
  });
  document.addEventListener("focusout", (event) => {
    if (shown && !within(event.relatedTarget)) later(leave);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!within(event.target)) close();
  });
  onKeys(document, (event) => {
    if (event.key !== "Escape" || !shown) return;
    dismissing = true;
    close();
    dismissing = false;
  });
  document.documentElement.addEventListener("pointerleave", () => shown && later(leave));
}

// Neither the pointer nor the focus is there any more.
function leave() {
  if (shown && !shown.matches(":hover, :focus-visible") && !card.matches(":hover, :focus-within")) close();
}
