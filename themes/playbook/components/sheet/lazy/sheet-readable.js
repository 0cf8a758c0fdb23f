// What stands on a filled sheet, as text to read: for an email, a note, a chat.
import { isField } from "../../element/find.js";

/** @typedef {{ label: string, value: string, isTick: boolean }} Filled A field that is filled in. */
/** @typedef {{ heading: string, filled: Filled[] }} Block A part of the sheet. */

/**
 * A sheet as text: its title, its address, and what is filled in.
 * @param {string} title
 * @param {string} address
 * @param {Block[]} blocks
 */
export function readable(title, address, blocks) {
  const parts = blocks.filter(({ filled }) => filled.length).map(({ heading, filled }) => [heading, ...filled.map((one) => lineOf(one, heading))].join("\n"));
  return `${[[title, address].join("\n"), ...parts].join("\n\n")}\n`;
}

/**
 * @param {Filled} filled
 * @param {string} heading
 */
function lineOf({ label, value, isTick }, heading) {
  if (isTick) return `[x] ${label}`;
  if (!label || label === heading) return value;
  return `- ${label}:${value.includes("\n") ? value.replace(/^|\n/g, "\n  ") : ` ${value}`}`;
}

/** @param {Node | null | undefined} node */
const textOf = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * What a field is called on the page.
 * @param {import("../../element/find.js").Field} field
 */
function nameOf(field) {
  const ids = field.getAttribute("aria-labelledby")?.split(" ") ?? [];
  if (ids.length) return ids.map((id) => textOf(document.getElementById(id))).filter(Boolean).reverse().join(", ");
  return textOf(field.labels?.[0]);
}

/**
 * What is said of a field. One that stands in a row of its block, which is a fieldset, is said with the words of the row.
 * @param {{ type: string, name: string, value: string, row: string }} field
 * @returns {Filled}
 */
export function said({ type, name, value, row }) {
  if (type === "radio" && row) return { label: row, value: name, isTick: false };
  const label = !row || name.includes(row) ? name : `${row}, ${name}`;
  return type === "radio" || type === "checkbox" ? { label, value: "", isTick: true } : { label, value: value.trim(), isTick: false };
}

/**
 * A field that is filled in; null where it is not, or is one of several to choose from that is not chosen.
 * @param {import("../../element/find.js").Field} field
 * @returns {Filled | null}
 */
function filledIn(field) {
  const isBox = field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
  if (!field.value || (isBox && !field.checked)) return null;
  const row = field.closest(".sheet-block fieldset fieldset")?.querySelector("legend");
  return said({ type: field.type, name: nameOf(field), value: field.value, row: textOf(row) });
}

/**
 * The blocks of a sheet, with what is filled in.
 * @param {HTMLFormElement} form
 * @returns {Block[]}
 */
export const blocksOf = (form) =>
  [...form.querySelectorAll(".sheet-block")].map((block) => ({
    heading: headingOf(block),
    filled: [...block.querySelectorAll("input, textarea, select")].filter(isField).map(filledIn).filter((one) => one !== null),
  }));

/**
 * What a block is called: the first words in it that name something, without their hint.
 * @param {Element} block
 */
function headingOf(block) {
  const named = block.querySelector("legend, caption, h3, label");
  const copy = named?.cloneNode(true);
  if (copy instanceof Element) for (const hint of copy.querySelectorAll(".sheet-hint")) hint.remove();
  return textOf(copy);
}
