// The marks of a text: what a button of the tool bar makes of what is selected. Nothing here touches the page.

/** @typedef {{ text: string, from: number, to: number }} Selected A text and what is selected in it. */
/** @typedef {{ from: number, to: number, insert: string, select: [number, number] }} Replacement What to put in place of a part of the text, and what is selected in it afterwards. */

/**
 * Set marks around what is selected, or take them away.
 * @param {Selected} selected
 * @param {string} mark such as `**`
 * @param {string} words what stands between the marks where nothing is selected
 * @returns {Replacement}
 */
export function around({ text, from, to }, mark, words) {
  const size = mark.length;
  const inner = text.slice(from, to);
  const isOnly = (/** @type {string} */ before, /** @type {string} */ after) =>
    before.endsWith(mark) && after.startsWith(mark) && (size > 1 || (!before.endsWith(mark.repeat(2)) && !after.startsWith(mark.repeat(2))));
  if (isOnly(text.slice(0, from), text.slice(to))) {
    return { from: from - size, to: to + size, insert: inner, select: [from - size, to - size] };
  }
  // A mark beside a space is no mark.
  const [, before = "", kept = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(inner) ?? [];
  const shown = kept || words;
  const start = from + before.length + size;
  return { from, to, insert: `${before}${mark}${shown}${mark}${after}`, select: [start, start + shown.length] };
}

/**
 * The lines of what is selected, from the start of the first to the end of the last.
 * @param {Selected} selected
 */
function lines({ text, from, to }) {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found < 0 ? text.length : found;
  return { start, end, lines: text.slice(start, end).split("\n") };
}

const ITEM = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+/;

/**
 * Make a list of the lines that are selected, or lines of the list.
 * @param {Selected} selected
 * @param {"bullets" | "numbers"} how
 * @returns {Replacement}
 */
export function asList(selected, how) {
  const { start, end, lines: all } = lines(selected);
  const mark = (/** @type {number} */ at) => (how === "bullets" ? "- " : `${at + 1}. `);
  const fits = how === "bullets" ? /^\s*[-*+]\s/ : /^\s*\d{1,9}[.)]\s/;
  const isList = all.every((line) => fits.test(line));
  const made = all.map((line, at) => (isList ? line.replace(ITEM, "$1") : mark(at) + line.replace(ITEM, "")));
  // A list begins a block of its own, unless the line above is one of it.
  const above = selected.text.slice(0, start).split("\n").at(-2) ?? "";
  const gap = !isList && start > 0 && above.trim() && !ITEM.test(above) ? "\n" : "";
  const insert = gap + made.join("\n");
  const last = start + insert.length;
  return { from: start, to: end, insert, select: selected.from === selected.to ? [last, last] : [start + gap.length, last] };
}

/**
 * Put a block of lines below the line in which the selection ends.
 * @param {Selected} selected
 * @param {string} block
 * @param {string} chosen the part of the block that is selected afterwards
 * @returns {Replacement}
 */
export function asBlock(selected, block, chosen) {
  const { start, end, lines: all } = lines(selected);
  const isEmpty = all.every((line) => !line.trim());
  const before = selected.text.slice(0, isEmpty ? start : end).replace(/\n+$/, "");
  const at = before.length;
  const lead = at ? "\n\n" : "";
  const after = selected.text.slice(isEmpty ? end : end).replace(/^\n+/, "");
  const insert = lead + block + (after ? "\n\n" : "");
  const first = at + lead.length + Math.max(0, block.indexOf(chosen));
  return { from: at, to: selected.text.length - after.length, insert, select: [first, first + chosen.length] };
}

/**
 * A link to an entry with the words that are selected, or those of its title.
 * @param {Selected} selected
 * @param {string} id
 * @param {string} title
 * @returns {Replacement}
 */
export function linked({ text, from, to }, id, title) {
  const words = text.slice(from, to).trim().replace(/[[\]|]/g, "") || title.replace(/[[\]|]/g, "");
  const insert = `[[${id}|${words}]]`;
  const start = from + insert.indexOf("|") + 1;
  return { from, to, insert, select: [start, start + words.length] };
}

/**
 * What Enter does within a list: another item, or the end of the list after an empty one; null outside of lists.
 * @param {Selected} selected
 * @returns {Replacement | null}
 */
export function nextItem({ text, from, to }) {
  if (from !== to) return null;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const [mark, indent = "", sign = "", number] = /^(\s*)([-*+]|(\d{1,8})[.)])\s+/.exec(text.slice(start, from)) ?? [];
  if (!mark) return null;
  const isEmpty = text.slice(start, from) === mark && /^\s*(\n|$)/.test(text.slice(from));
  if (isEmpty) return { from: start, to: from, insert: "", select: [start, start] };
  const next = number ? sign.replace(number, String(Number(number) + 1)) : sign;
  const insert = `\n${indent}${next} `;
  return { from, to, insert, select: [from + insert.length, from + insert.length] };
}
