// Elements of WordprocessingML.
export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const XML = "http://www.w3.org/XML/1998/namespace";
/** Characters that no XML may contain. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const made = document.implementation.createDocument(WORD, "w:document");

/**
 * word("p", {}, word("r", {}, word("t", {}, "text"))). An `id` is that of a relation.
 * @param {string} name
 * @param {Record<string, string>} [values] attributes
 * @param {(Element | string | null)[]} children
 */
export function word(name, values = {}, ...children) {
  const node = made.createElementNS(WORD, `w:${name}`);
  for (const [key, value] of Object.entries(values)) {
    if (key === "id") node.setAttributeNS(RELATED, "r:id", value);
    else node.setAttributeNS(WORD, `w:${key}`, value);
  }
  if (name === "t") node.setAttributeNS(XML, "xml:space", "preserve");
  node.append(...children.filter((child) => child !== null).map((child) => (typeof child === "string" ? child.replace(FORBIDDEN, "") : child)));
  return node;
}
