// The card with the meaning of a term beside the word, or of a sign that says whose words these are. It is loaded with its
// styles at the first use, and the meanings of terms at the first term.
import { element } from "../../element/element.js";
import { onKeys } from "../../element/keys.js";
import { dataAddress, ROOT } from "../../element/site.js";
import { loadStyles } from "../../element/styles.js";
import { placed } from "./term-place.js";
import { cardedAt } from "../term-card.js";
import words from "../words.js";

const PATIENCE = 250; // milliseconds before a card opens under the pointer, and before it closes behind it

/** @typedef {[title: string, meaning: string, list?: [address: string, label: string]]} Term the list is that of the kind it names */

/** @type {Promise<Record<string, Term>> | undefined} what terms.json holds, by term */
let meanings;
const card = element("span", { id: "term-card", class: "term-card", popover: "manual", "data-kind": "term" }); // the only card
/** @type {HTMLElement | null} the link or the sign whose card is open */
let shown = null;
let timer = 0;
let dismissing = false; // a card that was closed by Escape must not open again as the focus goes back to its word

function loadMeanings() {
  meanings ??= dataAddress("terms.json").then((address) => fetch(address)).then((answer) => (answer.ok ? answer.json() : {}));
  meanings.catch(() => (meanings = undefined)); // try again next time
  return meanings;
}

/**
 * What stands on the card of a link to a term; null where its meaning cannot be had. Phrasing elements only: it stands in the
 * middle of a sentence, right after its word, so that Tab reaches it.
 * @param {HTMLAnchorElement} link
 */
async function ofTerm(link) {
  const term = (await loadMeanings().catch(() => null))?.[link.dataset.term ?? ""];
  if (!term) return null;
  const [title, meaning, list] = term;
  const links = [element("a", { href: link.href }, words.more({ title }))];
  if (list) links.push(element("a", { href: new URL(list[0], ROOT).href }, list[1]));
  return [element("b", {}, title), element("span", { id: "term-card-meaning" }, meaning), ...links];
}

/**
 * What stands on the card of a sign, with a link to the foot of the page if it says more.
 * @param {HTMLElement} sign
 */
function ofSign(sign) {
  const meaning = sign.closest(".own-mark") ? words.own_section : sign.closest(".part-source") ? words.source : words.own;
  const foot = document.querySelector("aside#provenance");
  const more = foot && element("a", { href: "#provenance", onclick: close }, foot.getAttribute("aria-label") ?? "");
  return [element("span", {}, meaning), ...(more ? [more] : [])];
}

/**
 * Show the card of a term or a sign. Says whether there is one.
 * @param {HTMLElement} carded
 */
export async function open(carded) {
  clearTimeout(timer);
  if (shown === carded) return true;
  const link = carded instanceof HTMLAnchorElement ? carded : null;
  const [content] = await Promise.all([link ? ofTerm(link) : ofSign(carded), loadStyles(new URL("term-card.css", import.meta.url))]);
  if (!content || !carded.getClientRects().length) return false; // it is no longer to be seen
  close();
  card.replaceChildren(...content);
  if (link) link.after(card);
  else (document.querySelector("main") ?? document.body).append(card); // a heading or a sentence to copy must not take in what the card says
  card.showPopover();
  link?.setAttribute("aria-describedby", "term-card-meaning");
  shown = carded;
  const box = carded.getClientRects()[0];
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
 * Show the card of what somebody has come upon, and from now on those of all others.
 * @param {HTMLElement} carded
 */
export function begin(carded) {
  listen();
  if (carded.matches(":focus-visible")) open(carded);
  else if (carded.matches(":hover") && matchMedia("(hover: hover)").matches) later(() => open(carded));
}

/**
 * A tap shows the meaning, another hides it, and the card has the link.
 * @param {HTMLElement} carded
 */
export async function tapped(carded) {
  if (shown === carded) close();
  else if (!(await open(carded)) && carded instanceof HTMLAnchorElement) location.assign(carded.href);
}

function listen() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const carded = cardedAt(event.target);
    if (carded && carded !== shown) later(() => open(carded));
    else if (within(event.target)) clearTimeout(timer);
    else if (shown) later(leave);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const carded = cardedAt(event.target);
    if (dismissing) return;
    if (carded?.matches(":focus-visible")) open(carded);
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
