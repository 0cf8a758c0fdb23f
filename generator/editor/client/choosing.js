// A field in which one searches for a title and chooses it (a combobox after the ARIA Authoring Practices).
import { element } from "../../../themes/playbook/components/element/element.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import { asker } from "./asking.js";
import { keepBelow } from "./within-window.js";
import words from "./words.js";

/** @import { Attributes } from "../../../themes/playbook/components/element/element.js" */

const PAUSE = 120;

const ADDRESS = /^(https?:\/\/|www\.)/i;

/**
 * @template Found
 * @typedef {object} Choosing
 * @property {string} id
 * @property {string} text what stands in the field at first
 * @property {Attributes} attributes of the field
 * @property {string} listLabel
 * @property {(text: string) => Promise<Found[]>} search
 * @property {(found: Found) => { title: string, about: string }} show
 * @property {(found: Found) => void} choose
 * @property {(text: string) => void} leave what is typed and none of what was found
 * @property {(count: number) => void} [count] how many were found
 * @property {string} none what to do where nothing is found
 * @property {(end: () => void) => () => void} [pending] hears what ends the search when the form is saved, and gives what says that it is over
 */

/**
 * @template Found
 * @param {Choosing<Found>} options
 */
export function choosing({ id, text, attributes, listLabel, search, show, choose, leave, count, none, pending }) {
  const field = element("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-autocomplete": "list", "aria-controls": `${id}-list`, ...attributes,
  });
  const list = element("ul", { id: `${id}-list`, role: "listbox", hidden: true, "aria-label": listLabel });
  const empty = element("p", { class: "none", hidden: true }, none);
  const box = element("div", { class: "choosing" }, field, list, empty);
  field.value = text;
  /** @type {Found[]} */
  let found = [];
  let at = -1;
  let isTyped = false;

  const asking = asker(search, (answer) => {
    found = answer;
    count?.(found.length);
    if (document.activeElement === field) open();
  }, () => close());

  function open() {
    list.replaceChildren(...found.map((one, number) => {
      const { title, about } = show(one);
      const option = element("li", { id: `${id}-${number}`, role: "option", "aria-selected": "false" }, title, element("span", {}, about));
      // The field keeps the focus while the mouse chooses.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(number));
      return option;
    }));
    list.hidden = found.length === 0;
    empty.textContent = ADDRESS.test(field.value.trim()) ? words.address_in_text : none;
    empty.hidden = found.length > 0 || !field.value.trim();
    keepBelow(box, list);
    field.setAttribute("aria-expanded", String(found.length > 0));
    point(-1);
  }

  function close() {
    list.hidden = empty.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} number */
  function point(number) {
    at = number;
    [...list.children].forEach((option, one) => option.setAttribute("aria-selected", String(one === at)));
    const option = list.children[at];
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} number */
  function take(number) {
    const one = found[number];
    if (!one) return;
    field.value = show(one).title;
    isTyped = false;
    asking.drop();
    close();
    choose(one);
  }

  const look = () => asking.ask(() => (isTyped ? field.value.trim() : ""), isTyped ? PAUSE : 0);
  let over = () => {};
  /** What was typed counts, though nothing was chosen. */
  const end = () => {
    over();
    asking.drop();
    close();
    if (isTyped) leave(field.value.trim());
    isTyped = false;
  };
  field.addEventListener("input", () => {
    if (!isTyped) over = pending?.(end) ?? over;
    isTyped = true;
    look();
  });
  field.addEventListener("click", () => list.hidden && look());
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", end);
  onKeys(field, (event) => {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isOpen) return look();
      const by = event.key === "ArrowDown" ? 1 : -1;
      point((at + by + found.length + (at < 0 && by < 0 ? 1 : 0)) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen) take(Math.max(at, 0));
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { field, node: box };
}
