// Reads and fills the questions of an assessment.

export class AssessmentForm {
  constructor(form, definition) {
    this.form = form;
    this.items = definition.scoring.items;
    this.asked = definition.texts.items;
  }

  /** The answers given, by item. */
  answers() {
    const found = new Map();
    for (const { id, values } of this.items) {
      const value = this.value(id);
      if (value !== null && values.includes(value)) found.set(id, value);
    }
    return found;
  }

  value(id) {
    const field = this.form.elements[`answer-${id}`];
    return field.value === "" ? null : Number(field.value);
  }

  show(answers) {
    for (const { id } of this.items) {
      this.form.elements[`answer-${id}`].value = answers.has(id) ? String(answers.get(id)) : "";
    }
  }

  /** Let the answers be looked at, but not changed. */
  lock(locked) {
    for (const one of this.form.querySelectorAll("fieldset")) one.disabled = locked;
  }

  /** The item that an event of the form is about, or null. */
  itemOf(event) {
    const id = event.target.name?.replace(/^answer-/, "");
    return this.items.some((item) => item.id === id) ? id : null;
  }

  /** Go to the first question without an answer, or else to the first. */
  goToOpen() {
    const open = this.items.find(({ id }) => this.value(id) === null) ?? this.items[0];
    const field = this.form.querySelector(`[name="answer-${open.id}"]:checked, [type=number][name="answer-${open.id}"]`);
    field?.focus();
  }
}
