// Reads what people filled in in PDFs of this playbook, and says in words what is wrong with others. Nothing is sent.
import { MOST_BYTES } from "../../pdf-reader/lazy/pdf-file.js";
import { PdfProblem } from "../../pdf-reader/lazy/pdf-values.js";
import { copiesIn } from "./copies.js";
import words from "../words.js";

/** @typedef {import("./copies.js").FilledCopy} FilledCopy */

/** @type {Record<import("../../pdf-reader/lazy/pdf-values.js").PdfReason, string>} */
const PROBLEMS = {
  "no-pdf": words.no_pdf,
  damaged: words.damaged,
  encrypted: words.encrypted,
  "too-large": words.too_large,
  "too-much": words.too_much,
};

/**
 * The copies of sheets in a PDF, or why it has none, in words.
 * @param {File} file
 * @returns {Promise<FilledCopy[] | string>}
 */
export async function copiesOf(file) {
  if (file.size > MOST_BYTES) return words.too_large;
  try {
    const copies = await copiesIn(new Uint8Array(await file.arrayBuffer()));
    return copies.length ? copies : words.no_fields;
  } catch (fault) {
    if (fault instanceof PdfProblem) return PROBLEMS[fault.reason];
    if (fault instanceof DOMException) return words.not_read; // the file was moved or removed meanwhile
    throw fault;
  }
}

/**
 * The first copy of an entry in which something is filled in, and how many more there are; or why there is none.
 * @param {File} file
 * @param {string} entry
 * @returns {Promise<{ copy: FilledCopy, others: number } | { fault: string }>}
 */
export async function chosenCopy(file, entry) {
  const copies = await copiesOf(file);
  if (typeof copies === "string") return { fault: copies };
  const own = copies.filter((copy) => copy.entry === entry);
  if (!own.length) return { fault: words.other_entry({ entries: [...new Set(copies.map((copy) => copy.entry))].slice(0, 5).join(", ") }) };
  const [copy, ...others] = own.filter(({ values }) => values.size);
  return copy ? { copy, others: others.length } : { fault: words.blank };
}
