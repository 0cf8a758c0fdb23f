// Terms show their meaning beside the word: on hovering, on keyboard focus, on a tap. Without this they are links.
// The meanings and the styles are loaded at the first use.
// @common
import { element } from "../element/element.js";
import { onKeys } from "../element/keys.js";
import { dataAddress } from "../element/site.js";
import { loadStyles } from "../element/styles.js";
import { placed } from "./term-place.js";

const PATIENCE = 250; // milliseconds before a card opens under the pointer, and before it closes behind it

/** @typedef {[title: string, meaning: string]} Term */

/** @type {Promise<Record<string, Term>> | undefined} what terms.json holds, by term */
let meanings;
/** @type {(values: { title: string }) => string} what leads to the page of a term; loaded with the first meaning */
let moreOn;
const card = element("span", { id: "term-card", class: "term-card", popover: "manual", "data-kind": "term" }); // the only card
/** @type {HTMLAnchorElement | null} the link whose card is open */
let shown = null;
let timer = 0;
let pointer = ""; // the kind of the pointer that was last pressed
let dismissing = false; // a card that was closed by Escape must not open again as the focus goes back to its word

function load() {
  meanings ??= Promise.all([
    dataAddress("terms.json").then((address) => fetch(address)),
    import("./words.js"),
    loadStyles(new URL("lazy/term-card.css", import.meta.url)),
  ]).then(([answer, { default: words }]) => {
    moreOn = words.more;
    return answer.ok ? answer.json() : {};
  });
  meanings.catch(() => (meanings = undefined)); // try again next time
  return meanings;
}

/**
 * Fill the card for a term. Phrasing elements only: it stands in the middle of a sentence, right after its word, so that
 * Tab reaches it.
 * @param {Term} term
 * @param {HTMLAnchorElement} link
 */
function fill([title, meaning], link) {
  const text = element("span", { id: "term-card-meaning" }, meaning);
  card.replaceChildren(element("b", {}, title), text, element("a", { href: link.href }, moreOn({ title })));
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
/**
 * The link to a term that something on the page belongs to.
 * @param {unknown} node
 */
function termOf(node) {
  const link = node instanceof Element ? node.closest("a.term[data-term]") : null;
  return link instanceof HTMLAnchorElement ? link : null;
}

/** @param {unknown} node */
const within = (node) => node instanceof Node && shown !== null && (shown.contains(node) || card.contains(node));

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
    pointer = event.pointerType;
    if (!within(event.target)) close();
  });
  onKeys(document, (event) => {
    if (event.key !== "Escape" || !shown) return;
    dismissing = true;
    close();
    dismissing = false;
  });
  document.documentElement.addEventListener("pointerleave", () => shown && later(leave));
  // A tap shows the meaning, and the card has the link. Keyboard and mouse follow the link as ever.
  document.addEventListener("click", (event) => {
    const link = termOf(event.target);
    const type = (event instanceof PointerEvent && event.pointerType) || pointer;
    if (!link || type !== "touch" || event.detail === 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (shown === link) close();
    else open(link).then((opened) => opened || location.assign(link.href));
  });
}

// Neither the pointer nor the focus is there any more.
function leave() {
  if (shown && !shown.matches(":hover, :focus-visible") && !card.matches(":hover, :focus-within")) close();
}

if ("popover" in HTMLElement.prototype) listen();
