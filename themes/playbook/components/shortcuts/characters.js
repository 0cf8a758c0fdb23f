// Shortcuts of one character. They do nothing while somebody types or a dialog is open, and can be switched off (WCAG
// 2.1.4): who speaks to the computer, or presses keys by chance, would set them off. That is a setting of the browser for
// all playbooks of a server, like the colours.
import { store, stored } from "../answers-store/storage.js";
import { onKeys } from "../element/keys.js";

const KEY = "playbook:shortcuts";
const OFF = "off";

/** What happens to the document when they are switched on or off. */
export const SWITCHED = "shortcuts-switched";

let isOff = false; // what counts while the storage takes nothing

/** Whether shortcuts of one character are on. */
export function areOn() {
  const { text, refused } = stored(KEY);
  return refused ? !isOff : text !== OFF;
}

/** @param {boolean} on */
export function switchTo(on) {
  isOff = !on;
  const outcome = store(KEY, on ? null : OFF);
  document.dispatchEvent(new Event(SWITCHED));
  return outcome;
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, [role=textbox]"));

/**
 * Call `handler` for a character that is typed nowhere. It says whether the character was for it.
 * @param {string} character
 * @param {() => boolean} handler
 */
export function onCharacter(character, handler) {
  onKeys(document, (event) => {
    if (event.key.toLowerCase() !== character || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]") || !areOn()) return;
    if (handler()) event.preventDefault();
  });
}
