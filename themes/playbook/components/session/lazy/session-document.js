// Saves the agenda, the packing list and the run sheet, as they are shown, as a DOCX.
import { offerFile } from "../../answers-store/files.js";
import { docxOf } from "../../docx/lazy/docx.js";
import { textWithin } from "../../page-text/lazy/page-text.js";

/**
 * @param {string} address of the empty document
 * @param {string} title
 * @param {Element[]} parts
 * @param {string} name of the file
 */
export async function saveDocument(address, title, parts, name) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const made = await docxOf(new Uint8Array(await answer.arrayBuffer()), title, parts.map((part) => textWithin(part)));
  offerFile(name, made.type, made);
}
