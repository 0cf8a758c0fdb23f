// A button beside each heading that copies a link to it, and one at the end of each sentence to say.
// @common
import { drawing, element } from "../element/element.js";
import { all } from "../element/find.js";
import { sharedAddress } from "../element/shared-address.js";
import { loadStyles } from "../element/styles.js";
import { copyText } from "./copy-text.js";
import words from "./words.js";

const CHAIN = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5";
const SHEETS = "M9 9h11v11H9zM5 15H4V4h11v1";
const SHOWN_FOR = 4000; // milliseconds
const STYLES = new URL("lazy/copied.css", import.meta.url);

/** @param {Element} node */
const textOf = (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * @param {string} name
 * @param {string} path what is drawn on it
 * @param {() => unknown} onclick
 */
const mark = (name, path, onclick) =>
  element(
    "button",
    { type: "button", class: "copy-mark", "aria-label": name, title: name, onclick },
    drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawing("path", { d: path })),
  );

class CopyMarks extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #clearing;

  connectedCallback() {
    const page = this.parentElement;
    if (!page || page.querySelector(".copy-mark")) return;
    for (const heading of all(page, "h2[id], h3[id]", HTMLHeadingElement)) this.#atHeading(heading);
    for (const sentence of all(page, "[data-copy]", HTMLElement)) this.#atSentence(sentence);
  }

  disconnectedCallback() {
    clearTimeout(this.#clearing);
  }

  /** @param {HTMLHeadingElement} heading */
  #atHeading(heading) {
    if (heading.closest("summary")) return;
    const name = textOf(heading);
    const address = `${sharedAddress().split("?")[0]}#${heading.id}`;
    const copy = async () => {
      const said = await copyText(address, words.link_copied, words.link_in_address);
      if (said === words.link_in_address) location.hash = heading.id;
      this.#say(said);
    };
    // The name of the heading, and of the section that it names, stays what it was.
    const sign = heading.querySelector("[aria-label]")?.getAttribute("aria-label");
    heading.setAttribute("aria-label", sign ? `${name}, ${sign}` : name);
    heading.append(mark(words.link({ heading: name }), CHAIN, copy));
  }

  /** @param {HTMLElement} sentence */
  #atSentence(sentence) {
    const text = textOf(sentence);
    sentence.append(mark(words.sentence({ text }), SHEETS, async () => this.#say(await copyText(text))));
  }

  /** @param {string} text */
  async #say(text) {
    clearTimeout(this.#clearing);
    this.textContent = "";
    await loadStyles(STYLES);
    requestAnimationFrame(() => (this.textContent = text)); // a change, also when it says the same again
    this.#clearing = setTimeout(() => (this.textContent = ""), SHOWN_FOR);
  }
}

customElements.define("copy-marks", CopyMarks);
