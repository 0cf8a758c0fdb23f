// The sheets of a pack, taken from the pages of the worksheets: their articles, without what only a screen needs.
import { loadStyles } from "../../element/styles.js";
import { cards } from "./pack-cards.js";

/** @type {Map<string, Promise<Element>>} */
const pages = new Map();

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("article.entry");
  if (!article) throw new Error("no sheet");
  const sheets = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href") ?? "");
  await Promise.all(sheets.map((address) => loadStyles(new URL(address, new URL(url, document.baseURI)))));
  return quiet(article);
}

/**
 * The article as mere paper: no scripts, no elements that come to life, nothing that labels or names.
 * @param {Element} article
 */
function quiet(article) {
  for (const element of article.querySelectorAll("script, .neighbours, .provenance, .print-links, .part--specimen, .sheet-room")) element.remove();
  const sheet = article.querySelector("work-sheet");
  sheet?.replaceWith(...sheet.childNodes);
  for (const element of [article, ...article.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) element.removeAttribute(name);
  }
  return article;
}

/**
 * The article of a worksheet's page. Asked for once; a failure is asked for again.
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
 * @param {Element} article
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
    sheet.querySelector(".part--facilitator")?.remove();
    sheet.querySelectorAll(".sheet-bingo").forEach((table, at) => {
      table.querySelectorAll("td label").forEach((square, place) => {
        square.textContent = drawn[at][copy][place];
      });
    });
    return sheet;
  });
}

/**
 * A sheet's notes for the facilitator.
 * @param {Element} article
 */
export function notesOf(article) {
  const notes = document.importNode(article, true);
  notes.classList.add("pack-runs");
  for (const part of notes.querySelectorAll(".part--instructions, .part--sheet")) part.remove();
  for (const fold of notes.querySelectorAll("details")) fold.open = true;
  return notes;
}
