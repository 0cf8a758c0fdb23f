// Texts of one line or several, numbers, ids, addresses and formulas.

/** @import { Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import { among } from "./among.js";
import { menu } from "./menu.js";
import { named } from "./tree.js";
import words from "./words.js";

/** Texts whose characters are counted. */
const LETTERS = new Set(["text", "line", "id"]);
/** From this part of the most characters on, their number is shown. */
const NEAR = 0.85;
const GROWS = CSS.supports("field-sizing", "content");

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control & { field: HTMLTextAreaElement }}
 */
export function textControl(form, shape, place, look) {
  const isLong = shape.sort === "prose" || shape.sort === "verbatim";
  const field = element("textarea", {
    id: look.id,
    rows: isLong ? 3 : 1,
    class: `text is-${shape.sort}`,
    "aria-describedby": look.describedBy || null,
    "aria-label": look.describedBy ? null : look.label,
    "aria-required": (look.isRequired ?? !look.isOptional) ? "true" : null,
    spellcheck: ["id", "address", "formula", "whole", "number", "written"].includes(shape.sort) ? "false" : null,
    inputmode: { whole: "numeric", number: "decimal", address: "url" }[/** @type {string} */ (shape.sort)],
    autocapitalize: ["id", "address", "formula"].includes(shape.sort) ? "none" : null,
  });
  // The line break at the end of a text is none of its words, and stays whatever is written.
  const written = typeof place.value === "string" ? place.value : "";
  const [end] = /\n*$/.exec(written) ?? [""];
  field.value = written.slice(0, written.length - end.length);
  field.addEventListener("input", () => {
    // What takes one line takes none of the line breaks of what was pasted.
    if (!isLong && /[\r\n]/.test(field.value)) {
      const at = field.selectionStart;
      field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ");
      field.setSelectionRange(at, at);
    }
    fit(field);
    const value = field.value === "" ? "" : field.value + end;
    place.put(value === "" && look.isOptional ? undefined : value, named(place.route));
  });
  field.addEventListener("blur", () => form.pause());
  if (!isLong) {
    onKeys(field, (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
  if (!GROWS) requestAnimationFrame(() => fit(field));
  const most = shape.letters ?? (LETTERS.has(shape.sort) ? shape.most : undefined);
  const parts = [field, shape.sort === "formula" ? result(form, place) : null, most ? counter(field, most, shape.letters_give === "warning") : null, shape.among ? choices(shape, place, field) : null];
  return { node: element("div", { class: "text-box" }, parts), field };
}

/** @param {HTMLTextAreaElement} field */
function fit(field) {
  if (GROWS) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}

/** How many characters there are, where they come near to the most that there should be. @param {HTMLTextAreaElement} field @param {number} most @param {boolean} isAdvice whether more of them give a warning only */
function counter(field, most, isAdvice) {
  const node = element("output", { class: "count" });
  const show = () => {
    const count = [...field.value].length;
    node.classList.toggle("is-over", count > most && !isAdvice);
    const numbers = { count: String(count), most: String(most) };
    node.textContent = count > most * NEAR ? (isAdvice ? words.letters_advised(numbers) : words.letters_of(numbers)) : "";
  };
  field.addEventListener("input", show);
  show();
  return node;
}

/** What may be put into the text: into a formula at the cursor, elsewhere in place of it. @param {Shape} shape @param {Place} place @param {HTMLTextAreaElement} field */
function choices(shape, place, field) {
  const take = (/** @type {string} */ value) => {
    if (shape.sort === "formula") field.setRangeText(value.replaceAll("-", "_"), field.selectionStart, field.selectionEnd, "end");
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
  const sign = shape.sort === "formula" ? words.insert_value : words.choose;
  return menu(sign, sign, () => among(place, shape.among ?? []).map(({ value, label }) => ({ label, about: label === value ? "" : value, run: () => take(value) })), "add");
}

/** What a formula comes to with the example's numbers. @param {Form} form @param {Place} place */
function result(form, place) {
  const node = element("output", { class: "result" });
  const show = () => {
    const found = form.formulas[named(place.route)] ?? form.formulas[place.route.join(".")];
    const value = typeof found === "object" ? (found.error ?? found.value) : found;
    node.textContent = value === undefined ? "" : words.result({ value: String(value) });
  };
  form.tried.addEventListener("tried", show);
  show();
  return node;
}
