// A field with its label, its help, and room for what is wrong with it.

/** @import { Field } from "./contract.d.ts" */
/** @import { Form } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { withCode } from "./code.js";
import { backToSaved } from "./saved-again.js";
import words from "./words.js";

/**
 * @param {Form} form
 * @param {Field & { isTwin?: boolean }} field `isTwin`: another one beside it has items that are called the same
 * @param {Place} place
 * @param {number} level of headings
 * @param {(() => void) | null} remove what takes the field away, if it may go
 * @param {boolean} [isRow] whether it stands in a row with others, without its help
 */
export function fieldNode(form, field, place, level, remove, isRow = false) {
  const id = form.newId();
  const texts = isRow ? [] : [field.help, ...(field.asked ?? [])].filter(Boolean);
  const hasHelp = texts.length > 0;
  const isMarked = field.required || field.expected !== undefined;
  const described = [hasHelp ? `${id}-help` : "", isMarked ? `${id}-mark` : "", `${id}-said`].filter(Boolean).join(" ");
  const isRequired = field.required || field.expected === "error";
  const control = form.control(field.shape, place, {
    id, label: field.label, describedBy: described, isOptional: !field.required, isRequired: isRequired && !field.conditional, level, ...(field.one && { one: field.one }), isTwin: field.isTwin === true,
  });
  if (field.shape.made_from) return madeNode(form, place, id, control.node);
  const mark = isMarked ? element("span", { class: isRequired ? "required" : "expected", id: `${id}-mark` }, isRequired ? words.required : words.expected) : null;
  const name = control.isGroup
    ? element("div", { class: "field-name" }, heading(HOLDING.has(field.shape.sort) ? level : 0, `${id}-name`, field.label), mark)
    : element("div", { class: "field-name" }, element("label", { for: id, id: `${id}-name` }, field.label), mark);
  if (control.tools) name.append(control.tools);
  if (!HOLDING_FIELDS.has(field.shape.sort) && !isRow) name.append(...[backToSaved(form, place, field.label)].filter((one) => one !== null));
  if (remove) {
    name.append(button(words.remove_field, remove, { class: "quiet", "aria-label": words.remove_named({ name: field.label }) }));
  }
  const node = element(
    "div",
    { class: `field is-${field.shape.sort.replace("_", "-")}`, ...(control.isGroup && { role: "group", "aria-labelledby": `${id}-name`, "aria-describedby": described }) },
    name,
    hasHelp ? element("div", { class: "help", id: `${id}-help` }, ...texts.map((text) => element("p", {}, withCode(text)))) : null,
    control.node,
    element("div", { class: "said", id: `${id}-said`, "data-said": true }),
  );
  form.places.mark(node, place);
  return node;
}

/** A short name that is made from other words stands below them, folded away. @param {Form} form @param {Place} place @param {string} id @param {HTMLElement} control */
function madeNode(form, place, id, control) {
  const node = element("div", { class: "field is-made" }, control, element("div", { class: "said", id: `${id}-said`, "data-said": true }));
  form.places.mark(node, place);
  return node;
}

const HOLDING = new Set(["list", "named", "part", "one_of"]);
const HOLDING_FIELDS = new Set(["part", "raw"]); // whose fields go back to what is saved themselves

/** The name of a group: a heading if it is long enough to be looked for. @param {number} level @param {string} id @param {string} text */
function heading(level, id, text) {
  if (level === 0 || level > 4) return element("strong", { id }, text);
  return element(/** @type {"h2" | "h3" | "h4"} */ (`h${level}`), { id }, text);
}
