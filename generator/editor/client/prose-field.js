// A text with marks: a tool bar, the usual keys, and how it will look.

/** @import { Shape, Title } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
/** @import { Replacement } from "./markup.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { onKeys } from "../../../themes/playbook/components/element/keys.js";
import * as api from "./api.js";
import { choosing } from "./choosing.js";
import { filePicker } from "./file-field.js";
import { around, asBlock, asList, linked, nextItem } from "./markup.js";
import { menu } from "./menu.js";
import { textControl } from "./text-field.js";
import { attached } from "./values.js";
import words from "./words.js";

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function proseControl(form, shape, place, look) {
  return new Prose(form, shape, place, look).control;
}

class Prose {
  /** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look */
  constructor(form, shape, place, look) {
    this.form = form;
    this.place = place;
    this.look = look;
    this.isLong = shape.sort === "prose";
    /** @type {import("./markup.js").Selected | null} the place in the text that a link is chosen for */
    this.left = null;
    this.sought = () => ""; // what was typed into the search for it
    this.over = () => {};
    const { node, field } = textControl(form, shape, place, look);
    this.field = field;
    this.asked = element("div", { class: "prose-asked", hidden: true });
    this.view = element("div", { class: "prose-view body", hidden: true, tabindex: "0", role: "region", "aria-label": words.preview_of({ name: look.label }) });
    this.looking = button(words.preview, () => this.#preview(), { "aria-pressed": "false" });
    this.bar = this.#bar();
    onKeys(field, (event) => this.#key(event));
    // Whoever goes on elsewhere wants no link any more.
    this.asked.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (this.left && next instanceof Element && next !== this.field && !this.asked.contains(next)) this.#cancel(false);
    });
    onKeys(this.asked, (event) => event.key === "Escape" && !event.defaultPrevented && this.#cancel());
    field.addEventListener("input", (event) => {
      const isTyped = /** @type {InputEvent} */ (event).data === "[";
      if (isTyped && this.#forLink.from < this.field.selectionStart) this.#link();
    });
    if (this.isLong) this.#takePictures();
    /** @type {Control} */
    this.control = { node: element("div", { class: "prose" }, this.asked, node, this.view, marksHelp(field)), tools: this.bar };
    if (!this.isLong) this.control.acts = this.#marks();
  }

  #bar() {
    const tool = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ run, look = "") =>
      button(sign, run, { "aria-label": sign === label ? null : label, title: label, class: look });
    // What a narrow window has no room for stands under "More", where it is offered only then.
    const lists = [
      { sign: "•", label: words.bullets, run: () => this.#replace(asList(this.#selected, "bullets")) },
      { sign: "1.", label: words.numbers, run: () => this.#replace(asList(this.#selected, "numbers")) },
    ].map((list) => ({ ...list, node: tool(list.sign, list.label, list.run, "wide") }));
    const blocks = [
      ...lists.map(({ label, run, node }) => ({ label, run, isOff: () => node.checkVisibility() })),
      { label: words.table, run: () => this.#block(`| ${words.column} 1 | ${words.column} 2 |\n| --- | --- |\n|  |  |`, `${words.column} 1`) },
      { label: words.note, run: () => this.#block(`> [!NOTE]\n> ${words.note_text}`, words.note_text) },
      { label: words.code, run: () => this.#block(`\`\`\`\n${words.code_text}\n\`\`\``, words.code_text) },
    ];
    const tools = [
      tool("B", words.bold, () => this.#replace(around(this.#selected, "**", words.bold_text)), "is-bold"),
      tool("I", words.italic, () => this.#replace(around(this.#selected, "*", words.italic_text)), "is-italic"),
      tool(words.link, words.link_title, () => this.#link()),
      ...(this.isLong ? [tool(words.picture, words.picture_add, () => this.#picture()), ...lists.map(({ node }) => node)] : []),
    ];
    const bar = element("div", { class: "tools", role: "toolbar", "aria-label": words.tools_of({ name: this.look.label }) },
      ...tools, this.isLong ? menu(words.more, words.more, () => blocks, "") : null, this.looking);
    rove(bar);
    return bar;
  }

  /** The marks as acts of a menu, for texts without a tool bar. */
  #marks() {
    return [
      { label: words.bold, run: () => this.#replace(around(this.#selected, "**", words.bold_text)) },
      { label: words.italic, run: () => this.#replace(around(this.#selected, "*", words.italic_text)) },
      { label: words.link_title, run: () => this.#link() },
    ];
  }

  get #selected() {
    return { text: this.field.value, from: this.field.selectionStart, to: this.field.selectionEnd };
  }

  /** Put it into the text so that the browser's own undo knows of it. @param {Replacement} replacement */
  #replace({ from, to, insert, select }) {
    this.#write();
    this.field.focus();
    this.field.setSelectionRange(from, to);
    const isDone = insert === "" && from === to ? true : document.execCommand(insert ? "insertText" : "delete", false, insert);
    if (!isDone) this.#put(insert, from, to);
    this.field.setSelectionRange(...select);
  }

  /** @param {string} block @param {string} chosen */
  #block(block, chosen) {
    this.#replace(asBlock(this.#selected, block, chosen));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const run = isCommand && !event.shiftKey ? this.#shortcut(event.key.toLowerCase()) : null;
    if (run) {
      event.preventDefault();
      event.stopPropagation();
      run();
    } else if (event.key === "Enter" && this.isLong && !event.shiftKey && !isCommand) {
      const next = nextItem(this.#selected);
      if (!next) return;
      event.preventDefault();
      this.#replace(next);
    }
  }

  /** @param {string} key */
  #shortcut(key) {
    if (key === "b") return () => this.#replace(around(this.#selected, "**", words.bold_text));
    if (key === "i") return () => this.#replace(around(this.#selected, "*", words.italic_text));
    return key === "k" ? () => this.#link() : null;
  }

  /** What is selected, with the brackets before it by which somebody asked for a link. */
  get #forLink() {
    const selected = this.#selected;
    const isAsked = selected.from === selected.to && selected.text.slice(0, selected.from).endsWith("[[");
    return isAsked ? { ...selected, from: selected.from - 2 } : selected;
  }

  #link() {
    const selected = this.#forLink;
    const { node, field } = choosing({
      id: this.form.newId(), text: "", listLabel: words.found_titles,
      attributes: { placeholder: words.search_titles, "aria-label": words.link_to },
      search: (text) => api.titles(text || selected.text.slice(selected.from, selected.to).replace("[[", "").trim(), []),
      show: (/** @type {Title} */ found) => ({ title: found.title, about: found.kind_label }),
      choose: (found) => {
        this.#ask(null);
        this.#replace(linked(selected, found.id, found.title));
      },
      leave: () => {},
      none: words.none_found,
      count: (count) => this.form.announce(words.found(count)),
    });
    this.#ask(node);
    this.left = selected;
    this.sought = () => field.value;
    // Whoever writes a whole link by hand wants no search.
    field.addEventListener("input", () => selected.text.slice(selected.from, selected.to) === "[[" && field.value.endsWith("]]") && this.#cancel());
    this.over = this.form.pending(() => this.#cancel(false));
    field.focus();
    field.click();
  }

  /** A picture that is dropped on the text or pasted into it is stored, and asked for its words. */
  #takePictures() {
    const take = (/** @type {Event} */ event, /** @type {DataTransfer | null} */ data) => {
      const file = [...(data?.files ?? [])].find((one) => one.type.startsWith("image/"));
      if (!file) return;
      event.preventDefault();
      this.#picture(file);
    };
    this.field.addEventListener("drop", (event) => take(event, event.dataTransfer));
    this.field.addEventListener("paste", (event) => take(event, event.clipboardData));
  }

  /** @param {File} [given] */
  #picture(given) {
    const selected = this.#selected;
    const id = this.form.newId();
    const label = element("input", { id, type: "text", "aria-required": "true", "aria-describedby": `${id}-help ${id}-said` });
    const noWords = element("p", { class: "error", role: "alert", id: `${id}-said` });
    const noPicture = element("p", { class: "error", role: "alert" });
    let path = "";
    const picker = filePicker(this.form, "picture", { id: this.form.newId(), path, label: words.picture, describedBy: "" }, (file) => {
      path = file.path;
      if (path) noPicture.textContent = "";
      label.focus();
    }, given);
    label.addEventListener("input", () => {
      if (label.value.trim()) noWords.textContent = "";
    });
    const insert = () => {
      noPicture.textContent = path ? "" : words.picture_first;
      noWords.textContent = label.value.trim() ? "" : words.picture_words_missing;
      if (!path) return picker.querySelector("button")?.focus();
      if (!label.value.trim()) return label.focus();
      this.#ask(null);
      this.#replace(asBlock(selected, attached("picture", label.value, path), ""));
    };
    this.#ask(element("div", { class: "file" }, picker, noPicture,
      element("div", { class: "file-words" }, element("label", { for: id }, words.picture_words), " ", element("span", { class: "required" }, words.required), label,
        element("p", { class: "help", id: `${id}-help` }, words.picture_help), noWords),
      element("div", { class: "row" }, button(words.insert, insert, { class: "main" }))));
    if (!given) picker.querySelector("button")?.focus();
  }

  /** Ask above the text, or with null no more. @param {HTMLElement | null} node */
  #ask(node) {
    this.over();
    this.left = null;
    this.asked.hidden = node === null;
    this.asked.replaceChildren(...(node ? [node, button(words.cancel, () => this.#cancel(true, false), { class: "quiet" })] : []));
  }

  /** @param {boolean} [isFocused] whether somebody goes on writing here @param {boolean} [isKept] whether what was typed into the search goes into the text, as it may be the rest of a sentence */
  #cancel(isFocused = true, isKept = true) {
    const { left } = this;
    const typed = isKept ? this.sought() : "";
    const insert = typed.endsWith("]]") ? `[[${typed}` : typed;
    this.#ask(null);
    if (isFocused) this.field.focus();
    // Whoever typed `[[` for a link and wants none has no use for the brackets.
    if (left === null || left.text !== this.field.value || left.text.slice(left.from, left.to) !== "[[") return;
    const end = left.from + insert.length;
    if (isFocused) this.#replace({ from: left.from, to: left.to, insert, select: [end, end] });
    else this.#put(insert, left.from, left.to);
  }

  /** @param {string} text @param {number} from @param {number} to */
  #put(text, from, to) {
    this.field.setRangeText(text, from, to, "end");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Show the text to be written again. */
  #write() {
    this.view.hidden = true;
    this.looking.setAttribute("aria-pressed", "false");
    this.field.hidden = false;
  }

  async #preview() {
    if (!this.view.hidden) {
      this.#write();
      this.field.focus();
      return;
    }
    try {
      const { html } = await api.preview({ kind: this.form.target.kind ?? "", route: this.place.route, text: this.field.value });
      this.view.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    } catch (fault) {
      this.view.replaceChildren(element("p", {}, fault instanceof api.Refusal && fault.status ? fault.message : words.no_answer));
    }
    this.view.style.minBlockSize = `${this.field.offsetHeight}px`;
    this.view.hidden = false;
    this.field.hidden = true;
    this.looking.setAttribute("aria-pressed", "true");
  }
}

/** What marks such as `[words]{own}` mean, at a text that has some. @param {HTMLTextAreaElement} field */
function marksHelp(field) {
  const node = element("p", { class: "help" }, words.marks_help({ own: "{own}", source: "{source}" }));
  const show = () => {
    node.hidden = !/\]\{(own|source)\}/.test(field.value);
  };
  field.addEventListener("input", show);
  show();
  return node;
}

/** The buttons of a tool bar are one stop for the Tab key; arrows lead from one to the next. @param {HTMLElement} bar */
function rove(bar) {
  const all = () => /** @type {HTMLElement[]} */ ([...bar.querySelectorAll(":scope > button, :scope > .menu > button")]);
  all().forEach((one, at) => one.setAttribute("tabindex", at ? "-1" : "0"));
  onKeys(bar, (event) => {
    const tools = all();
    const at = tools.indexOf(/** @type {HTMLElement} */ (event.target));
    const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = tools.at(to % tools.length);
    tools.forEach((one) => one.setAttribute("tabindex", one === next ? "0" : "-1"));
    next?.focus();
  });
}
