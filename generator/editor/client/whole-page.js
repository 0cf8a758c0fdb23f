// The page as it would be with what is not saved: beside the form, or in its place where there is no room for both.

/** @import { WholePage as Answer } from "./contract.d.ts" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { asker } from "./asking.js";
import { framed, itemAt, linkAt, shownIn } from "./page-frame.js";
import { pressing } from "./pressing.js";
import words from "./words.js";

const PAUSE = 250;
const BESIDE = matchMedia("(min-width: 72rem)");
const OPEN = "playbook-edit:whole-page"; // kept as long as the tab is

export class WholePage {
  #isOpen = false;
  #frame = ""; // the address of the page whose styles are shown
  /** @type {Record<string, string>} the fields that sections show */
  #fields = {};
  #whenReleased = (/** @type {() => void} */ run) => run();

  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.toggle = button(words.show_page, () => this.show(!this.#isOpen), { class: "wide", "aria-pressed": "false" });
    this.note = element("p", { role: "status" });
    this.window = element("iframe", { title: words.page_preview, sandbox: "allow-same-origin" });
    this.closing = button(words.close, () => this.show(false), { class: "quiet" });
    this.node = element("section", { class: "whole-page", "aria-label": words.page_preview, hidden: true },
      element("div", { class: "whole-page-head" }, this.note, this.closing), this.window);
    this.asking = asker(api.wholePage, (answer) => void this.#heard(answer), (fault) => this.#failed(fault));
    BESIDE.addEventListener("change", () => this.#settle());
  }

  /** Whether what is open has a page of its own. */
  get isThere() {
    return this.editor.form.target.site !== true;
  }

  /** Begin to follow the form. */
  follow() {
    const { form } = this.editor;
    form.whenChanged(this.node, () => this.ask(PAUSE));
    form.node.addEventListener("focusin", (event) => this.#point(form.places.placeOf(/** @type {Element} */ (event.target))?.route[0]));
    if (this.isThere && BESIDE.matches && sessionStorage.getItem(OPEN)) this.show(true, false);
  }

  /** @param {boolean} isOpen @param {boolean} [isFocused] */
  show(isOpen, isFocused = true) {
    this.#isOpen = isOpen;
    this.node.hidden = !isOpen;
    this.toggle.setAttribute("aria-pressed", String(isOpen));
    if (isOpen) sessionStorage.setItem(OPEN, "1");
    else sessionStorage.removeItem(OPEN);
    this.#settle();
    if (isOpen) this.ask();
    if (isFocused && isOpen && !BESIDE.matches) this.closing.focus();
    else if (isFocused && !isOpen) this.editor.frame.focusTop();
  }

  /** What is covered can neither be read nor reached. */
  #settle() {
    document.body.classList.toggle("has-page", this.#isOpen);
    const main = document.querySelector("main");
    if (main) main.inert = this.#isOpen && !BESIDE.matches;
  }

  /** @param {number} [pause] */
  ask(pause = 0) {
    if (!this.#isOpen) return;
    const { target } = this.editor.form;
    if (target.new && !target.id) this.note.textContent = words.page_later;
    else this.asking.ask(() => this.#sent(), pause);
  }

  #sent() {
    const { form, version, base } = this.editor;
    return { target: form.target, version, base, value: form.value };
  }

  /** @param {Answer} answer */
  async #heard(answer) {
    if (!answer.html) {
      this.note.textContent = this.#frame ? words.page_as_before : words.page_after;
      return;
    }
    this.#fields = answer.fields;
    if (this.#frame !== answer.frame) {
      const page = await framed(this.window, answer.frame);
      this.#frame = answer.frame;
      this.#whenReleased = pressing(page);
    }
    this.#whenReleased(() => {
      this.note.textContent = words.page_now;
      shownIn(this.window, answer, (id, heading) => this.#fieldOf(id, heading), (field, node) => this.#lead(field, node));
    });
  }

  /** @param {unknown} fault */
  #failed(fault) {
    if (!(fault instanceof api.Refusal)) throw fault;
    // What stands in the way of the form itself is said there.
    this.note.textContent = fault.status && !fault.changed ? fault.message : words.page_as_before;
  }

  /** The field that a section shows; null where it shows what other entries say. @param {string} id @param {string} heading */
  #fieldOf(id, heading) {
    const { fields } = this.editor.entry.form;
    const names = new Set(fields.map(({ name }) => name));
    const known = this.#fields[id];
    if (known) return names.has(known) ? known : null;
    if (names.has("text") && this.editor.form.target.page !== undefined) return id === "title" ? "title" : "text";
    if (names.has(id)) return id;
    return fields.find(({ label }) => label === heading)?.name ?? null;
  }

  /** From the page to the field that it shows, or to the item of it; or say that there is none. @param {string | undefined} field @param {Element} [node] what was clicked */
  #lead(field, node) {
    const { form } = this.editor;
    const link = node && linkAt(form.value, field, node);
    if (link === null || (!link && field === undefined)) {
      this.note.textContent = words.page_without_field;
      return;
    }
    if (!BESIDE.matches) this.show(false, false);
    form.places.lead(link ?? [String(field), ...(node ? itemAt(form.value[String(field)], node) : [])]);
    unselected();
  }

  /** Mark on the page what the form is at. @param {string | number | undefined} field */
  #point(field) {
    if (!this.#isOpen || field === undefined) return;
    const all = /** @type {HTMLElement[]} */ ([...(this.window.contentDocument?.querySelectorAll("[data-field]") ?? [])]);
    for (const one of all) one.classList.toggle("is-edited", one.dataset.field === String(field));
    all.find((one) => one.classList.contains("is-edited"))?.scrollIntoView({ block: "nearest" });
  }
}

/** What is typed after a click on the page is put in, and replaces nothing. */
function unselected() {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  if (field.selectionStart !== field.selectionEnd) field.setSelectionRange(field.value.length, field.value.length);
}
