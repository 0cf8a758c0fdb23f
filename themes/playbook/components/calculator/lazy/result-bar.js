// The result in short, at the foot of a narrow screen while the form is in sight and the result is not. It stays above the
// keyboard of a phone and below the field that somebody types in. It repeats what is on the page, so readers of screens
// pass it over.
import { element } from "../../element/element.js";
import { all, isField } from "../../element/find.js";

const ENOUGH = 96; // pixels of the result that have to be in sight, so that it needs no bar

/**
 * How much of the lower end of a page the keyboard of a phone covers, in pixels. A page that is magnified by hand shows
 * only a part of itself, too, and has no keyboard for that.
 * @param {{ whole: number, height: number, offsetTop: number, scale: number }} seen the height of the page, and what is seen of it
 */
export const covered = ({ whole, height, offsetTop, scale }) => (scale > 1.01 ? 0 : Math.max(0, Math.round(whole - height - offsetTop)));

/** How much of the lower end of this page the keyboard of a phone covers, in pixels. */
export function keyboardHeight() {
  const seen = globalThis.visualViewport;
  const whole = document.documentElement.clientHeight;
  return seen ? covered({ whole, height: seen.height, offsetTop: seen.offsetTop, scale: seen.scale }) : 0;
}

/**
 * Whether the bar is needed: the form is in sight, of the result too little.
 * @param {{ top: number, bottom: number }} form
 * @param {{ top: number, bottom: number }} result
 * @param {number} foot where what is seen of the page ends
 */
export const isNeeded = (form, result, foot) =>
  form.bottom > 0 && form.top < foot && (result.top > foot - ENOUGH || result.bottom < ENOUGH);

export class ResultBar {
  keyboard = 0; // how high it is, in pixels
  text = element("p");
  node = element("div", { class: "calculator-bar", "aria-hidden": "true", hidden: true }, this.text);

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} result
   */
  constructor(form, result) {
    this.form = form;
    this.result = result;
  }

  /** @param {AbortSignal} signal */
  begin(signal) {
    this.form.append(this.node);
    const place = () => this.place();
    addEventListener("scroll", place, { signal, passive: true });
    addEventListener("resize", place, { signal });
    for (const moved of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(moved, place, { signal });
    this.form.addEventListener("focusin", () => this.uncover(), { signal });
    signal.addEventListener("abort", () => this.node.remove());
  }

  /** Say what the result says now: its first sentence, or else its first value. */
  show() {
    const shown = all(this.result, "output p, .calculator-values > div", HTMLElement).find((one) => one.checkVisibility() && one.textContent?.trim());
    const parts = shown?.matches("div") ? [...shown.children] : shown ? [shown] : [];
    this.text.textContent = parts.map(({ textContent }) => (textContent ?? "").trim()).join(": ");
    this.place();
  }

  place() {
    const keyboard = keyboardHeight();
    const whole = document.documentElement.clientHeight;
    this.node.style.setProperty("--keyboard", `${keyboard}px`);
    const wasHidden = this.node.hidden;
    this.node.hidden = !isNeeded(this.form.getBoundingClientRect(), this.result.getBoundingClientRect(), whole - keyboard);
    if (wasHidden || keyboard !== this.keyboard) this.uncover();
    this.keyboard = keyboard;
  }

  /** Bring the field that has the focus out from under the bar. */
  uncover() {
    const field = document.activeElement;
    if (this.node.hidden || !isField(field) || !this.form.contains(field)) return;
    const under = field.getBoundingClientRect().bottom - this.node.getBoundingClientRect().top;
    if (under > 0 && this.node.offsetHeight) scrollBy(0, under + 16);
  }
}
