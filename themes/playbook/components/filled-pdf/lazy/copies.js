// The sheets in a PDF that somebody filled in: whose page each field belongs to. Pure.
import { fieldsOf } from "../../pdf-reader/lazy/pdf-fields.js";
import { opened } from "../../pdf-reader/lazy/pdf-file.js";
import { spaced } from "../spaced.js";

/**
 * A copy of a sheet: its entry, the edition (0 where the file does not say it), and what is filled in, by the names of
 * the fields with spaces for periods.
 * @typedef {{ entry: string, copy: number, edition: number, values: Map<string, string> }} FilledCopy
 */

// The name for programs has the edition; in files that programs wrote anew, only the other name may be left.
const KEY = /^([a-z0-9-]+) (\d{1,4}) (\d{1,4}) ([a-z0-9. -]{1,260})$/;
const NAME = /^([a-z0-9-]+)[ .](\d{1,4})[ .]([a-z0-9. -]{1,260})$/;

/**
 * The copies in a PDF, in their order. Copies in which nothing is filled in are among them.
 * @param {Uint8Array} bytes
 * @returns {Promise<FilledCopy[]>}
 * @throws {import("../../pdf-reader/lazy/pdf-values.js").PdfProblem}
 */
export async function copiesIn(bytes) {
  /** @type {Map<string, FilledCopy>} */
  const copies = new Map();
  for (const { name, key, value } of await fieldsOf(await opened(bytes))) {
    const [, entry, copy, edition, rest] = KEY.exec(key) ?? withoutEdition(NAME.exec(name));
    if (!entry) continue;
    const at = `${entry} ${copy}`;
    const found = copies.get(at) ?? { entry, copy: Number(copy), edition: Number(edition), values: new Map() };
    copies.set(at, found);
    const written = value.replace(/\r\n?/g, "\n").trim();
    if (written) found.values.set(spaced(rest), written);
  }
  return [...copies.values()];
}

/** @param {RegExpExecArray | null} found */
const withoutEdition = (found) => (found ? [found[0], found[1], found[2], "0", found[3]] : []);
