// A list to tick: counts what is ticked and keeps it in this browser until it is cleared.
import { store, stored } from "../answers-store/storage.js";
import { button, element } from "../element/element.js";
import words from "./words.js";

/**
 * The ids that were ticked. Storage that is blocked or corrupt gives none: the list works without it.
 * @param {string} key
 * @returns {Set<unknown>}
 */
function load(key) {
  try {
    const kept = JSON.parse(stored(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}

class TickList extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".tick-state")) return;
    const key = `playbook:ticks:${this.dataset.id}`;
    /** @type {HTMLInputElement[]} */
    const boxes = [...this.querySelectorAll("input")].filter((field) => field.type === "checkbox");
    const kept = load(key);
    for (const box of boxes) box.checked = kept.has(box.dataset.item);

    const text = element("span", { role: "status" });
    const bar = element("progress", { max: boxes.length, "aria-label": words.progress });
    const clear = button(words.clear, () => {
      for (const box of boxes) box.checked = false;
      keep();
      boxes[0]?.focus();
    });
    this.prepend(element("div", { class: "tick-state" }, bar, text, clear));

    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.item);
    const show = () => {
      bar.value = ticked().length;
      text.textContent = words.ticked({ ticked: bar.value, all: boxes.length });
      clear.hidden = bar.value === 0;
    };
    // Storage may be refused or full; the ticks then last as long as the page.
    const keep = () => {
      const ids = ticked();
      store(key, ids.length ? JSON.stringify(ids) : null);
      show();
    };
    this.addEventListener("change", keep);
    show();
  }
}

customElements.define("tick-list", TickList);
