// Tables with a caption.
import { element } from "./element.js";

/**
 * @param {string} caption
 * @param {string[]} head
 * @param {HTMLTableRowElement[]} rows
 * @param {string} [name] the class of the table
 */
export function table(caption, head, rows, name = "result-table") {
  return element("table", { class: name }, [
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, head.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, rows),
  ]);
}

/**
 * A row that its first cell names.
 * @param {string} first
 * @param {import("./element.js").Children} cells
 */
export function row(first, ...cells) {
  return element("tr", {}, [element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell))]);
}
