// Makes a DOCX of text, in an empty one that the build has made: it has the brand, the styles and the paper.
import { archiveOf, fileOf, filesOf, textOf } from "./archive.js";
import { WORD, word } from "./docx-element.js";
import { DocxText } from "./docx-text.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
/** Where the title belongs in the empty document; see generator/paper/word_jobs.py. */
const TITLE = "{title}";
const TITLED = /^(docProps\/core|word\/footer\d*)\.xml$/;

/** @param {string} text */
const parsed = (text) => new DOMParser().parseFromString(text, "application/xml");

/**
 * @param {Element | Document} at
 * @param {string} name
 */
function one(at, name) {
  const found = at.getElementsByTagNameNS(WORD, name)[0];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/**
 * @param {Element} node
 * @param {string} name
 */
const numberOf = (node, name) => Number(node.getAttributeNS(WORD, name));

/**
 * Another numbering that begins with 1, as its id. The numbers look as in the style of numbered lists.
 * @param {Document} numbering
 */
function numberedIn(numbering) {
  const style = [...numbering.getElementsByTagNameNS(WORD, "pStyle")].find((node) => node.getAttributeNS(WORD, "val") === "ListNumber");
  const looks = style?.closest("abstractNum")?.getAttributeNS(WORD, "abstractNumId") ?? "0";
  const nums = [...numbering.getElementsByTagNameNS(WORD, "num")];
  const id = String(1 + Math.max(0, ...nums.map((node) => numberOf(node, "numId"))));
  const start = word("lvlOverride", { ilvl: "0" }, word("startOverride", { val: "1" }));
  numbering.documentElement.append(word("num", { numId: id }, word("abstractNumId", { val: looks }), start));
  return id;
}

/**
 * The id of an address among the relations of the document.
 * @param {Document} relations
 * @param {string} address
 */
function linkedIn(relations, address) {
  const there = [...relations.documentElement.children].find((node) => node.getAttribute("Target") === address);
  const id = there?.getAttribute("Id") ?? `link${relations.documentElement.children.length}`;
  if (!there) {
    const made = relations.createElementNS(PACKAGE, "Relationship");
    for (const [name, value] of [["Id", id], ["Type", LINK], ["Target", address], ["TargetMode", "External"]]) made.setAttribute(name, value);
    relations.documentElement.append(made);
  }
  return id;
}

/**
 * A document with parts that begin on new pages.
 * @param {Uint8Array} empty
 * @param {string} title
 * @param {import("../../page-text/lazy/page-text.js").Block[][]} parts
 */
export async function docxOf(empty, title, parts) {
  const files = new Map(filesOf(empty).map((file) => [file.name, file]));
  const read = async (/** @type {string} */ name) => {
    const file = files.get(name);
    if (!file) throw new Error(`no ${name}`);
    return parsed(await textOf(file));
  };
  const [main, numbering, relations] = await Promise.all(["word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"].map(read));
  const [body, end] = [one(main, "body"), one(main, "sectPr")];
  const [page, margins] = [one(end, "pgSz"), one(end, "pgMar")];
  const width = numberOf(page, "w") - numberOf(margins, "left") - numberOf(margins, "right");
  const text = new DocxText({ link: (address) => linkedIn(relations, address), number: () => numberedIn(numbering), width });
  const written = parts.map((part) => text.written(part)).filter(({ length }) => length);
  for (const [first] of written.slice(1)) first.querySelector("pStyle")?.after(word("pageBreakBefore"));
  body.replaceChildren(...written.flat(), end);
  /** @type {[string, Document][]} */
  const changed = [["word/document.xml", main], ["word/numbering.xml", numbering], ["word/_rels/document.xml.rels", relations]];
  for (const name of [...files.keys()].filter((key) => TITLED.test(key))) changed.push([name, titled(await read(name), title)]);
  const made = await Promise.all(changed.map(([name, xml]) => fileOf(name, new XMLSerializer().serializeToString(xml))));
  for (const file of made) files.set(file.name, file);
  return archiveOf([...files.values()], TYPE);
}

/**
 * @param {Document} xml
 * @param {string} title
 */
function titled(xml, title) {
  for (const node of xml.querySelectorAll("*")) {
    if (!node.children.length && node.textContent?.includes(TITLE)) node.textContent = node.textContent.replace(TITLE, () => title);
  }
  return xml;
}
