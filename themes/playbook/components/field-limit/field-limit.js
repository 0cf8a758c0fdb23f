// Says when a text does not fit into its field: browsers cut what is pasted, dropped or dictated without a word.
import { element } from "../element/element.js";
import words from "./words.js";

/**
 * How many characters of a text that is to be entered do not fit.
 * @param {{ length: number, chosen: number, most: number, text: string }} entering how long the value is, how much of it is replaced, and the limit (-1: none)
 */
export function cut({ length, chosen, most, text }) {
  if (most < 0) return 0;
  const entered = text.replace(/\r\n?/g, "\n").length;
  return Math.max(0, Math.min(entered, length - chosen + entered - most));
}

/** @param {EventTarget | null} target */
const isLimited = (target) => target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.maxLength >= 0);

/** @param {InputEvent} event */
const textOf = ({ data, dataTransfer, inputType }) => (inputType === "insertLineBreak" ? "\n" : (data ?? dataTransfer?.getData("text/plain") ?? ""));

/** @type {WeakMap<HTMLInputElement | HTMLTextAreaElement, HTMLElement>} what is said of a field */
const notes = new WeakMap();

/** @param {InputEvent} event */
function say(event) {
  const field = event.target;
  if (!isLimited(field) || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  notes.get(field)?.remove();
  if (event.isComposing || !event.inputType.startsWith("insert")) return;
  const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const left = cut({ length: field.value.length, chosen, most: field.maxLength, text: textOf(event) });
  if (!left) return;
  const note = element("span", { class: "field-limit", role: "alert" }, words.cut(left, { most: field.maxLength }));
  notes.set(field, note);
  (field.closest(".write") ?? field).after(note);
}

/**
 * Say so beside each field in `area` into which a text does not fit, until the signal.
 * @param {HTMLElement} area
 * @param {AbortSignal} [signal]
 */
export const sayWhatIsCut = (area, signal) => area.addEventListener("beforeinput", say, { signal });
