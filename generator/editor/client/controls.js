// Which control shows a value of which sort.

/** @import { Shape } from "./contract.d.ts" */
/** @import { Builder } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { choiceControl, colourControl, dateControl, yesNoControl } from "./choice-field.js";
import { fileControl } from "./file-field.js";
import { linkControl } from "./link-field.js";
import { listControl } from "./list-field.js";
import { madeControl } from "./made-id.js";
import { namedControl } from "./named-field.js";
import { partControl } from "./part-field.js";
import { proseControl } from "./prose-field.js";
import { textControl } from "./text-field.js";
import { isMapping } from "./tree.js";
import words from "./words.js";

/** @type {Partial<Record<Shape["sort"], Builder>>} */
const CONTROLS = {
  prose: proseControl,
  ref: linkControl,
  choice: choiceControl,
  yes_no: yesNoControl,
  date: dateControl,
  colour: colourControl,
  picture: fileControl,
  file: fileControl,
  list: listControl,
  named: namedControl,
  part: partControl,
  one_of: partControl,
};

/** @type {Builder} */
export function control(form, shape, place, look) {
  if (shape.raw_only || shape.sort === "raw" || !fits(shape, place)) return kept(form, shape, place, look);
  if (shape.made_from) return madeControl(form, shape, place, look);
  if (shape.sort === "line" && shape.markup) return proseControl(form, shape, place, look);
  return (CONTROLS[shape.sort] ?? textControl)(form, shape, place, look);
}

/**
 * Whether the control of a shape can show a value. A text where a list should be is not thrown away.
 * @param {Shape} shape
 * @param {Place} place
 */
function fits(shape, { value }) {
  if (value === undefined || value === "") return true;
  if (shape.sort === "list") return Array.isArray(value);
  if (shape.sort === "named") return isMapping(value);
  if (shape.sort === "part") return isMapping(value) || (typeof value === "string" && Boolean(shape.bare));
  if (shape.sort === "one_of") return isMapping(value) && (shape.parts ?? []).some((part) => part.tag === value[shape.tag_field ?? "type"]);
  return typeof value === "string";
}

/** What a form cannot show stays as it is. @type {Builder} */
function kept(form, shape, place, look) {
  const show = button(words.show_file, () => form.node.dispatchEvent(new CustomEvent("editor-source", { detail: place.route })), { id: look.id, class: "add", "aria-describedby": look.describedBy || null });
  return { node: element("div", { class: "kept" }, element("p", {}, shape.raw_only || words.only_in_file), show) };
}
