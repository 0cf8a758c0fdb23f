// The fields of a PDF with a form, and what is filled in. Actions and scripts in it are not looked at.
import { isName, latin, Name, PdfProblem, Ref, Stream, textOf } from "./pdf-values.js";

/** @typedef {import("./pdf-values.js").Dict} Dict */
/** @typedef {import("./pdf-file.js").PdfFile} PdfFile */

/**
 * A field: its whole name, the name for programs (`/TM`), what it is, and what is filled in; an empty text if nothing
 * is. The value of a tick is `yes`, that of a choice the word of the chosen answer.
 * @typedef {{ name: string, key: string, sort: "text" | "tick" | "choice", value: string }} PdfField
 */

const MOST_FIELDS = 20_000;
const MOST_DEPTH = 16;
const INHERITED = ["FT", "Ff", "V", "Opt", "TM"];
const RADIO = 1 << 15;
const PUSH = 1 << 16;

/**
 * @param {PdfFile} file
 * @returns {Promise<PdfField[]>}
 * @throws {PdfProblem}
 */
export async function fieldsOf(file) {
  const form = file.dict(file.dict(file.trailer.get("Root")).get("AcroForm"));
  /** @type {PdfField[]} */
  const found = [];
  for (const { name, dict, inherited } of terminal(file, file.resolved(form.get("Fields")))) {
    const field = await fieldOf(file, name, dict, inherited);
    if (field) found.push(field);
  }
  return found;
}

/**
 * The fields that have no fields below them, with what they inherit.
 * @param {PdfFile} file
 * @param {unknown} fields
 */
function terminal(file, fields) {
  /** @type {{ name: string, dict: Dict, inherited: Dict }[]} */
  const found = [];
  const seen = new Set();
  const walk = (/** @type {unknown} */ refs, /** @type {string[]} */ names, /** @type {Dict} */ above) => {
    if (!Array.isArray(refs)) return;
    if (names.length > MOST_DEPTH) throw new PdfProblem("too-much");
    for (const ref of refs) {
      if (!(ref instanceof Ref) || seen.has(ref.number)) continue;
      seen.add(ref.number);
      if (seen.size > MOST_FIELDS) throw new PdfProblem("too-much");
      const dict = file.dict(ref);
      const own = textOf(file.resolved(dict.get("T")));
      const name = own ? [...names, own] : names;
      const inherited = new Map(above);
      for (const key of INHERITED) if (dict.has(key)) inherited.set(key, dict.get(key));
      const kids = file.resolved(dict.get("Kids"));
      const below = Array.isArray(kids) && kids.some((kid) => file.dict(kid).has("T"));
      if (below) walk(kids, name, inherited);
      else found.push({ name: name.join("."), dict, inherited });
    }
  };
  walk(fields, [], new Map());
  return found;
}

/**
 * @param {PdfFile} file
 * @param {string} name
 * @param {Dict} dict
 * @param {Dict} inherited
 * @returns {Promise<PdfField | null>}
 */
async function fieldOf(file, name, dict, inherited) {
  const of = (/** @type {string} */ key) => file.resolved(inherited.get(key));
  const key = textOf(of("TM"));
  if (isName(of("FT"), "Tx")) return { name, key, sort: "text", value: await written(file, of("V")) };
  if (isName(of("FT"), "Ch")) {
    const value = of("V");
    return { name, key, sort: "choice", value: textOf(Array.isArray(value) ? file.resolved(value[0]) : value) };
  }
  const flags = Number(of("Ff")) || 0;
  if (!isName(of("FT"), "Btn") || flags & PUSH) return null;
  const state = chosen(file, dict, of("V"));
  if (!(flags & RADIO)) return { name, key, sort: "tick", value: state ? "yes" : "" };
  const words = of("Opt");
  const word = Array.isArray(words) && /^\d{1,5}$/.test(state) ? file.resolved(words[Number(state)]) : undefined;
  return { name, key, sort: "choice", value: word instanceof Uint8Array ? textOf(word) : state };
}

/**
 * @param {PdfFile} file
 * @param {unknown} value
 */
async function written(file, value) {
  if (value instanceof Stream) return textOf(await file.decoded(value)) || latin(value.raw);
  return textOf(value);
}

/**
 * The state of a box, or of the one that is chosen; empty if none is. Where the field has no value, its boxes say it.
 * @param {PdfFile} file
 * @param {Dict} dict
 * @param {unknown} value
 */
function chosen(file, dict, value) {
  const kids = file.resolved(dict.get("Kids"));
  const boxes = Array.isArray(kids) ? kids.map((kid) => file.dict(kid)) : [dict];
  const states = [value, ...boxes.map((box) => file.resolved(box.get("AS")))].filter((one) => one instanceof Name);
  const [first] = value instanceof Name ? [value] : states.filter((state) => !isName(state, "Off"));
  return first instanceof Name && first.name !== "Off" ? first.name : "";
}
