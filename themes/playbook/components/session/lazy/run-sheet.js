// The run sheet: block by block what is done, said, shown and handed out, with the texts of stories, dialogues and guides.
// The texts come from the pages themselves.
import { element } from "../../element/element.js";
import { dayWritten } from "../../element/day.js";
import { loadStyles } from "../../element/styles.js";
import { qrDrawing } from "../../qr-code/lazy/qr-drawing.js";
import { clock } from "./clock.js";
import { handout } from "./handout.js";
import { usesOf } from "./schedule.js";
import words from "../words.js";

/** @typedef {import("./schedule.js").Session} Session */
/** @typedef {import("./schedule.js").Block} Block */

/** @type {Map<string, Promise<Element>>} */
const pages = new Map();

/** What a page has besides its text. The signs of provenance are explained at its foot, which is not here. */
const BESIDE = ".own-mark, .part-sign, script, script-notice, .neighbours, .provenance, .print-links, .entry-head, .part--specimen, .part--connections, .screen-only, .tool-first, .sheet-room, .links, .next-steps, nav, button, keep-mark, .talk-page, .message-length, .objection > p:last-child:has(> a:only-child)";

/** Parts of a text that are marked as ours or as the sources'. */
const MARKED = ".part-own, .part-source";

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("article.entry");
  if (!article) throw new Error("no entry");
  const styles = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => new URL(link.getAttribute("href") ?? "", address));
  await Promise.all(styles.map(loadStyles));
  for (const link of article.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  return article;
}

/**
 * The article of a page. Asked for once; a failure is asked for again.
 * @param {string} address
 */
function articleAt(address) {
  const asked = pages.get(address) ?? fetched(address);
  pages.set(address, asked);
  asked.catch(() => pages.delete(address));
  return asked;
}

/**
 * A copy as mere text: nothing that comes to life, nothing that labels or names.
 * @param {Element} part
 */
function quiet(part) {
  const copy = document.importNode(part, true);
  for (const beside of copy.querySelectorAll(BESIDE)) beside.remove();
  for (const own of [...copy.querySelectorAll("*")].filter((node) => node.localName.includes("-") || node.matches(MARKED))) own.replaceWith(...own.childNodes);
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) node.removeAttribute(name);
  }
  for (const fold of copy.querySelectorAll("details")) fold.open = true;
  for (const field of copy.querySelectorAll("input, textarea, select")) field.setAttribute("disabled", "");
  return copy;
}

/**
 * The part of a page that a facilitator needs: of a worksheet the notes, of a plan one block, else the whole text.
 * @param {Element} article
 * @param {string} kind
 */
function textOf(article, kind) {
  const notes = article.querySelector(".part--facilitator");
  const parts = kind === "worksheet" && notes ? [notes] : [...article.querySelectorAll(".part:not(.part .part)")];
  return parts.filter((part) => !part.matches(BESIDE)).map(quiet).filter(hasText).map(deeper);
}

/**
 * Whether a part has more than its heading: lists of links are left out.
 * @param {Element} part
 */
const hasText = (part) => [...part.children].some((child) => !/^H\d$/.test(child.tagName) && child.textContent?.trim());

/**
 * The part with its headings below that of the text.
 * @param {Element} part
 */
function deeper(part) {
  for (const heading of part.querySelectorAll("h2, h3, h4")) {
    const level = Math.min(6, Number(heading.tagName[1]) + 3);
    heading.replaceWith(element(/** @type {"h5"} */ (`h${level}`), {}, [...heading.childNodes]));
  }
  return part;
}

/**
 * @param {Element} article
 * @param {string} part
 */
function blockOf(article, part) {
  const heading = [...article.querySelectorAll(".plan-block > h3")].find(({ id }) => id === `block-${part}`);
  if (!heading?.parentElement) return [];
  const copy = quiet(heading.parentElement);
  copy.querySelector("h3")?.remove();
  copy.querySelector(".plan-time")?.remove();
  return [...copy.childNodes];
}

/**
 * A block of the run sheet. `lost` is called with the title of each page that cannot be fetched.
 * @param {Block} block
 * @param {import("./schedule.js").Line} line
 * @param {(id: string) => string} address
 * @param {(title: string) => void} lost
 */
async function section(block, line, address, lost) {
  const uses = new Map(block.uses.map((use) => [use.entry, use]));
  const tried = async (/** @type {string} */ id, /** @type {string} */ title, /** @type {(article: Element) => Node[]} */ of) => {
    try {
      return of(await articleAt(address(id)));
    } catch {
      lost(title);
      return [];
    }
  };
  const body = block.part ? await tried(block.of, block.title, (article) => blockOf(article, block.part)) : [];
  const texts = await Promise.all(
    block.uses
      .filter(({ kind, copies }) => !copies || !block.part || kind === "worksheet" || kind === "role-play")
      .map(async ({ entry, kind, title }) => element("section", { class: "session-text" }, element("h4", {}, title), await tried(entry, title, (article) => textOf(article, kind)))),
  );
  const hands = line.hands.map(({ entry, copies, again }) => handout(uses.get(entry), copies, again));
  return element("section", { class: "session-run-block" }, [
    element("h3", {}, `${clock(line.start)}–${clock(line.end)} ${block.title}`),
    line.short ? element("p", {}, element("strong", {}, words.too_short({ needs: block.needs }))) : null,
    hands.length ? element("p", {}, element("strong", {}, words.hand_out({ what: "" })), ` ${hands.join("; ")}`) : null,
    body,
    texts,
  ]);
}

/**
 * QR codes to the pages of everything that is used.
 * @param {Map<string, import("./schedule.js").Use>} uses
 * @param {(id: string) => string} address
 */
function codes(uses, address) {
  const items = [...uses].map(([id, { title }]) => element("li", {}, qrDrawing(address(id), words.qr_of({ title }), "session-code"), element("a", { href: address(id) }, title)));
  return element("ul", { class: "session-codes" }, items);
}

/**
 * The whole run sheet, and the titles of what could not be fetched.
 * @param {Session} session
 * @param {import("./schedule.js").Schedule} schedule
 * @param {(id: string) => string} address
 */
export async function runSheet(session, { lines, at_end: atEnd, end, over }, address) {
  const { people, start, day, blocks, feedback } = session;
  /** @type {Set<string>} */
  const lost = new Set();
  const sections = await Promise.all(blocks.map((block, at) => section(block, lines[at], address, (title) => lost.add(title))));
  const hands = atEnd.map(({ copies, again }) => handout(feedback ?? undefined, copies, again));
  const handed = hands.length ? [" ", element("strong", {}, words.hand_out({ what: "" })), ` ${hands.join("; ")}`] : [];
  const last = element("p", { class: "session-end" }, `${clock(end)} ${words.ends}`, handed);
  const about = element("p", {}, [words.agenda_of({ title: session.title, people: words.for_people(people) }), dayWritten(day), `${clock(start)}–${clock(end)}`].filter(Boolean).join(" · "));
  const late = over ? [element("p", {}, element("strong", {}, words.over(over)))] : [];
  return { nodes: [about, ...late, codes(usesOf({ blocks, feedback }), address), ...sections, last], lost: [...lost] };
}
