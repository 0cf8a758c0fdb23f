// A button beside each heading that copies a link to it, and one at the end of each sentence to say. With the keyboard a
// key copies the link to the section where one is, so that the Tab key need not stop at every heading. Who has switched
// such keys off has the stops.
// @common
import { drawing, element } from "../element/element.js";
import { all, one } from "../element/find.js";
import { sharedAddress } from "../element/shared-address.js";
import { loadStyles } from "../element/styles.js";
import { areOn, onCharacter, SWITCHED } from "../shortcuts/characters.js";
import { copyDraft, copyText } from "./copy-text.js";
import words from "./words.js";

const CHAIN = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5";
const SHEETS = "M9 9h11v11H9zM5 15H4V4h11v1";
const LINK = "l";
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

  /** @type {Map<HTMLHeadingElement, { name: string, button: HTMLElement }>} */
  #headings = new Map();

  connectedCallback() {
    const page = this.parentElement;
    if (!page || page.querySelector(".copy-mark")) return;
    for (const heading of all(page, "h2[id], h3[id]", HTMLHeadingElement)) this.#atHeading(heading);
    for (const sentence of all(page, "[data-copy]", HTMLElement)) this.#atSentence(sentence);
    this.#setStops();
    document.addEventListener(SWITCHED, () => this.#setStops());
    onCharacter(LINK, () => {
      if (this.isConnected) this.#copyHere(page);
      return this.isConnected;
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#clearing);
  }

  /** @param {HTMLHeadingElement} heading */
  #atHeading(heading) {
    if (heading.closest("summary")) return;
    const name = textOf(heading);
    // The name of the heading, and of the section that it names, stays what it was.
    const sign = heading.querySelector("[aria-label]")?.getAttribute("aria-label");
    heading.setAttribute("aria-label", sign ? `${name}, ${sign}` : name);
    const button = mark(words.link({ heading: name }), CHAIN, () => this.#copyLink(name, heading.id));
    heading.append(button);
    this.#headings.set(heading, { name, button });
  }

  #setStops() {
    for (const { button } of this.#headings.values()) button.tabIndex = areOn() ? -1 : 0;
  }

  /** @param {Element} page */
  async #copyHere(page) {
    const { headingHere } = await import("./lazy/here.js");
    const heading = headingHere(page, [...this.#headings.keys()]);
    const name = heading && this.#headings.get(heading)?.name;
    this.#copyLink(name ?? textOf(one(page, "h1")), heading?.id ?? "");
  }

  /**
   * @param {string} name of what the link leads to
   * @param {string} id empty for the page
   */
  async #copyLink(name, id) {
    const address = sharedAddress().split("?")[0] + (id && `#${id}`);
    const said = await copyText(address, words.link_copied({ name }), words.link_in_address);
    if (said === words.link_in_address) location.hash = id;
    this.#say(said);
  }

  /** @param {HTMLElement} sentence */
  #atSentence(sentence) {
    const text = textOf(sentence);
    sentence.append(mark(words.sentence({ text }), SHEETS, async () => this.#say(await copyDraft(text))));
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
