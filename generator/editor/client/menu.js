// A button that opens a few others.
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { keepWithin } from "./within-window.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";

/** @typedef {{ label: string, run: () => void, isOff?: () => boolean, about?: string }} Act */

/**
 * @param {string} sign what the button shows
 * @param {string} label what it is called
 * @param {() => Act[]} acts
 * @param {string} [look] its class
 */
export function menu(sign, label, acts, look = "sign") {
  const list = element("div", { class: "menu-list", role: "menu", hidden: true, "aria-label": label });
  const toggle = button(sign, () => (list.hidden ? open() : close()), {
    class: look, "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": sign === label ? null : label, title: sign === label ? null : label,
  });
  const box = element("div", { class: "menu" }, toggle, list);
  const items = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=menuitem]")]);

  function open() {
    const made = acts().filter((act) => !act.isOff?.());
    list.replaceChildren(...made.map((act) => item(act)));
    list.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    keepWithin(toggle, list);
    items().at(0)?.focus();
  }

  function close() {
    list.hidden = true;
    toggle.setAttribute("aria-expanded", "false");
  }

  /** @param {Act} act */
  function item(act) {
    const run = () => {
      toggle.focus();
      close();
      act.run();
    };
    const made = button(act.label, run, { role: "menuitem" });
    if (act.about) made.append(element("span", {}, act.about));
    return made;
  }

  onKeys(box, (event) => {
    if (list.hidden) return;
    const all = items();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      close();
      if (event.key === "Escape") toggle.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      all.at(to % all.length)?.focus();
    }
  });
  // Some browsers give a button that is clicked no focus: then the menu would be gone before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) close();
  });
  return box;
}
