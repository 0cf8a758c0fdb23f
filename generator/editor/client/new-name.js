// The name of a new entry in its address, made from the title until somebody writes another.

/** @import { Form } from "./form.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { idFrom } from "./values.js";
import words from "./words.js";

/** @param {Form} form @param {() => void} changed */
export function newName(form, changed) {
  const field = element("input", { id: "new-name", type: "text", spellcheck: "false", autocapitalize: "none", "aria-describedby": "new-name-help", "aria-required": "true" });
  field.value = form.target.id ?? "";
  let isOwn = field.value !== "" && field.value !== idFrom(String(form.value.title ?? ""));
  field.addEventListener("input", () => {
    isOwn = field.value !== "";
    form.target.id = field.value.trim();
    changed();
  });
  form.node.addEventListener("input", () => {
    if (isOwn || document.activeElement === field) return;
    const id = idFrom(String(form.value.title ?? form.value.term ?? ""));
    if (id === form.target.id) return;
    form.target.id = field.value = id;
    changed();
  });
  return element("div", { class: "field is-id new-name" },
    element("div", { class: "field-name" }, element("label", { for: "new-name" }, words.address_name), element("span", { class: "required" }, words.required)),
    element("p", { class: "help", id: "new-name-help" }, words.address_help), field);
}
