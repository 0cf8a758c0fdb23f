// The steps and the kept entries of a plan as lists: changed, moved and ticked by keyboard and by mouse.
import { button, element } from "../../element/element.js";
import { one } from "../../element/find.js";
import { kindOfPage } from "../../icon/labels.js";
import { onKeys } from "../../element/keys.js";
import { isDay, keep, LONGEST, MOST } from "../plan-record.js";
import { addStep, changeStep, moveStep, openStepOf } from "./plan-changes.js";
import words from "./words.js";

/** @typedef {import("../plan-record.js").Plan} Plan */
/** @typedef {import("../plan-record.js").Step} Step */

/** @typedef {{ plan: Plan, locked: boolean }} Shown */

/**
 * Whether two plans differ in nothing, or in nothing but the day of a step.
 * @param {string} id
 * @param {Shown} before
 * @param {Shown} after
 */
function isSameBut(id, before, after) {
  const text = (/** @type {Shown} */ { plan: { kept, steps }, locked }) => JSON.stringify([kept, steps.map((step) => (step.id === id ? { ...step, on: "" } : step)), locked]);
  return text(before) === text(after);
}

export class PlanLists {
  /** @type {string | null} the step that a mouse is dragging */
  #dragged = null;
  /** @type {string | null} the step whose words are being changed */
  #changing = null;
  /** @type {string} the step whose day is being typed; empty if none is */
  #dated = "";
  /** @type {Shown | null} */
  #shown = null;

  /**
   * @param {HTMLElement} host
   * @param {(made: (plan: Plan) => Plan) => void} edit
   * @param {(text: string) => void} say
   */
  constructor(host, edit, say) {
    this.root = host.dataset.root ?? "";
    this.steps = one(host, "[data-steps]", HTMLElement);
    this.kept = one(host, "[data-kept]", HTMLElement);
    this.edit = edit;
    this.say = say;
  }

  /**
   * @param {Plan} plan
   * @param {boolean} locked
   */
  show(plan, locked) {
    const before = this.#shown;
    this.#shown = { plan, locked };
    if (before && this.#dated && isSameBut(this.#dated, before, this.#shown)) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.at : undefined;
    const steps = plan.steps.map((step, at) => this.step(step, at, plan.steps.length, locked));
    this.steps.replaceChildren(...(steps.length ? steps : [element("li", { class: "plan-nothing" }, words.no_steps)]));
    const kept = plan.kept.map((entry) => this.entry(entry, plan, locked));
    this.kept.replaceChildren(...(kept.length ? kept : [element("li", { class: "plan-nothing" }, words.no_kept)]));
    if (focused) this.focus(focused);
  }

  /** @param {string} at what of which step or entry: `earlier:s1f` */
  focus(at) {
    const [what, id] = at.split(/:(.*)/);
    const of = (/** @type {string} */ name) => [...this.steps.querySelectorAll("[data-at]"), ...this.kept.querySelectorAll("[data-at]")]
      .find((node) => node instanceof HTMLElement && node.dataset.at === `${name}:${id}` && !node.hasAttribute("disabled"));
    const found = of(what) ?? of("later") ?? of("earlier");
    if (found instanceof HTMLElement) found.focus();
  }

  /**
   * @param {Step} step
   * @param {number} at
   * @param {number} count
   * @param {boolean} locked
   */
  step(step, at, count, locked) {
    const { id, text, page, on, done } = step;
    const act = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ does, off = false) =>
      button(sign, does, { "aria-label": label, title: label, "data-at": `${name}:${id}`, disabled: locked || off });
    const ticked = (/** @type {{ target: HTMLInputElement }} */ { target }) => this.edit((plan) => changeStep(plan, id, { done: target.checked }));
    const dayed = (/** @type {{ target: HTMLInputElement }} */ { target }) => this.dated(id, target);
    const grip = element("span", { class: "plan-grip", draggable: locked ? null : "true", "aria-hidden": "true" }, "⠿");
    const item = element("li", { class: "plan-step" }, [
      grip,
      element("input", { type: "checkbox", id: `do-${id}`, checked: done, disabled: locked, "data-at": `tick:${id}`, onchange: ticked, autocomplete: "off" }),
      this.#changing === id ? this.field(step) : element("label", { for: `do-${id}` }, text),
      page ? element("a", { class: "plan-open", href: `${this.root}${page}` }, words.open_page) : null,
      element("span", { class: "plan-tools" }, [
        element("input", { type: "date", class: on ? "" : "is-blank", value: on, disabled: locked, "aria-label": words.day_of({ text }), "data-at": `day:${id}`, onchange: dayed }),
        act("change", "✎", words.change({ text }), () => this.change(step)),
        act("earlier", "↑", words.earlier({ text }), () => this.move(step, at - 1, count), at === 0),
        act("later", "↓", words.later({ text }), () => this.move(step, at + 1, count), at === count - 1),
        act("remove", "×", words.remove({ text }), () => this.remove(step, at)),
      ]),
    ]);
    this.#draggable(item, grip, step, at, count);
    return item;
  }

  /**
   * Take over a day. Browsers tell of each digit that is typed, so the field stays while nothing else has changed.
   * @param {string} id
   * @param {HTMLInputElement} field
   */
  dated(id, field) {
    this.#dated = id;
    this.edit((plan) => changeStep(plan, id, { on: isDay(field.value) ? field.value : "" }));
    this.#dated = "";
    field.classList.toggle("is-blank", !field.value);
  }

  /**
   * @param {Step} step
   * @param {number} to
   * @param {number} count
   */
  move({ id, text }, to, count) {
    this.edit((plan) => moveStep(plan, id, to));
    this.say(words.moved({ text, place: Math.min(to, count - 1) + 1, all: count }));
  }

  /**
   * @param {Step} step
   * @param {number} at
   */
  remove({ id, text }, at) {
    this.edit((plan) => changeStep(plan, id, null));
    this.say(words.removed({ text }));
    const left = this.steps.querySelectorAll("[data-at^=remove]");
    const next = left[Math.min(at, left.length - 1)] ?? document.querySelector("#plan-text");
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {Step} step */
  change({ id }) {
    this.#changing = id;
    this.edit((plan) => plan);
    this.focus(`words:${id}`);
  }

  /**
   * The field for the words of a step.
   * @param {Step} step
   */
  field({ id, text }) {
    const end = (/** @type {string | null} */ value) => {
      if (this.#changing !== id) return;
      this.#changing = null;
      const changed = value?.trim() || text;
      this.edit((plan) => changeStep(plan, id, { text: changed }));
    };
    const field = element("input", { type: "text", value: text, maxlength: LONGEST, "aria-label": words.what, "data-at": `words:${id}` });
    field.addEventListener("blur", () => end(field.value));
    onKeys(field, (event) => {
      const { key } = event;
      if (key !== "Enter" && key !== "Escape") return;
      event.preventDefault(); // else Enter also presses the button that is focused next
      end(key === "Enter" ? field.value : null);
      this.focus(`change:${id}`);
    });
    return field;
  }

  /**
   * @param {HTMLLIElement} item
   * @param {HTMLElement} grip
   * @param {Step} step
   * @param {number} at
   * @param {number} count
   */
  #draggable(item, grip, step, at, count) {
    grip.addEventListener("dragstart", (event) => {
      this.#dragged = step.id;
      event.dataTransfer?.setData("text/plain", step.text);
      event.dataTransfer?.setDragImage(item, 0, 0);
    });
    grip.addEventListener("dragend", () => (this.#dragged = null));
    item.addEventListener("dragover", (event) => this.#dragged && event.preventDefault());
    item.addEventListener("drop", (event) => {
      const id = this.#dragged;
      if (!id || id === step.id) return;
      event.preventDefault();
      const text = this.steps.querySelector(`label[for="do-${id}"]`)?.textContent ?? "";
      this.move({ ...step, id, text }, at, count);
    });
  }

  /**
   * An entry that is kept.
   * @param {import("../plan-record.js").Kept} entry
   * @param {Plan} plan
   * @param {boolean} locked
   */
  entry({ page, title }, plan, locked) {
    const remove = () => {
      this.edit((now) => keep(now, { page, title }, false));
      this.say(words.removed({ text: title }));
      const next = this.kept.querySelector("button") ?? document.querySelector("#plan-text");
      if (next instanceof HTMLElement) next.focus();
    };
    const { kind, label } = kindOfPage(page);
    return element("li", { "data-kind": kind }, [
      element("a", { href: `${this.root}${page}` }, title),
      " ",
      label,
      element("span", { class: "plan-tools" }, [
        this.planning({ page, title }, plan, locked),
        button(words.remove_it, remove, { "aria-label": words.remove({ text: title }), title: words.remove({ text: title }), "data-at": `unkeep:${page}`, disabled: locked }),
      ]),
    ]);
  }

  /**
   * The button that makes a step of an entry. As long as that is to be done, it leads to its day, so that nothing is
   * planned twice by chance.
   * @param {import("../plan-record.js").Kept} entry
   * @param {Plan} plan
   * @param {boolean} locked
   */
  planning({ page, title }, plan, locked) {
    const isAgain = plan.steps.some((step) => step.page === page);
    const [label, name] = openStepOf(plan, page) ? [words.is_planned, words.is_planned_of] : isAgain ? [words.plan_again, words.plan_again_of] : [words.make_step, words.make_step_of];
    return button(label, () => this.plan({ page, title }), { "aria-label": name({ title }), "data-at": `plan:${page}`, disabled: locked });
  }

  /**
   * Make a step of an entry, or go to the day of the one that there is.
   * @param {import("../plan-record.js").Kept} entry
   */
  plan({ page, title }) {
    let there = "";
    let full = false;
    this.edit((now) => {
      there = openStepOf(now, page)?.id ?? "";
      full = now.steps.length >= MOST;
      return there || full ? now : addStep(now, { id: idOf(page, now), text: title, page, on: "", done: false });
    });
    if (there) this.focus(`day:${there}`);
    this.say(there ? words.planned_already({ text: title }) : full ? words.is_full({ most: MOST }) : words.added({ text: title }));
  }
}

/**
 * A name for the step that comes from a page: the same in every browser, so that plans are merged without repeating it.
 * @param {string} page
 * @param {Plan} plan
 */
function idOf(page, plan) {
  const name = (page.split("/").at(-2) ?? "").slice(0, 50).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "step";
  const used = new Set(plan.steps.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = `p-${name}${number > 1 ? `-${number}` : ""}`;
    if (!used.has(id)) return id;
  }
}
