// Runs a text check: looks for what the lists on the page name, while the text is typed. Loaded by text-check.js.
import { keptDraft } from "../../answers-store/kept-draft.js";
import { characters } from "../../calculator/lazy/counting.js";
import { keyboardHeight } from "../../calculator/lazy/result-bar.js";
import { copyDraft } from "../../copy/copy-text.js";
import { button, element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { personsIn, phrasesIn, sentencesIn } from "./checking.js";
import words from "../words.js";

const PAUSE = 400; // milliseconds without a key after which the result is shown and read aloud

/** @typedef {import("./checking.js").Place} Place */

/**
 * The list of texts in an attribute.
 * @param {HTMLElement} node
 * @param {string} name
 * @returns {string[]}
 */
const listIn = (node, name) => JSON.parse(node.dataset[name] ?? "[]");

/**
 * What an element holds, to be shown again.
 * @param {Element} from
 */
const copyOf = (from) => [...from.cloneNode(true).childNodes];

export class TextCheckPage {
  leaving = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {HTMLElement} host */
  constructor(host) {
    const page = host.closest("article") ?? document;
    this.host = host;
    this.draft = keptDraft(host.dataset.site ?? "", host.dataset.id ?? "");
    this.form = one(host, "form", HTMLFormElement);
    this.field = one(host, "textarea", HTMLTextAreaElement);
    this.summary = one(host, "[data-summary]", HTMLElement);
    this.jump = one(host, ".text-check-jump", HTMLElement);
    this.found = one(host, "[data-found]", HTMLElement);
    this.copied = one(host, "[data-copied]", HTMLElement);
    this.copying = one(host, "[data-action=copy]", HTMLButtonElement);
    this.help = one(host, ".text-check-help", HTMLElement);
    this.limits = all(page, "[data-limit]", HTMLTableRowElement);
    this.rows = all(page, "[data-find]", HTMLTableRowElement);
    this.meanings = new Map(all(page, "[data-meaning]", HTMLElement).map((node) => [node.dataset.meaning, node]));
  }

  begin() {
    const { signal } = this.leaving;
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("reset", () => this.reset(), { signal });
    this.form.addEventListener("input", () => {
      this.keep();
      this.later();
    }, { signal });
    this.copying.addEventListener("click", () => this.copy(), { signal });
    this.host.querySelector("[data-action=example]")?.addEventListener("click", () => this.example(), { signal });
    const keyboard = () => this.jump.style.setProperty("--keyboard", `${keyboardHeight()}px`);
    for (const moved of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(moved, keyboard, { signal });
    sayWhatIsCut(this.form, signal);
    this.draft.listen(() => this.restore(""), signal);
    this.restore(this.field.value);
  }

  end() {
    clearTimeout(this.#waiting);
    this.leaving.abort();
  }

  /** Show the text that is kept. @param {string} otherwise */
  restore(otherwise) {
    this.field.value = this.draft.read() ?? otherwise;
    this.shown();
    this.check();
  }

  /** Keep the text for as long as the tab is open. What was said of a copy no longer holds. */
  keep() {
    this.draft.write(this.field.value || null);
    this.copied.textContent = "";
    this.shown();
  }

  /** What can be done with the text, and where it stays. */
  shown() {
    this.copying.disabled = !this.field.value.trim();
    if (this.draft.state !== "kept") this.help.textContent = words.not_kept;
  }

  async copy() {
    const text = this.field.value;
    const said = await copyDraft(text);
    if (text === this.field.value) this.copied.textContent = said;
  }

  later() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.check(), PAUSE);
  }

  example() {
    this.field.value = one(this.host, "[data-example]", HTMLTemplateElement).content.textContent ?? "";
    this.keep();
    this.check();
    this.field.focus();
  }

  reset() {
    clearTimeout(this.#waiting);
    this.field.value = ""; // the form does the same only after this
    this.keep();
    this.check();
    this.field.focus();
  }

  check() {
    const text = this.field.value;
    this.jump.hidden = !text.trim();
    if (!text.trim()) {
      this.summary.textContent = words.empty;
      this.found.replaceChildren();
      return;
    }
    const length = characters(text);
    const phrases = phrasesIn(text, this.rows.map((row) => listIn(row, "find")));
    this.summary.textContent = `${words.length(length)} ${this.rows.length ? words.phrases(phrases.size) : ""}`.trim();
    one(this.jump, "[data-said]").textContent = this.summary.textContent;
    this.found.replaceChildren(
      ...this.counts(text, length),
      ...(phrases.size ? [element("h4", {}, words.to_replace), this.list(phrases)] : []),
    );
  }

  /**
   * The numbers, each with what it means.
   * @param {string} text
   * @param {number} length
   */
  counts(text, length) {
    const lines = this.limits.map((row) => {
      const left = Number(row.dataset.limit) - length;
      return line(copyOf(row.cells[0]), left < 0 ? words.over(-left) : words.left(left), left < 0);
    });
    const { questions, statements } = sentencesIn(text);
    if ("questions" in this.host.dataset) lines.push(this.meaning("questions", `${words.questions(questions)}, ${words.statements(statements)}`));
    const [writer, reader] = [listIn(this.host, "writer"), listIn(this.host, "reader")];
    if (writer.length) {
      const counted = personsIn(text, writer, reader);
      const said = words.persons({ writer: writer[0], by_writer: counted.writer, reader: reader[0], by_reader: counted.reader });
      lines.push(this.meaning("persons", said));
    }
    return lines.length ? [element("dl", { class: "text-check-numbers" }, lines)] : [];
  }

  /**
   * @param {string} name
   * @param {string} said
   */
  meaning(name, said) {
    const meaning = this.meanings.get(name);
    return element("div", {}, [element("dt", {}, said), element("dd", {}, meaning ? copyOf(meaning) : [])]);
  }

  /**
   * The words that were found, in the order of the text.
   * @param {Map<number, Place[]>} phrases
   */
  list(phrases) {
    const inOrder = [...phrases].sort(([, [first]], [, [other]]) => first.start - other.start);
    return element("ol", { class: "text-check-found" }, inOrder.map(([at, places]) => this.item(this.rows[at], places)));
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {Place[]} places
   */
  item(row, places) {
    const [{ start, end }] = places;
    const word = this.field.value.slice(start, end).replace(/\s+/g, " ");
    let next = 0;
    const show = button(words.show, () => this.select(places[next++ % places.length]), { "aria-label": words.show_word({ word }) });
    return element("li", {}, [
      element("p", {}, [element("strong", {}, words.quoted({ word })), places.length > 1 ? ` ${words.times(places.length)}` : "", " ", show]),
      element("p", {}, [`${words.instead_of} `, copyOf(row.cells[1]), ". ", copyOf(row.cells[2])]),
    ]);
  }

  /** @param {Place} place */
  select({ start, end }) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    this.field.scrollTop = this.heightOf(this.field.value.slice(0, start)) - this.field.clientHeight / 2;
    this.field.scrollIntoView({ block: "nearest" });
  }

  /**
   * How high a text is in the field, in pixels: browsers do not scroll to what a script selects.
   * @param {string} text
   */
  heightOf(text) {
    const copy = /** @type {HTMLTextAreaElement} */ (this.field.cloneNode());
    copy.removeAttribute("id");
    copy.style.cssText = `position: absolute; visibility: hidden; block-size: 0; min-block-size: 0; inline-size: ${this.field.offsetWidth}px`;
    copy.value = text;
    this.field.after(copy);
    const height = copy.scrollHeight;
    copy.remove();
    return height;
  }
}

/**
 * @param {Node[]} term
 * @param {string} said
 * @param {boolean} isWrong
 */
const line = (term, said, isWrong) =>
  element("div", isWrong ? { class: "is-over" } : {}, [element("dt", {}, term), element("dd", {}, said)]);
