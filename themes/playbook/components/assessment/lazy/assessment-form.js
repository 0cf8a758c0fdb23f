// Reads and fills the questions of an assessment.
import { element } from "../../element/element.js";
import { numberIn } from "../../element/number.js";
import { writing } from "../words.js";

export class AssessmentForm {
  /** @type {{ id: string, note: HTMLElement, asked: HTMLFieldSetElement, described: string | null } | null} the question that is asked for */
  asking = null;

  /**
   * @param {HTMLFormElement} form
   * @param {import("../definition.js").Definition} definition
   */
  constructor(form, definition) {
    this.form = form;
    this.items = definition.scoring.items;
    /** @type {Map<string, HTMLInputElement[]>} the fields of each item, found once: a form may have hundreds */
    this.fields = new Map(this.items.map(({ id }) => [id, []]));
    this.values = new Map(this.items.map(({ id, values }) => [id, new Set(values)]));
    for (const field of form.querySelectorAll("input")) this.fields.get(idOf(field))?.push(field);
  }

  /**
   * The field of an item: the number to type, or the radio button that is chosen or that `which` says.
   * @param {string} id
   * @param {(radio: HTMLInputElement) => boolean} [which]
   */
  field(id, which = (radio) => radio.checked) {
    return this.fields.get(id)?.find((field) => field.type !== "radio" || which(field)) ?? null;
  }

  /**
   * The number that is answered, or null. What is typed and is none of the values is no answer, and marked as wrong.
   * @param {string} id
   */
  value(id) {
    const field = this.field(id);
    if (!field || field.type === "radio") return field?.value ? Number(field.value) : null;
    const found = numberIn(field.value, writing);
    const value = found && "value" in found && this.values.get(id)?.has(found.value) ? found.value : null;
    this.mark(field, value === null && field.value.trim() !== "");
    return value;
  }

  /**
   * @param {HTMLInputElement} field
   * @param {boolean} isWrong
   */
  mark(field, isWrong) {
    field.setAttribute("aria-invalid", String(isWrong));
    const fault = document.getElementById(field.getAttribute("aria-describedby") ?? "");
    if (fault && fault.hidden === isWrong) fault.hidden = !isWrong;
  }

  /** @param {Map<string, number>} answers */
  show(answers) {
    for (const { id } of this.items) {
      const value = String(answers.get(id) ?? "");
      const field = this.field(id, (radio) => radio.value === value);
      if (!field) continue;
      if (field.type === "radio") field.checked = true;
      else {
        field.value = value;
        this.mark(field, false);
      }
    }
  }

  /**
   * Let the answers be looked at, but not changed.
   * @param {boolean} locked
   */
  lock(locked) {
    for (const one of this.form.querySelectorAll("fieldset")) one.disabled = locked;
  }

  /**
   * The item that an event of the form is about, or null.
   * @param {Event} event
   */
  itemOf({ target }) {
    const id = target instanceof HTMLInputElement ? idOf(target) : "";
    return this.fields.has(id) ? id : null;
  }

  /**
   * Go to a question without an answer and say so there. What is said is heard at once, and again when one comes back.
   * @param {string} id
   * @param {string} text
   * @param {import("../../element/element.js").Child} more a way on, or what is needed for one
   */
  askFor(id, text, more) {
    this.settle();
    const field = this.field(id);
    const asked = field?.closest("fieldset");
    if (!field || !asked) return;
    const note = element("p", { class: "asked-missing", role: "alert", id: `missing-${id}` }, text, " ", more);
    this.asking = { id, note, asked, described: asked.getAttribute("aria-describedby") };
    asked.setAttribute("aria-describedby", [this.asking.described, note.id].filter(Boolean).join(" "));
    asked.dataset.missing = "";
    asked.querySelector("legend")?.after(note);
    field.focus();
  }

  /**
   * Take back what was said of a question, or of any.
   * @param {string} [id]
   */
  settle(id = this.asking?.id) {
    if (!this.asking || this.asking.id !== id) return;
    const { note, asked, described } = this.asking;
    note.remove();
    delete asked.dataset.missing;
    if (described) asked.setAttribute("aria-describedby", described);
    else asked.removeAttribute("aria-describedby");
    this.asking = null;
  }

  /** The first question without an answer, or else the first. */
  firstOpen() {
    return this.items.find(({ id }) => this.value(id) === null) ?? this.items[0];
  }

  /** The first question in whose field something stands that is no answer, if there is one. */
  firstWrong() {
    return this.items.find(({ id }) => this.field(id)?.ariaInvalid === "true");
  }

  /** Go to the first question without an answer, or else to the first. */
  goToOpen() {
    this.field(this.firstOpen().id)?.focus();
  }
}

/** @param {HTMLInputElement} field */
const idOf = (field) => field.name.replace(/^answer-/, "");
