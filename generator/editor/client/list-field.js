// Lists: items are added, removed and put into another order with the mouse, by touch and with the keyboard.

/** @import { Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import { draggable } from "./dragging.js";
import { menu } from "./menu.js";
import { foldedItem, isFlat } from "./item.js";
import { partsFrom } from "./made-id.js";
import { focusIn } from "./places.js";
import { refsIn } from "./refs.js";
import { named, withMoved } from "./tree.js";
import { blank, isBlank, onlyText } from "./values.js";
import words from "./words.js";

/** Items of these sorts are short enough to stand beside each other. */
const SHORT = new Set(["text", "id", "ref", "choice", "whole", "number", "date"]);

/** Items of these sorts are lines of text, of which several can be pasted. */
const TEXTS = new Set(["text", "line", "prose"]);

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control}
 */
export function listControl(form, shape, place, look) {
  return new List(form, shape, place, look).control;
}

class List {
  /** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look */
  constructor(form, shape, place, look) {
    this.form = form;
    this.item = /** @type {Shape} */ (shape.item);
    this.place = place;
    this.look = look;
    this.text = onlyText(this.item); // whose lines are items, as those of a plain text are
    const isShort = SHORT.has(this.item.sort);
    this.list = element("ol", { class: `items${isShort ? " are-short" : ""}`, id: look.id });
    this.list.append(...this.values.map((_, at) => this.#row(at, false)));
    draggable(this.list, (from, to) => this.move(from, to));
    this.#number();
    const about = this.text || TEXTS.has(this.item.sort) ? element("p", { class: "help" }, words.paste_lines) : null;
    this.more = element("div", { class: "more" }, ...this.#adders(), about);
    /** @type {Control} */
    this.control = { node: element("div", { class: "list" }, this.list, this.more), isGroup: true };
  }

  get values() {
    const value = this.place.value;
    return Array.isArray(value) ? value : [];
  }

  get rows() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  #adders() {
    const parts = this.item.sort === "one_of" ? (this.item.parts ?? []) : [];
    const short = this.look.one ? words.add_one({ one: this.look.one }) : words.add_to({ name: this.look.label });
    const label = this.look.one ? `${short}: ${this.look.label}` : short;
    const sign = this.look.isTwin ? label : short;
    if (!parts.length) return [button(sign, () => this.add(this.rows.length), { class: "add", "aria-label": sign === label ? null : label })];
    const acts = () => parts.map((part) => ({ label: part.label ?? part.tag ?? "", about: part.help, run: () => this.add(this.rows.length, part.tag) }));
    return [menu(sign, label, acts, "add")];
  }

  /** @param {number} at @param {boolean} isNew */
  #row(at, isNew) {
    const place = this.place.child(at);
    const id = this.form.newId();
    const name = () => words.item({ label: this.look.label, number: String(Number(place.key) + 1) });
    const node = element("li", { class: "item" });
    const control = isFlat(this.item)
      ? this.form.control(this.item, place, { ...this.look, id, label: name(), describedBy: "", isOptional: false, isRow: true })
      : null;
    const body = control
      ? [control.acts ? null : control.tools, control.node]
      : foldedItem(this.form, this.item, place, { ...this.look, id, label: name() }, { isOpen: isNew || this.values.length === 1, isNew });
    const grip = element("button", { type: "button", class: "sign grip", "aria-label": words.move_named({ name: name() }), title: words.drag });
    grip.append(element("span", { "aria-hidden": "true" }, "⠿"));
    const tools = menu("⋯", words.more_for({ name: name() }), () => [...(control?.acts ?? []), ...this.#acts(Number(place.key))]);
    node.append(grip, element("div", { class: "item-body" }, body), tools, element("div", { class: "said", id: `${id}-said`, "data-said": true }));
    node.querySelector(`[id="${id}"]`)?.setAttribute("aria-describedby", `${id}-said`);
    this.form.places.mark(node, place);
    node.addEventListener("paste", (event) => this.#paste(event, Number(place.key)));
    onKeys(node, (event) => this.#key(event, Number(place.key), event.target === grip));
    return node;
  }

  /** @param {KeyboardEvent} event @param {number} at @param {boolean} isGrip */
  #key(event, at, isGrip) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined && (event.altKey || isGrip) && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      this.move(at, at + by);
    } else if (event.key === "Enter" && this.#isLine(event.target) && !event.shiftKey) {
      event.stopPropagation();
      this.add(at + 1);
      this.#fold(at);
    } else if (event.key === "Backspace" && this.#isEmpty(event.target, at)) {
      event.preventDefault();
      event.stopPropagation();
      this.remove(at);
    }
  }

  /** Whether something is the one text of an item that has a line, so that the next line is the next item. @param {EventTarget | null} node */
  #isLine(node) {
    if (!(node instanceof HTMLTextAreaElement) || node.rows !== 1) return false;
    if (SHORT.has(this.item.sort) || this.item.sort === "line") return true;
    const place = this.text && this.form.places.placeOf(node);
    return Boolean(place) && place?.key === this.text?.name && place?.parent?.parent === this.place;
  }

  /** Whether something is the one text of an item in which nothing is written. @param {EventTarget | null} node @param {number} at */
  #isEmpty(node, at) {
    if (!(node instanceof HTMLTextAreaElement) || node.value !== "") return false;
    return SHORT.has(this.item.sort) || (this.#isLine(node) && isBlank(this.values[at]));
  }

  /** An item that is written is folded to its line again. @param {number} at */
  #fold(at) {
    const fold = this.rows[at]?.querySelector(":scope > .item-body > .item-fold");
    if (fold instanceof HTMLDetailsElement) fold.open = false;
  }

  /** Several lines that are pasted are an item each, in one step. @param {ClipboardEvent} event @param {number} at */
  #paste(event, at) {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !this.#isLine(field)) return;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const text = field.value.slice(0, field.selectionStart) + pasted + field.value.slice(field.selectionEnd);
    const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^[-*•]\s+/, "")).filter(Boolean);
    if (!/[\r\n]/.test(pasted) || lines.length < 2) return;
    event.preventDefault();
    event.stopPropagation();
    this.form.pause();
    const place = this.form.places.placeOf(this.rows[at] ?? null);
    const items = this.text && place ? partsFrom(this.form, this.item, place, this.text.name, lines) : lines;
    this.place.put(this.values.toSpliced(at, 1, ...items));
    this.#fold(at);
    this.form.rebuild();
    this.form.places.reveal([...this.place.route, at + lines.length - 1, ...(this.text ? [this.text.name] : [])]);
    this.form.announce(words.added({ number: String(at + lines.length), all: String(this.values.length) }));
  }

  /** @param {number} at */
  #acts(at) {
    const last = this.rows.length - 1;
    return [
      { label: words.move_up, run: () => this.move(at, at - 1), isOff: () => at === 0 },
      { label: words.move_down, run: () => this.move(at, at + 1), isOff: () => at === last },
      ...(this.item.sort === "one_of" ? [] : [{ label: words.add_below, run: () => this.add(at + 1) }]),
      ...this.#entries(at),
      { label: words.duplicate, run: () => this.add(at + 1, undefined, this.values[at]) },
      { label: words.remove, run: () => this.remove(at) },
    ];
  }

  /** The entries that an item leads to, to be opened in windows of their own. @param {number} at */
  #entries(at) {
    const titles = refsIn(this.item, this.values[at]).flatMap((id) => this.form.titles.get(id) ?? []);
    return titles.slice(0, 3).map(({ kind, id, title }) => ({
      label: words.open_named({ title }), run: () => void open(`/__edit/?${new URLSearchParams({ kind, id })}`, "_blank", "noopener"),
    }));
  }

  /**
   * @param {number} at
   * @param {string} [tag]
   * @param {import("./contract.d.ts").Data} [value]
   */
  add(at, tag, value = blank(this.item, tag, this.form.value)) {
    this.place.put(this.values.toSpliced(at, 0, value));
    const row = this.#rowBetween(at);
    this.form.announce(words.added({ number: String(at + 1), all: String(this.rows.length) }));
    focusIn(row.querySelector(".item-body") ?? row);
  }

  /** @param {number} at */
  #rowBetween(at) {
    this.form.unasked.add(named([...this.place.route, at]));
    // The rows below have their new numbers before the new one reads its value.
    const row = this.#row(at, true);
    const place = this.form.places.placeOf(row);
    if (place) this.form.fresh.add(place);
    this.list.insertBefore(row, this.rows[at] ?? null);
    this.#number();
    return row;
  }

  /** @param {number} at */
  remove(at) {
    const rest = this.values.toSpliced(at, 1);
    this.place.put(rest.length || !this.look.isOptional ? rest : undefined);
    this.rows[at]?.remove();
    this.#number();
    this.form.announce(words.removed_item);
    const next = this.rows[at] ?? this.rows[at - 1];
    if (next) focusIn(next.querySelector(".item-body") ?? next);
    else this.more.querySelector("button")?.focus();
  }

  /** @param {number} from @param {number} to */
  move(from, to) {
    if (to < 0 || to >= this.rows.length || from === to) return;
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const row = this.rows[from];
    this.place.put(withMoved(this.values, from, to));
    const rest = this.rows.filter((one) => one !== row);
    this.list.insertBefore(row, rest[to] ?? null);
    this.#number();
    if (row.contains(active)) active?.focus();
    this.form.announce(words.moved({ number: String(to + 1), all: String(this.rows.length) }));
    this.form.showProblems();
  }

  /** Tell each row its number. */
  #number() {
    this.rows.forEach((row, at) => {
      const place = this.form.places.placeOf(row);
      if (place) place.key = at;
      const name = words.item({ label: this.look.label, number: String(at + 1) });
      row.querySelector(":scope > .grip")?.setAttribute("aria-label", words.move_named({ name }));
      row.querySelector(":scope > .menu > button")?.setAttribute("aria-label", words.more_for({ name }));
      row.querySelector(":scope > .item-body > .text-box > textarea[aria-label]")?.setAttribute("aria-label", name);
      row.dispatchEvent(new CustomEvent("editor-numbered", { detail: name }));
    });
  }
}
