// Files: saved by the person, and chosen by the person.
import { element } from "../element/element.js";
import { MAX_FILE } from "./record.js";

/**
 * Let the person save a text, or something else, as a file.
 * @param {string} name
 * @param {string} type
 * @param {string | Blob} content
 */
export function offerFile(name, type, content) {
  const link = element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const LONGEST_NAME = 60;

/**
 * The title of something as the name of a file, without its ending. Pure.
 * @param {string} title
 * @param {string} otherwise if it has no letters
 */
export const nameOf = (title, otherwise) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, "") || otherwise;

/**
 * A hidden field for files with answers; click() on it lets the person choose.
 * @param {(files: File[]) => void} chosen
 * @param {import("../element/element.js").Attributes} [attributes]
 */
export function fileField(chosen, attributes = {}) {
  const onchange = () => {
    const files = [...(field.files ?? [])];
    field.value = ""; // so that the same file can be chosen again
    if (files.length) chosen(files);
  };
  const field = element("input", { type: "file", accept: ".json,application/json", hidden: true, ...attributes, onchange });
  return field;
}

/**
 * What a file holds; null for one that is too long.
 * @param {File} file
 */
export const textOf = async (file) => (file.size > MAX_FILE ? null : file.text());
