// Fields that this form and somebody else changed: the version before, theirs and mine, to choose from.

/** @import { Changed, Conflict, Data, Mapping, Part, Shape } from "./contract.d.ts" */
/** @import { Form } from "./form.js" */
/** @import { Side } from "./conflicts.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { open } from "./conflicts.js";
import { labelOf, shapeAt } from "./labels.js";
import { isMapping, named } from "./tree.js";
import { attachedIn } from "./values.js";
import words from "./words.js";

/**
 * @param {Form} form
 * @param {Part} part
 * @param {Changed} changed
 * @param {(chosen: ReadonlyMap<string, Side>) => void} settle
 */
export function conflictPanel(form, part, changed, settle) {
  /** @type {Map<string, Side>} */
  const chosen = new Map();
  const said = element("p", { class: "help", role: "status" });
  const finish = () => {
    const left = open(changed.conflicts, chosen).length;
    if (left) said.textContent = words.still_to_choose(left);
    else settle(chosen);
  };
  const fields = changed.conflicts.map((conflict) => conflictField(form, part, conflict, (side) => chosen.set(named(conflict.route), side)));
  return element("section", { class: "conflicts", "aria-labelledby": "conflicts-title" },
    element("h2", { id: "conflicts-title", tabindex: "-1" }, words.conflicts(changed.conflicts.length)),
    element("p", {}, words.conflicts_help), ...fields, said,
    element("div", { class: "row" }, button(words.take_choice, finish, { class: "main" })));
}

/** @param {Form} form @param {Part} part @param {Conflict} conflict @param {(side: Side) => void} choose */
function conflictField(form, part, conflict, choose) {
  const name = form.newId();
  const shape = shapeAt(part, conflict.route);
  const side = (/** @type {Side} */ which, /** @type {string} */ label, /** @type {Data | undefined} */ data) => {
    const input = element("input", { type: "radio", name, value: which });
    input.addEventListener("change", () => choose(which));
    return element("label", { class: "side" }, element("span", { class: "radio" }, input, element("strong", {}, label)), shown(form, data, shape));
  };
  const label = labelOf(part, conflict.route, (number) => words.numbered({ number: String(number) }));
  return element("fieldset", { class: "conflict" }, element("legend", {}, label),
    element("div", { class: "side is-base" }, element("strong", {}, words.side_base), shown(form, conflict.base, shape)),
    side("theirs", words.side_theirs, conflict.theirs), side("mine", words.side_mine, conflict.mine));
}

/** A value to be read, in the words of the form. @param {Form} form @param {Data | undefined} data @param {Shape | undefined} shape @returns {HTMLElement} */
function shown(form, data, shape) {
  if (data === undefined) return element("p", { class: "help" }, words.not_there);
  if (Array.isArray(data)) return element("ol", {}, ...data.map((one) => element("li", {}, shown(form, one, shape?.item))));
  if (isMapping(data)) return element("dl", {}, ...entries(data, shape).map(([label, one, of]) => element("div", {}, element("dt", {}, label), element("dd", {}, shown(form, one, of)))));
  return element("p", { class: "value" }, saidAs(data, shape) ?? form.titleOf(data) ?? data);
}

/** What a choice, a picture or a file is called. @param {string} data @param {Shape | undefined} shape @returns {string | undefined} */
function saidAs(data, shape) {
  if (shape?.sort === "yes_no") return data === "true" ? words.yes : words.no;
  return shape?.choices?.find((one) => one.value === data)?.label ?? (attachedIn(data)?.words || undefined);
}

/** The fields of a part with their labels; those of which others are made say nothing to people. @param {Mapping} data @param {Shape | undefined} shape @returns {[string, Data, Shape | undefined][]} */
function entries(data, shape) {
  const fields = (shape?.parts ?? []).flatMap((part) => part.fields);
  return Object.entries(data).flatMap(([name, one]) => {
    const field = fields.find((known) => known.name === name);
    if (field?.shape.made_from) return [];
    const part = name === shape?.tag_field ? shape.parts?.find(({ tag }) => tag === one)?.label : undefined;
    return [[field?.label ?? (part ? words.type : name), part ?? one, field?.shape ?? shape?.item]];
  });
}
