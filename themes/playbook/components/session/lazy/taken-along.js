// What one takes along from a planned session: its link, its run sheet, and these as paper or as a document.

/** @import { SessionPage } from "./session-page.js" */
import { nameOf, offerFile } from "../../answers-store/files.js";
import { copyText } from "../../copy/copy-text.js";
import { element } from "../../element/element.js";
import { ROOT } from "../../element/site.js";
import { sharedAddress } from "../../element/shared-address.js";
import { LinkFault } from "../../share-link/packed.js";
import { runSheet } from "./run-sheet.js";
import { toLink } from "./session-link.js";
import words from "../words.js";

/**
 * The address of the page with the session in it.
 * @param {SessionPage} page
 * @param {string[]} names that it has in it
 * @throws {LinkFault} where the session has no room in an address
 */
const addressWith = ({ choice }, names) => `${sharedAddress().split("?")[0]}#${toLink({ ...choice, names })}`;

/** @param {SessionPage} page @param {string[]} [names] that the link has in it */
export async function copyLink(page, names = []) {
  try {
    const link = addressWith(page, names);
    const { choice } = page;
    const said = await copyText(link, names.length ? words.names_copied : words.link_copied, words.copy_from({ link }));
    if (choice === page.choice) page.done(said);
  } catch (fault) {
    if (!(fault instanceof LinkFault)) throw fault;
    page.done(words.too_long);
  }
}

/** Save the session for a calendar. Without a day it says that one is needed. @param {SessionPage} page */
export async function saveForCalendar(page) {
  const { session, times } = page;
  if (!session.day) {
    page.noteUntilChanged(words.calendar_needs_day);
    page.form.field("day").focus();
    return;
  }
  const { sessionCalendar } = await import("./session-calendar.js");
  const file = sessionCalendar(session, times, addressIfShort(page), ROOT.href, new Date());
  const name = `${nameOf(session.title, "session")}-${session.day}.ics`;
  offerFile(name, "text/calendar", file);
  if (session === page.session) page.done(words.calendar_saved({ name }));
}

/** @param {SessionPage} page */
function addressIfShort(page) {
  try {
    return addressWith(page, []);
  } catch (fault) {
    if (!(fault instanceof LinkFault)) throw fault;
    return "";
  }
}

/** @param {SessionPage} page */
export async function showRunSheet(page) {
  const { session, times } = page;
  page.done(words.fetching);
  const { nodes, lost } = await runSheet(session, times, (id) => page.address(id));
  if (session !== page.session) return;
  page.at("[data-run]").replaceChildren(element("h2", { tabindex: "-1" }, words.run_sheet), ...nodes);
  page.done(lost.length ? words.lost({ titles: lost.join(", ") }) : words.run_ready);
}

/** @param {SessionPage} page @param {"agenda" | "run" | "short"} what */
export async function printPart(page, what) {
  if (what !== "agenda") await showRunSheet(page);
  page.host.dataset.print = what;
  window.print();
}

/**
 * Save agenda, packing list and run sheet for office programs.
 * @param {SessionPage} page
 * @param {string} empty the address of the document that they are put into
 */
export async function saveAsDocument(page, empty) {
  await showRunSheet(page);
  const name = `${nameOf(page.session.title, "session")}-${page.choice.people}.docx`;
  const parts = ["agenda", "pack", "run"].map((part) => page.at(`.session-${part}`));
  try {
    const { saveDocument } = await import("./session-document.js");
    await saveDocument(empty, page.session.title, parts, name);
  } catch {
    page.done(words.document_failed);
    return;
  }
  page.done(`${page.at("[data-done]").textContent} ${words.document_saved({ name })}`);
}
