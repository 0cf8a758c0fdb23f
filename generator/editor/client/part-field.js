// Values that have fields of their own. Optional fields without a value are folded away until somebody adds them.

/** @import { Data, Field, Shape } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { among } from "./among.js";
import { fieldNode } from "./field.js";
import { menu } from "./menu.js";
import { focusIn } from "./places.js";
import { leadsThrough } from "./problems.js";
import { isMapping, named } from "./tree.js";
import { areLinks, asMapping, asWritten, blank, inOrder, partOf } from "./values.js";
import words from "./words.js";

const HOLDING = new Set(["list", "named", "part", "one_of"]);

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control}
 */
export function partControl(form, shape, place, look) {
  place.form = {
    read: (data) => asMapping(data, shape.bare),
    write: (fields, before) => {
      const isEmpty = isMapping(fields) && Object.keys(fields).length === 0;
      return isEmpty && look.isOptional ? undefined : asWritten(/** @type {import("./contract.d.ts").Mapping} */ (fields), before, shape.bare);
    },
  };
  place.isScope = shape.sort === "one_of";
  if (shape.sort === "one_of") return oneOf(form, shape, place, look);
  const fields = new Fields(form, place, shape.parts?.[0]?.fields ?? [], look);
  return { node: fields.node, isGroup: true };
}

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control}
 */
function oneOf(form, shape, place, look) {
  const tag = shape.tag_field ?? "type";
  const id = form.newId();
  const choice = element("select", { id }, ...(shape.parts ?? []).map((part) => element("option", { value: part.tag ?? "" }, part.label ?? part.tag ?? "")));
  const body = element("div", { class: "fields" });
  /** @type {Map<string, Data | undefined>} what was entered under other types, for whoever changes their mind */
  const left = new Map();

  const show = () => {
    const part = partOf(shape, place.value);
    choice.value = part?.tag ?? "";
    const fields = (part?.fields ?? []).filter((field) => field.name !== tag);
    body.replaceChildren(new Fields(form, place, fields, { ...look, isOptional: false }).node);
  };
  choice.addEventListener("change", () => {
    const before = asMapping(place.value, null);
    left.set(String(before[tag]), place.value);
    const part = shape.parts?.find((one) => one.tag === choice.value);
    const fits = new Set(part?.fields.map((field) => field.name));
    const kept = Object.fromEntries(Object.entries(before).filter(([name]) => name !== tag && fits.has(name)));
    const fresh = asMapping(blank(shape, choice.value, form.value), null);
    place.put({ ...asMapping(left.get(choice.value), null), ...fresh, ...kept, [tag]: choice.value });
    show();
    form.announce(words.type_changed({ label: part?.label ?? "" }));
  });
  show();
  const head = element("div", { class: "field is-choice" }, element("div", { class: "field-name" }, element("label", { for: id }, words.type)), choice);
  return { node: element("div", { class: "typed-fields" }, head, body), isGroup: true };
}

/** Of so many parts in the same list, nearly all have what a new one shows as well. */
const ENOUGH = 2;
const NEARLY_ALL = 0.75;

/** Whether the parts beside a new one have a field. @param {Place} place @param {string} name */
function isUsualBeside(place, name) {
  const items = place.parent?.value;
  const others = Array.isArray(items) ? items.filter((one, at) => at !== place.key && isMapping(one)) : [];
  const having = others.filter((one) => isMapping(one) && Object.hasOwn(one, name));
  return others.length >= ENOUGH && having.length >= NEARLY_ALL * others.length;
}

/** Whether there is anything to choose for a field that names a part of the same entry. @param {Place} place @param {Field} field */
const hasChoices = (place, { name, shape }) => shape.sort !== "choice" || !shape.among || among(place.child(name), shape.among).length > 0;

/** The fields of a part. */
export class Fields {
  /**
   * @param {Form} form
   * @param {Place} place
   * @param {Field[]} fields
   * @param {Look} look
   */
  constructor(form, place, fields, look) {
    this.form = form;
    this.place = place;
    this.fields = inOrder(fields);
    const isUsual = (/** @type {Field} */ field) => isUsualBeside(place, field.name) || (field.usual && hasChoices(place, field));
    if (look.isNew) for (const field of fields.filter(isUsual)) form.opened.add(this.#key(field));
    this.level = look.level;
    this.isRow = look.isRow ?? false;
    this.isOfLinks = areLinks(fields);
    const add = this.isOfLinks ? words.add_link : words.add_field;
    this.rest = menu(add, add, () => this.#acts(), "add");
    this.node = element("div", { class: this.isRow ? "fields is-row" : "fields" });
    this.node.addEventListener("editor-add", (event) => this.#addFor(/** @type {CustomEvent} */ (event)));
    this.node.append(...this.fields.filter((field) => this.#isShown(field)).map((field) => this.#node(field)), this.rest);
    this.#follow();
    form.tried.addEventListener("tried", () => {
      if (this.node.isConnected) this.#follow();
    });
  }

  /** @param {Field} field */
  #key(field) {
    return named([...this.place.route, field.name]);
  }

  /** @param {Field} field */
  #isShown(field) {
    const inside = this.place.inside;
    if (this.isRow || field.required || (isMapping(inside) && Object.hasOwn(inside, field.name)) || this.form.opened.has(this.#key(field))) return true;
    return !this.form.closed.has(this.#key(field)) && this.#isExpected(field);
  }

  /** Whether a rule complains where the field is missing, or may do so in a part that is new. @param {Field} field */
  #isExpected(field) {
    if (!field.conditional) return field.expected !== undefined;
    if (this.form.isUnasked(this.place.route)) return hasChoices(this.place, field);
    return this.form.complaints?.has(this.#key(field)) === true;
  }

  /** What is expected under conditions is there, and marked, while they are met. */
  #follow() {
    for (const field of this.fields.filter((one) => one.conditional)) {
      const node = this.#shown.get(field.name);
      if (!node && this.#isShown(field)) this.#insert(field);
      const mark = this.#shown.get(field.name)?.querySelector(":scope > .field-name > :is(.required, .expected)");
      if (mark instanceof HTMLElement) mark.hidden = !this.#isExpected(field);
    }
    this.#fold();
  }

  get #shown() {
    const nodes = [...this.node.children].filter((one) => one instanceof HTMLElement && one.dataset.field !== undefined);
    return new Map(nodes.map((one) => [/** @type {HTMLElement} */ (one).dataset.field, one]));
  }

  /** Put the node of a field where the order of the fields has it. @param {Field} field */
  #insert(field) {
    const node = this.#node(field);
    const later = new Set(this.fields.slice(this.fields.indexOf(field) + 1).map((one) => one.name));
    const next = [...this.node.children].find((one) => one instanceof HTMLElement && later.has(one.dataset.field ?? ""));
    this.node.insertBefore(node, next ?? this.rest);
    return node;
  }

  /** @param {Field} field */
  #node(field) {
    const place = this.place.child(field.name);
    const remove = this.isRow || field.required || field.shape.sort === "raw" ? null : () => this.#remove(field);
    // Lists beside each other whose items are called the same are told apart by their names.
    const isTwin = this.fields.some((other) => other !== field && other.one !== undefined && other.one === field.one);
    const node = fieldNode(this.form, { ...field, isTwin }, place, this.level, remove, this.isRow);
    node.dataset.field = field.name;
    return node;
  }

  #acts() {
    const hidden = this.fields.filter((field) => !this.#isShown(field) && field.shape.sort !== "raw");
    const usual = [...hidden.filter((field) => !field.advanced), ...hidden.filter((field) => field.advanced)];
    return usual.map((field) => ({ label: field.label, about: field.help.replace(/`/g, ""), run: () => this.add(field) }));
  }

  /** Add the field that leads to a place, if it is one of these and is not there. @param {CustomEvent<import("./contract.d.ts").Route>} event */
  #addFor(event) {
    const [own, route] = [this.place.route, event.detail];
    const field = leadsThrough(route, own) ? this.fields.find(({ name }) => name === route[own.length]) : undefined;
    if (!field || this.#isShown(field) || field.shape.sort === "raw") return;
    event.preventDefault();
    this.add(field, false);
  }

  /** @param {Field} field @param {boolean} [isFresh] whether nothing is told of it before it was left */
  add(field, isFresh = true) {
    this.form.opened.add(this.#key(field));
    this.form.closed.delete(this.#key(field));
    // A list begins with one item to fill in; a text is written when there is one.
    const isHolding = HOLDING.has(field.shape.sort) && field.shape.sort !== "named";
    this.form.unasked.add(this.#key(field));
    if (isHolding && this.place.child(field.name).value === undefined) this.place.child(field.name).put(blank(field.shape, undefined, this.form.value));
    const node = this.#insert(field);
    const place = this.form.places.placeOf(node);
    if (place && (isFresh || isHolding)) this.form.fresh.add(place);
    this.#fold();
    focusIn(node.querySelector(":scope > .fields, :scope > .list, :scope > .text-box, :scope > .prose") ?? node);
  }

  /** @param {Field} field */
  #remove(field) {
    this.form.opened.delete(this.#key(field));
    this.form.closed.add(this.#key(field));
    this.place.child(field.name).put(undefined);
    this.#shown.get(field.name)?.remove();
    this.#fold();
    this.rest.querySelector("button")?.focus();
    this.form.announce(words.removed_field({ name: field.label }));
  }

  #fold() {
    const [sign] = this.rest.querySelectorAll("button");
    if (this.isOfLinks && sign) sign.textContent = this.fields.some((field) => this.#isShown(field)) ? words.add_links : words.add_link;
    this.rest.hidden = this.#acts().length === 0;
  }
}
