// Terms show their meaning beside the word: on hovering, on keyboard focus, on a tap. Without this they are links.
// The meanings are loaded at the first use.
import { placed } from "./term-place.js";

const PATIENCE = 250; // milliseconds before a card opens under the pointer, and before it closes behind it

let meanings; // a promise of what terms.json holds
let card; // the only card
let shown = null; // the link whose card is open
let timer = 0;
let pointer = ""; // the kind of the pointer that was last pressed
let dismissing = false; // a card that was closed by Escape must not open again as the focus goes back to its word

function load() {
  meanings ??= fetch(new URL("../terms.json", import.meta.url)).then((answer) => (answer.ok ? answer.json() : {}));
  meanings.catch(() => (meanings = undefined)); // try again next time
  return meanings;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// Phrasing elements only: the card stands in the middle of a sentence, right after its word, so that Tab reaches it.
function filled([title, meaning], link) {
  card ??= Object.assign(document.createElement("span"), { id: "term-card", className: "term-card", popover: "manual" });
  card.dataset.kind = "term";
  const text = Object.assign(element("span", meaning), { id: "term-card-meaning" });
  const more = Object.assign(element("a", `More on “${title}”`), { href: link.href });
  card.replaceChildren(element("b", title), text, more);
  return card;
}

async function open(link) {
  clearTimeout(timer);
  if (shown === link) return true;
  const found = await load().catch(() => ({}));
  const words = found[link.dataset.term];
  if (!words || !link.isConnected) return false;
  close();
  link.after(filled(words, link));
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

const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, PATIENCE);
};
const termOf = (node) => node instanceof Element && node.closest("a.term[data-term]");
const within = (node) => node instanceof Node && shown && (shown.contains(node) || card.contains(node));

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
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    dismissing = true;
    close();
    dismissing = false;
  });
  document.documentElement.addEventListener("pointerleave", () => shown && later(leave));
  // A tap shows the meaning, and the card has the link. Keyboard and mouse follow the link as ever.
  document.addEventListener("click", (event) => {
    const link = termOf(event.target);
    if (!link || (event.pointerType || pointer) !== "touch" || event.detail === 0) return;
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
