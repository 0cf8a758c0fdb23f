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
  const show = () => {
    shown.textContent = field.value || words.made_from_title;
  };
  field.addEventListener("input", () => {
    isOwn = field.value !== "";
    form.target.id = field.value.trim();
    show();
    changed();
  });
  form.node.addEventListener("input", () => {
    if (isOwn || document.activeElement === field) return;
    const id = idFrom(String(form.value.title ?? form.value.term ?? ""));
    if (id === form.target.id) return;
    form.target.id = field.value = id;
    show();
    changed();
  });
  const shown = element("span", { class: "made-name" });
  show();
  return element("div", { class: "field is-made new-name" }, element("details", { class: "made" },
    element("summary", {}, `${words.address_name}: `, shown), element("p", { class: "help", id: "new-name-help" }, words.address_help),
    element("label", { for: "new-name", class: "visually-hidden" }, words.address_name), field));
}

/** An entry without a title has no name: it is to be written. */
export function openName() {
  const field = document.getElementById("new-name");
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}
