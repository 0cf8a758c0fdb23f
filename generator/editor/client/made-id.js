// Short names that nobody has to invent: they are made from what a part is called, until somebody writes another.

/** @import { Data, Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { textControl } from "./text-field.js";
import { isMapping, named } from "./tree.js";
import { asMapping, asWritten, blank, idFrom } from "./values.js";
import words from "./words.js";

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function madeControl(form, shape, place, look) {
  const { node, field } = textControl(form, { ...shape, sort: "id" }, place, look);
  field.setAttribute("aria-label", look.label);
  const shown = element("span", { class: "made-name" });
  const fold = element("details", { class: "made" }, element("summary", {}, `${look.label}: `, shown), element("p", { class: "help" }, words.made_help), node);
  const source = () => spelt(shape, textOf(place.parent?.inside, shape.made_from ?? ""));
  let made = source();
  const show = () => {
    shown.textContent = String(place.value ?? "") || words.made_later;
    place.isUnmade = !place.value && !source();
  };
  const follow = () => {
    const id = textOf(place.parent?.inside, String(place.key));
    const now = source();
    if (now !== made && isOurs(id, made, shape) && !isKept(form, place, id)) {
      field.value = unique(now, namesAround(place), shape);
      place.put(field.value, named([...(place.parent?.route ?? []), shape.made_from ?? ""]));
    }
    made = now;
    show();
  };
  // The fields beside this one are there when the part is put together.
  queueMicrotask(() => fold.closest(".fields")?.addEventListener("input", follow));
  field.addEventListener("input", show);
  show();
  return { node: fold, isGroup: true };
}

/**
 * Parts that are one text, each with the name that is made from it. The first takes the place of one that is there.
 * @param {Form} form @param {Shape} shape @param {Place} place that of the first @param {string} name of the field with the text @param {string[]} texts
 */
export function partsFrom(form, shape, place, name, texts) {
  const own = asMapping(place.value, shape.bare);
  const made = shape.parts?.[0]?.fields.find((field) => field.shape.made_from === name);
  const taken = made ? namesAround(place.child(made.name)) : new Set();
  return texts.map((text, at) => {
    const before = at === 0 ? own : asMapping(blank(shape, undefined, form.value), shape.bare);
    const fields = { ...before, [name]: text };
    if (made) {
      const [id, was] = [textOf(before, made.name), spelt(made.shape, textOf(before, name))];
      if (isOurs(id, was, made.shape) && !isKept(form, place.child(made.name), id)) fields[made.name] = unique(spelt(made.shape, text), taken, made.shape);
      taken.add(textOf(fields, made.name));
    }
    return asWritten(fields, at === 0 ? place.value : undefined, shape.bare);
  });
}

/** @param {Data | undefined} data @param {string} name */
const textOf = (data, name) => (isMapping(data) && typeof data[name] === "string" ? data[name] : "");

/** A text as a name: with hyphens, or with `_` for formulas, where it begins with a letter. @param {Shape} shape @param {string} text */
const spelt = (shape, text) => (shape.sign === "_" ? idFrom(text).replaceAll("-", "_").replace(/^[^a-z]+/, "").slice(0, shape.most ?? Infinity) : idFrom(text));

/** Whether an id is what was made from the words so far, perhaps with a number. @param {string} id @param {string} made @param {Shape} shape */
const isOurs = (id, made, shape) => id === "" || id === made || (id.startsWith(`${made}${shape.sign}`) && /^\d+$/.test(id.slice(made.length + 1)));

/** Whether the part is in the file under this id, where it stays: what readers keep is under it. @param {Form} form @param {Place} place @param {string} id */
function isKept(form, place, id) {
  const scope = scopeOf(place);
  return id !== "" && [...namesIn(scope.valueIn(form.saved), String(place.key))].includes(id);
}

/** The part within which ids differ: a block of a sheet, or the entry. @param {Place} place */
function scopeOf(place) {
  let at = place.parent?.parent ?? place;
  while (at.parent && !at.isScope) at = at.parent;
  return at;
}

/** The names that others have. @param {Place} place */
function namesAround(place) {
  const all = [...namesIn(scopeOf(place).inside, String(place.key))];
  const own = all.indexOf(String(place.value ?? ""));
  return new Set(own < 0 ? all : all.toSpliced(own, 1));
}

/** @param {Data | undefined} data @param {string} key @returns {Generator<string>} */
function* namesIn(data, key) {
  if (Array.isArray(data)) for (const item of data) yield* namesIn(item, key);
  else if (isMapping(data)) {
    if (typeof data[key] === "string") yield data[key];
    for (const value of Object.values(data)) yield* namesIn(value, key);
  }
}

/** The name, with a number if others have it. @param {string} name @param {Set<string>} others @param {Shape} shape */
export function unique(name, others, shape) {
  if (!name) return "";
  let number = 1;
  const numbered = () => (number === 1 ? name : `${name.slice(0, 60)}${shape.sign}${number}`);
  while (others.has(numbered())) number += 1;
  return numbered();
}
