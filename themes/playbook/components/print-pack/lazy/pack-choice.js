// What somebody chose to print, as it stands in the address, and how often each sheet is needed. Pure.

import { isInBooklets } from "../../pack-pdf/lazy/pack-order.js";
import { MAX_LENGTH } from "../../share-link/packed.js";

/** @typedef {{ paper: string, people: number, seed: number, notes: boolean, collate: string, sides: number, session: string, sheets: string[] }} Choice What to print, for how many, what lies together; the link of a session, or none; the ids of the sheets in their order. */

export const MOST_PEOPLE = 500; // as many as a session may have
export const MOST_SEED = 99_999;
const SIZES = ["a4", "letter"];
const LONGEST = 65_536; // the ids of a thousand sheets: a link that the page offers is never longer
/** @type {Record<string, number>} */
const SHARED_BY = { person: 1, pair: 2, trio: 3, table: 6 };

/**
 * The whole number from 1 to `most` that a text is.
 * @param {string | null} text
 * @param {number} most
 * @param {number} otherwise
 */
const whole = (text, most, otherwise) => (/^[1-9]\d{0,4}$/.test(text ?? "") && Number(text) <= most ? Number(text) : otherwise);

/**
 * The choice that `#paper=a4&people=12&sheets=bingo,plan` stands for, or the same with `?`. Unknown sheets are left out.
 * @param {string} fragment
 * @param {{ has(id: string): boolean }} known
 * @returns {Choice}
 */
export function choiceIn(fragment, known) {
  const found = new URLSearchParams(fragment.slice(0, LONGEST).replace(/^[#?]/, ""));
  const sheets = (found.get("sheets") ?? "").split(",").filter((id) => known.has(id));
  return {
    paper: SIZES.find((paper) => paper === found.get("paper")) ?? "a4",
    people: whole(found.get("people"), MOST_PEOPLE, 12),
    seed: whole(found.get("seed"), MOST_SEED, 1),
    notes: found.get("notes") === "yes",
    collate: found.get("collate") === "person" ? "person" : "sheet",
    sides: found.get("sides") === "2" ? 2 : 1,
    session: (found.get("session") ?? "").slice(0, MAX_LENGTH + 1),
    sheets: [...new Set(sheets)],
  };
}

/**
 * The fragment for a choice.
 * @param {Choice} choice
 */
export function fragmentOf({ paper, people, seed, notes, collate, sides, session, sheets }) {
  const seeded = seed === 1 ? "" : `&seed=${seed}`;
  const laid = `${collate === "person" ? "&collate=person" : ""}${sides === 2 ? "&sides=2" : ""}`;
  return `#paper=${paper}&people=${people}${seeded}${notes ? "&notes=yes" : ""}${laid}${session ? `&session=${encodeURIComponent(session)}` : ""}&sheets=${sheets.join(",")}`;
}

/**
 * How many sheets so many people need. Counts as Copies.for_people of generator/kinds/copies.py does.
 * @param {number} people
 * @param {string} each
 * @param {number} number
 */
export function copiesFor(people, each, number) {
  return number * Math.ceil(people / (SHARED_BY[each] ?? people));
}

/**
 * The copies of all sheets as they lie in the pack: what each person has lies together if that is wanted, and what people share follows.
 * @template Copy
 * @param {{ copies: Copy[], isPersonal: boolean }[]} sheets
 * @param {{ people: number, collate: string }} how
 */
export function together(sheets, { people, collate }) {
  const isPersonal = (/** @type {{ copies: Copy[], isPersonal: boolean }} */ sheet) => isInBooklets({ ...sheet, copies: sheet.copies.length }, { people, collate, sides: 1 });
  const personal = sheets.filter(isPersonal);
  const booklets = Array.from({ length: people }, (_, at) =>
    personal.flatMap(({ copies }) => copies.slice((at * copies.length) / people, ((at + 1) * copies.length) / people)),
  );
  return [...booklets.flat(), ...sheets.filter((sheet) => !isPersonal(sheet)).flatMap(({ copies }) => copies)];
}

/**
 * `list` with the item at `place` one place earlier.
 * @param {string[]} list
 * @param {number} place
 */
export function earlier(list, place) {
  if (place < 1) return list;
  return [...list.slice(0, place - 1), list[place], list[place - 1], ...list.slice(place + 1)];
}
