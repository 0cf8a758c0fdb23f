// One of a few words, yes or no, a date, a colour.

/** @import { Choice, Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { among } from "./among.js";
import { textControl } from "./text-field.js";
import words from "./words.js";

/** @param {Look} look */
const named = (look) => ({
  id: look.id, "aria-describedby": look.describedBy || null, "aria-label": look.describedBy ? null : look.label,
});

const MOST_BESIDE = 5; // so many choices are seen at once

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function choiceControl(form, shape, place, look) {
  if (shape.among) return amongControl(form, shape.among, place, look);
  const value = typeof place.value === "string" ? place.value : "";
  const choices = shape.choices ?? [];
  const isKnown = choices.some((choice) => choice.value === value);
  if (look.describedBy && !look.isRow && choices.length <= MOST_BESIDE && (isKnown || !value)) return radios(form, choices, place, look);
  const others = value && !isKnown ? [element("option", { value }, value)] : [];
  const none = element("option", { value: "" }, words.choose);
  const field = element("select", named(look), none, ...others, ...choices.map((choice) => element("option", { value: choice.value }, choice.label)));
  field.value = value;
  field.addEventListener("change", () => place.put(field.value || undefined));
  return { node: field };
}

/** One of the parts that the entry has by now. @param {Form} form @param {string[]} routes @param {Place} place @param {Look} look @returns {Control} */
function amongControl(form, routes, place, look) {
  const field = element("select", named(look));
  let shown = "";
  const show = () => {
    const value = typeof place.value === "string" ? place.value : "";
    const known = among(place, routes);
    const others = value && !known.some((choice) => choice.value === value) ? [{ value, label: value }] : [];
    const choices = [{ value: "", label: known.length ? words.choose : words.none_to_choose }, ...others, ...known];
    const now = JSON.stringify([value, choices]);
    if (now === shown) return;
    shown = now;
    field.replaceChildren(...choices.map((choice) => element("option", { value: choice.value }, choice.label)));
    field.value = value;
  };
  field.addEventListener("change", () => place.put(field.value || (look.isOptional ? undefined : "")));
  for (const kind of ["pointerdown", "focus"]) field.addEventListener(kind, show);
  form.tried.addEventListener("tried", show);
  show();
  return { node: field };
}

/** @param {Form} form @param {Shape} _shape @param {Place} place @param {Look} look @returns {Control} */
export const yesNoControl = (form, _shape, place, look) =>
  radios(form, [{ value: "true", label: words.yes }, { value: "false", label: words.no }], place, look);

/** @param {Form} form @param {Choice[]} choices @param {Place} place @param {Look} look @returns {Control} */
function radios(form, choices, place, look) {
  const name = form.newId();
  const all = choices.map(({ value, label }) => {
    const input = element("input", { type: "radio", name, value, checked: place.value === value });
    input.addEventListener("change", () => place.put(value));
    return element("label", { class: "radio" }, input, label);
  });
  return { node: element("div", { class: "radios", id: look.id, role: "radiogroup", "aria-label": look.label }, ...all), isGroup: true };
}

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function dateControl(form, shape, place, look) {
  const value = typeof place.value === "string" ? place.value : "";
  // What is no day cannot be shown by a field for days, and stays as it is until somebody mends it.
  if (value && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return textControl(form, { ...shape, sort: "text" }, place, look);
  const field = element("input", { type: "date", ...named(look) });
  field.value = value;
  field.addEventListener("change", () => place.put(field.value || (look.isOptional ? undefined : "")));
  return { node: field };
}

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function colourControl(form, shape, place, look) {
  const text = textControl(form, { ...shape, sort: "id" }, place, look);
  const picker = element("input", { type: "color", "aria-label": words.pick_colour({ name: look.label }) });
  const whole = (/** @type {string} */ value) => value.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  const show = () => {
    if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text.field.value)) picker.value = whole(text.field.value);
  };
  text.field.addEventListener("input", show);
  picker.addEventListener("input", () => {
    text.field.value = picker.value;
    place.put(picker.value, look.id);
  });
  show();
  return { node: element("div", { class: "colour" }, picker, text.node) };
}
