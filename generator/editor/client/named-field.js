// Values under names of one's own: each is a name and what it stands for.

/** @import { Choice, Data, Mapping, Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { among } from "./among.js";
import { focusIn } from "./places.js";
import { isMapping, withName } from "./tree.js";
import { blank } from "./values.js";
import words from "./words.js";

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control}
 */
export function namedControl(form, shape, place, look) {
  const item = /** @type {Shape} */ (shape.item);
  const list = element("div", { class: "named-list", id: look.id });
  /** @returns {Mapping} */
  const fields = () => (isMapping(place.value) ? place.value : {});
  const keys = () => shape.keys ?? (shape.keys_among ? among(place, shape.keys_among) : []);

  /** @param {string} name */
  const row = (name) => {
    const child = place.child(name);
    const key = nameField(keys(), name);
    const id = form.newId();
    const control = form.control(item, child, { ...look, id, label: words.value_of({ name }), describedBy: "", isOptional: false, level: look.level + 1 });
    const node = element("div", { class: "item named-item" }, key, element("div", { class: "item-body" }, control.node));
    const said = element("div", { class: "said", id: `${id}-said`, "data-said": true });
    key.addEventListener("change", () => {
      const wanted = key.value.trim();
      // Two values cannot have one name; and without one there is no place for the value.
      if (!wanted || (wanted !== child.key && Object.hasOwn(fields(), wanted))) {
        key.value = String(child.key);
        form.announce(words.name_taken);
        return;
      }
      place.put(withName(fields(), String(child.key), wanted));
      child.key = wanted;
    });
    const remove = () => {
      const rest = Object.entries(fields()).filter(([one]) => one !== child.key);
      place.put(rest.length || !look.isOptional ? Object.fromEntries(rest) : undefined);
      node.remove();
      form.announce(words.removed_item);
      more.focus();
    };
    node.append(button("✕", remove, { class: "sign", "aria-label": words.remove_named({ name }) }), said);
    node.querySelector(`[id="${id}"]`)?.setAttribute("aria-describedby", `${id}-said`);
    form.places.mark(node, child);
    return node;
  };

  const more = button(look.one ? words.add_one({ one: look.one }) : words.add_to({ name: look.label }), () => {
    const name = freeName(keys(), fields());
    place.put({ ...fields(), [name]: /** @type {Data} */ (blank(item, undefined, form.value)) });
    list.append(row(name));
    const last = /** @type {HTMLElement} */ (list.lastElementChild);
    focusIn(last);
    if (!keys().length) last.querySelector("input")?.select();
  }, { class: "add" });
  list.append(...Object.keys(fields()).map(row));
  return { node: element("div", { class: "list" }, list, element("div", { class: "more" }, more)), isGroup: true };
}

/** The field for a name: one of those that there are, or any. @param {Choice[]} keys @param {string} name */
function nameField(keys, name) {
  if (!keys.length) return element("input", { value: name, "aria-label": words.name, class: "name", spellcheck: "false", autocapitalize: "none" });
  const others = keys.some((key) => key.value === name) ? [] : [element("option", { value: name }, name)];
  const field = element("select", { "aria-label": words.name, class: "name" }, ...others, ...keys.map((key) => element("option", { value: key.value }, key.label)));
  field.value = name;
  return field;
}

/** A name that nothing has yet. @param {Choice[]} keys @param {Mapping} fields */
function freeName(keys, fields) {
  const known = keys.find((key) => !Object.hasOwn(fields, key.value));
  let number = Object.keys(fields).length + 1;
  while (Object.hasOwn(fields, `${words.new_name}-${number}`)) number += 1;
  return known ? known.value : `${words.new_name}-${number}`;
}
