// What values a shape takes: the first one, whether one is empty, and how it is called in a line.

/** @import { Data, Field, Mapping, Part, Shape } from "./contract.d.ts" */
import { isMapping } from "./tree.js";

const LONGEST_ID = 64;
const LONGEST_NAME = 80;
/** Fields by which items are called, the best first. */
const NAMING = ["title", "label", "name", "text", "heading", "do", "question", "ask", "says", "line", "to", "source", "entry", "phrase", "words", "what", "id"];

/**
 * What a new item or field begins with.
 * @param {Shape} shape
 * @param {string} [tag] of the part, where it is one of several
 * @param {Mapping} [entry] in which it stands, whose values others begin with
 * @returns {Data}
 */
export function blank(shape, tag, entry = {}) {
  const before = shape.begins_with ? entry[shape.begins_with] : undefined;
  if (typeof before === "string") return before;
  switch (shape.sort) {
    case "list":
      return shape.item && shape.item.sort !== "list" ? [blank(shape.item, undefined, entry)] : [];
    case "named":
      return {};
    case "part":
      return shape.bare ? "" : required(shape.parts?.[0], entry);
    case "one_of": {
      const part = shape.parts?.find((one) => one.tag === tag) ?? shape.parts?.[0];
      return { ...(shape.tag_field && part?.tag ? { [shape.tag_field]: part.tag } : {}), ...required(part, entry, shape.tag_field) };
    }
    case "yes_no":
      return "true";
    case "choice":
      return shape.choices?.[0]?.value ?? "";
    default:
      return "";
  }
}

/**
 * The required texts of a part, empty.
 * @param {Part | undefined} part
 * @param {Mapping} entry
 * @param {string} [tag]
 * @returns {Mapping}
 */
function required(part, entry, tag) {
  const fields = (part?.fields ?? []).filter((field) => field.required && field.name !== tag && field.shape.sort !== "choice");
  return Object.fromEntries(fields.map((field) => [field.name, blank(field.shape, undefined, entry)]));
}

/**
 * Whether nothing was entered.
 * @param {Data | undefined} data
 * @returns {boolean}
 */
export function isBlank(data) {
  if (data === undefined || data === "") return true;
  if (Array.isArray(data)) return data.every(isBlank);
  return isMapping(data) && Object.values(data).every(isBlank);
}

/**
 * A part as a mapping, also where it is written as its one text.
 * @param {Data | undefined} data
 * @param {string | null | undefined} bare the field that a text is
 * @returns {Mapping}
 */
export function asMapping(data, bare) {
  if (isMapping(data)) return data;
  return bare && typeof data === "string" ? { [bare]: data } : {};
}

/**
 * A part as it is written: as its one text if it was one before and holds no more.
 * @param {Mapping} fields
 * @param {Data | undefined} before
 * @param {string | null | undefined} bare
 * @returns {Data}
 */
export function asWritten(fields, before, bare) {
  const names = Object.keys(fields);
  const only = bare && !isMapping(before) && names.length <= 1 && (names.length === 0 || names[0] === bare);
  return only ? (fields[bare] ?? "") : fields;
}

/**
 * The part of several that a value is.
 * @param {Shape} shape
 * @param {Data | undefined} data
 * @returns {Part | undefined}
 */
export function partOf(shape, data) {
  const tag = shape.tag_field && isMapping(data) ? data[shape.tag_field] : undefined;
  return shape.sort === "one_of" ? shape.parts?.find((part) => part.tag === tag) : shape.parts?.[0];
}

/**
 * Fields in the order in which the form has them: the required ones first, short names that are made from others last.
 * @param {Field[]} fields
 */
export function inOrder(fields) {
  const [made, written] = [fields.filter(({ shape }) => shape.made_from), fields.filter(({ shape }) => !shape.made_from)];
  return [...written.filter((field) => field.required), ...written.filter((field) => !field.required), ...made];
}

/** Texts that end with their line. */
const LINES = new Set(["text", "line"]);

/**
 * The field of a part that is one text to write, and perhaps more that may be left out, such as a point of a checklist.
 * @param {Shape} shape
 * @returns {Field | undefined}
 */
export function onlyText(shape) {
  const fields = shape.sort === "part" ? (shape.parts?.[0]?.fields ?? []) : [];
  const [first, ...others] = fields.filter((field) => field.required && !field.shape.made_from);
  return first && !others.length && LINES.has(first.shape.sort) ? first : undefined;
}

/**
 * Whether the fields are the relations by which an entry links to others.
 * @param {Field[]} fields
 */
export const areLinks = (fields) =>
  fields.length > 0 && fields.every(({ shape }) => shape.sort === "list" && shape.item?.parts?.[0]?.fields.some((field) => field.shape.sort === "ref"));

/**
 * What an item is called in the line that stands for it, without marks; empty where it says nothing of itself.
 * @param {Data | undefined} data
 * @param {(id: string) => string | undefined} titleOf
 * @returns {string}
 */
export function called(data, titleOf) {
  const found = isMapping(data) ? calledBy(data) : Array.isArray(data) ? data.filter((one) => typeof one === "string").join(", ") : data;
  if (typeof found !== "string") return "";
  const text = (titleOf(found) ?? inWords(found, titleOf)).replace(/\s+/g, " ").trim();
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1).trimEnd()}…` : text;
}

/**
 * A text without its marks: with titles in place of ids, and with their words in place of pictures and links.
 * @param {string} text
 * @param {(id: string) => string | undefined} titleOf
 */
export const inWords = (text, titleOf) => text
  .replace(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g, (_, /** @type {string} */ id, /** @type {string | undefined} */ own) => own ?? titleOf(id) ?? id)
  .replace(/!?\[([^[\]]*)\](?:\([^()\s]*\)|\{[a-z]+\})/g, "$1").replace(/[*_`]/g, "");

/** @param {Mapping} data */
function calledBy(data) {
  const name = NAMING.find((one) => typeof data[one] === "string" && data[one] !== "");
  // A number alone, such as that of an edition, says nothing beside the number of the item.
  return name ? data[name] : Object.values(data).find((one) => typeof one === "string" && /\D/.test(one));
}

/**
 * An id made from a title: `Über den Zaun` becomes `ueber-den-zaun`.
 * @param {string} title
 */
export function idFrom(title) {
  const spelt = title.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").replace(/ø/g, "oe").replace(/æ/g, "ae");
  const plain = spelt.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return plain.length <= LONGEST_ID ? plain : plain.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, "").slice(0, LONGEST_ID);
}

const PICTURE = /^!?\[([^\]]*)\]\((files\/[^\s()<>]*)\)$/;

/**
 * The words and the path of a picture or file as it is written: `![The way out](files/way-out.png)`.
 * @param {string} text
 * @returns {{ words: string, path: string } | null} null where it is something else
 */
export function attachedIn(text) {
  const [, words = "", path = ""] = PICTURE.exec(text) ?? [];
  return path ? { words, path } : null;
}

/**
 * A picture or file as it is written.
 * @param {"picture" | "file"} sort
 * @param {string} words
 * @param {string} path
 */
export const attached = (sort, words, path) => `${sort === "picture" ? "!" : ""}[${words.replace(/[[\]\n]/g, " ").trim()}](${path})`;
