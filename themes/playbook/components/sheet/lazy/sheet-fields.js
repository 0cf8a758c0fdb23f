// The fields of a worksheet: what stands in them, by name, and how high they are.
import { isField } from "../../element/find.js";
import { spaced } from "../../filled-pdf/spaced.js";

/** @typedef {import("../../element/find.js").Field} Field */

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
const isChoice = (field) => field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

export class SheetFields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    /** @type {Field[]} */
    this.fields = [...form.querySelectorAll("input, textarea, select")].filter(isField);
    this.names = new Set(this.fields.map((field) => field.name));
  }

  /**
   * What is filled in under the name of a field; null if nothing is.
   * @param {Field} field
   */
  answer({ name, form }) {
    const found = form?.elements.namedItem(name);
    if (found instanceof RadioNodeList) return found.value || null;
    if (!isField(found) || (isChoice(found) && !found.checked)) return null;
    return found.value || null;
  }

  /**
   * Fill in what is given, and blank the rest.
   * @param {Map<string, string>} answers
   */
  show(answers) {
    for (const field of this.fields) {
      const value = answers.get(field.name) ?? "";
      if (isChoice(field)) field.checked = value !== "" && field.value === value;
      else field.value = value;
      grow(field);
    }
  }

  /**
   * The answers of this sheet among values of fields on paper, which are named with spaces for periods.
   * @param {Map<string, string>} values
   */
  answersIn(values) {
    const found = this.fields.map((field) => [field.name, acceptable(field, values.get(spaced(field.name)) ?? "")]);
    return new Map(found.filter(([, value]) => value).map(([name, value]) => [name, value]));
  }

  /** @param {boolean} locked */
  lock(locked) {
    for (const field of this.fields) field.disabled = locked;
  }
}

/**
 * A value as the field can hold it; empty if it cannot. On paper the words of a list are numbered from 1.
 * @param {Field} field
 * @param {string} value
 */
function acceptable(field, value) {
  if (isChoice(field)) return field.value === value ? value : "";
  if (!(field instanceof HTMLSelectElement)) return field.maxLength < 0 ? value : value.slice(0, field.maxLength);
  const words = [...field.options].map((option) => option.value);
  return words.includes(value) ? value : (words[Number(value) || 0] ?? "");
}

/**
 * Let a field be as high as what is written in it, on the screen and on paper.
 * @param {Field} field
 */
export function grow(field) {
  const box = field.closest(".write");
  if (!(box instanceof HTMLElement)) return;
  if (field.value) box.dataset.text = field.value;
  else delete box.dataset.text;
}
