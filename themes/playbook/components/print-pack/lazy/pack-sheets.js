// The sheets of a pack, taken from the pages of what is handed out: their articles, without what only a screen needs.
import { element } from "../../element/element.js";
import { loadStyles } from "../../element/styles.js";
import { cards } from "./pack-cards.js";
import words from "../words.js";

/**
 * The parts of an entry that participants get, by its kind. Of a worksheet they get all but the notes.
 * @type {Map<string, string>}
 */
const HANDED_OUT = new Map([
  ["checklist", ".part--list, .part--afterwards"],
  ["assessment", ".part--before, .part--questions, .part--key"],
  ["role-play", ".part--roles"],
]);
/** The kinds with notes for the facilitator. */
const WITH_NOTES = ["worksheet", "role-play"];

/** @type {Map<string, Promise<HTMLElement>>} */
const pages = new Map();

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("article.entry");
  if (!(article instanceof HTMLElement)) throw new Error("no sheet");
  const sheets = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href") ?? "");
  await Promise.all(sheets.map((address) => loadStyles(new URL(address, new URL(url, document.baseURI)))));
  return quiet(article);
}

/**
 * The article as mere paper: no scripts, no elements that come to life, nothing that labels or names.
 * @param {HTMLElement} article
 */
function quiet(article) {
  for (const part of article.querySelectorAll("script, script-notice, .neighbours, .provenance, .print-links, .part--specimen, .sheet-room")) part.remove();
  const sheet = article.querySelector("work-sheet");
  sheet?.replaceWith(...sheet.childNodes);
  for (const node of [article, ...article.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) node.removeAttribute(name);
  }
  return article;
}

/**
 * The article of a sheet's page. Asked for once; a failure is asked for again.
 * @param {string} url
 */
export function sheetAt(url) {
  const asked = pages.get(url) ?? fetched(url);
  pages.set(url, asked);
  asked.catch(() => pages.delete(url));
  return asked;
}

/**
 * So many copies of a sheet for participants.
 * @param {HTMLElement} article
 * @param {number} copies
 * @param {import("./pack-cards.js").Bingo[]} bingo what each of its bingo cards is drawn from
 * @param {number} seed
 */
export function copiesOf(article, copies, bingo, seed) {
  const drawn = bingo.map((block) => cards(block, seed, copies));
  return Array.from({ length: copies }, (_, copy) => {
    const sheet = document.importNode(article, true);
    // The styles of this page know nothing of what is in a sheet.
    sheet.classList.toggle("pack-landscape", Boolean(sheet.querySelector(".sheet--landscape")));
    keepForParticipants(sheet);
    sheet.querySelectorAll(".sheet-bingo").forEach((table, at) => {
      table.querySelectorAll("td label").forEach((square, place) => {
        square.textContent = drawn[at][copy][place];
      });
    });
    return sheet;
  });
}

/**
 * Leave out of a sheet what is not handed out. The roles of a role play become cards.
 * @param {HTMLElement} sheet
 */
function keepForParticipants(sheet) {
  const parts = HANDED_OUT.get(sheet.dataset.kind ?? "");
  sheet.querySelector(".part--facilitator")?.remove();
  if (!parts) return;
  for (const part of sheet.querySelectorAll(`.part:not(${parts}), .pull-quote, .life, .feedback`)) part.remove();
  for (const fold of sheet.querySelectorAll("details")) fold.open = true;
  const roles = sheet.querySelector(".roles");
  roles?.before(element("p", { class: "pack-cut" }, words.cut(roles.children.length)));
}

/**
 * A sheet's notes for the facilitator; null if it has none.
 * @param {HTMLElement} article
 */
export function notesOf(article) {
  if (!WITH_NOTES.includes(article.dataset.kind ?? "")) return null;
  const notes = document.importNode(article, true);
  notes.classList.add("pack-runs");
  for (const part of notes.querySelectorAll(".part--instructions, .part--sheet")) part.remove();
  for (const fold of notes.querySelectorAll("details")) fold.open = true;
  return notes;
}
