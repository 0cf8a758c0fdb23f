// What stands around a form: the bar with its buttons, notices, problems, what changes for readers, who links here.

/** @import { Problem } from "./contract.d.ts" */
/** @import { Act } from "./menu.js" */
/** @import { Editor } from "./editor.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { withCode } from "./code.js";
import { showFile } from "./dialogs.js";
import { menu } from "./menu.js";
import { linkTo, remove, rename } from "./moving.js";
import { propose } from "./proposing.js";
import { counted, said } from "./problems.js";
import { labelOf } from "./labels.js";
import { tally, told } from "./severity.js";
import { WholePage } from "./whole-page.js";
import words from "./words.js";

/** The title that a form shows for what it is of. @param {Editor} editor */
const titleOf = ({ form: { value, target }, entry }) => {
  const ofPage = typeof value.text === "string" && target.page !== undefined ? /^# +(.+)$/m.exec(value.text)?.[1] : undefined;
  const title = ofPage ?? value.title ?? value.name ?? value.term;
  if (typeof title === "string" && title) return title;
  return target.site ? words.settings : (target.page ?? (target.new ? entry.new_title : (entry.target.id ?? "")));
};

/** What is said of a change with which the site could not be built. */
const UNBUILT = { "draft-only": words.draft_only, unsound: words.unsound };

const MOST_SEEN = 8; // a form of fewer fields is seen at once

export class Frame {
  /** @param {Editor} editor @param {string} back where one goes from here */
  constructor(editor, back) {
    this.editor = editor;
    this.status = element("div", { role: "status", class: "visually-hidden" });
    this.state = element("p", { class: "state" });
    this.kind = element("p", { class: "of" });
    this.heading = element("h1", { tabindex: "-1" });
    this.back = element("a", { href: back, class: "back" }, element("span", {}, editor.entry.address && !editor.entry.target.new ? words.to_page : words.back));
    this.told = element("div", { class: "notes", role: "alert" }); // what was done to all of it
    this.notes = element("div", { class: "notes", role: "alert" });
    this.clash = element("div", {});
    this.problems = element("details", { class: "panel problems", id: "problems", hidden: true });
    this.effects = element("details", { class: "panel", hidden: true });
    this.links = element("details", { class: "panel", hidden: true });
    this.outline = element("details", { class: "panel outline" });
    this.done = element("div", {});
    // Within a disabled group nothing can be changed, also what is made later.
    this.content = editor.entry.read_only ? element("fieldset", { class: "content", disabled: true }) : element("div", { class: "content" });
    this.reason = editor.entry.read_only ? element("p", { class: "note", id: "read-only" }, editor.entry.read_only) : null;
    this.saving = button(words.save, () => void editor.save(false), { class: "main", title: "Ctrl+S" });
    this.drafting = button(words.save_draft, () => void editor.save(true), { class: "wide" });
    this.refusal = element("div", { class: "refusal", role: "alert" });
    this.page = new WholePage(editor);
    this.undo = button(words.undo, () => editor.step("undo"), { class: "wide", title: words.undo_title });
    this.redo = button(words.redo, () => editor.step("redo"), { class: "wide", title: words.redo_title });
    this.#build();
  }

  #build() {
    const { entry } = this.editor;
    const scheme = button("◐", () => {}, { class: "sign shell-palette", "aria-label": words.dark, title: words.dark });
    const bar = element("header", { class: "bar" }, this.back, this.state,
      element("div", { class: "acts" }, entry.target.site ? null : this.page.toggle, this.undo, this.redo, this.drafting, menu("⋯", words.more, () => this.#acts()), scheme, this.saving), this.refusal);
    const head = element("div", { class: "head" }, this.kind, this.heading, entry.is_shared ? element("p", { class: "help" }, words.shared_file) : null, this.done);
    document.body.dataset.kind = entry.target.kind ?? "";
    document.body.replaceChildren(
      bar,
      element("main", {}, head, element("aside", { "aria-label": words.about_it }, this.problems, this.effects, this.links, this.outline),
        element("div", { class: "middle" }, this.reason, this.told, this.notes, this.clash, this.content)),
      this.page.node,
      this.status,
    );
  }

  /** Give the focus to where the form begins. */
  focusTop() {
    this.heading.focus();
  }

  /** @param {HTMLElement} form */
  put(form) {
    if (form.parentElement !== this.content) this.content.replaceChildren(form);
    const shown = this.editor.form.places.shown().filter(({ place }) => place.route.length === 1).map(({ place }) => place.route);
    const items = shown.map((route) => element("a", { href: "#fields", onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      this.editor.form.places.reveal(route);
    } }, labelOf(this.editor.entry.form, route, String)));
    this.outline.hidden = items.length < MOST_SEEN;
    this.outline.replaceChildren(element("summary", { id: "fields" }, words.fields), list(items));
  }

  /** The frame of what was a new entry until now. @param {string} address */
  renew(address) {
    this.back.href = address || "/";
    this.back.replaceChildren(element("span", {}, words.to_page));
    this.#build();
  }

  /** @returns {Act[]} */
  #acts() {
    const { editor } = this;
    const isReadOnly = editor.entry.read_only !== "";
    const isEntry = Boolean(editor.entry.target.kind) && !editor.form.target.new && !isReadOnly;
    const isNarrow = getComputedStyle(this.drafting).display === "none";
    return [
      ...(isNarrow && !editor.entry.target.site ? [{ label: words.show_page, about: words.show_page_about, run: () => this.page.show(true) }] : []),
      ...(isNarrow ? [
        { label: words.save_draft, run: () => void editor.save(true) },
        { label: words.undo, about: words.undo_title, run: () => editor.step("undo"), isOff: () => isOff(this.undo) },
        { label: words.redo, about: words.redo_title, run: () => editor.step("redo"), isOff: () => isOff(this.redo) },
      ] : []),
      { label: words.take_back, about: words.take_back_about, run: () => editor.moveSave("undo"), isOff: () => isReadOnly || !editor.entry.canUndo },
      { label: words.make_again, about: words.make_again_about, run: () => editor.moveSave("redo"), isOff: () => isReadOnly || !editor.entry.canRedo },
      { label: words.show_file, run: () => showFile(editor, editor.route), isOff: () => Boolean(editor.form.target.new) },
      { label: words.propose, run: () => propose(editor.isDirty) },
      { label: words.rename, run: () => rename(editor), isOff: () => !isEntry, about: words.rename_about },
      { label: words.remove_entry, run: () => remove(editor), isOff: () => !isEntry },
      { label: words.to_start, run: () => location.assign("/__edit/") },
    ];
  }

  /** @param {string | null} text @param {Act[]} [acts] */
  notice(text, acts = []) {
    this.#put(this.notes, text === null ? null : noteOf(text, acts));
  }

  /** Say what was done, until something is saved. @param {string} text @param {Act[]} acts */
  tell(text, acts) {
    this.#put(this.done); // which was about the save before
    this.#put(this.told, noteOf(text, acts));
  }

  /** Put something into a region. If what had the focus there is gone, the heading gets it. @param {HTMLElement} region @param {HTMLElement | null} [node] */
  #put(region, node = null) {
    const hadFocus = region.contains(document.activeElement);
    region.replaceChildren(...(node ? [node] : []));
    if (hadFocus) this.heading.focus();
  }

  /** @param {HTMLElement | null} node */
  conflicts(node) {
    this.#put(this.clash, node);
  }

  focusConflicts() {
    this.clash.querySelector("h2")?.focus();
  }

  /** Say below the bar why something was not saved; with null no more. @param {string | null} why */
  refuse(why) {
    this.refusal.replaceChildren(...(why === null ? [] : [element("p", {}, why)]));
  }

  /** Say how many problems a save has met, and lead to the first of them. @param {Problem[]} problems @param {boolean} canBeDraft */
  refuseFor(problems, canBeDraft) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const first = errors.at(0) ?? problems.at(0);
    if (!first) return;
    const place = first.elsewhere ? (first.there?.title ?? first.file ?? "") : this.#labelOf(first);
    const all = errors.length ? errors : problems;
    const why = words.not_saved_first(all.length, { found: tally(all), place, said: said(first).replaceAll("`", "") });
    this.problems.open = true;
    if (first.elsewhere) /** @type {HTMLElement | null} */ (this.problems.querySelector(".is-elsewhere a, summary"))?.focus();
    else this.editor.form.places.lead(first.route);
    if (!first.elsewhere && !first.route.length) this.heading.focus();
    this.refuse(canBeDraft ? `${why} ${words.or_as_draft}` : why);
  }

  /** @param {Problem} problem */
  #labelOf({ route }) {
    return labelOf(this.editor.entry.form, route, (number) => words.numbered({ number: String(number) })) || titleOf(this.editor);
  }

  /** @param {boolean} isBusy */
  busy(isBusy) {
    this.saving.setAttribute("aria-busy", String(isBusy));
    off(this.saving, isBusy);
    if (isBusy) this.state.textContent = words.saving;
    else this.show();
  }

  /** Say what a save has left to do, and what it changed for readers. @param {Problem[]} problems @param {string[]} effects */
  saved(problems, effects) {
    this.#put(this.told);
    const { errors, warnings } = counted(problems);
    const found = tally(problems);
    const sentence = errors ? words.saved_draft({ found }) : warnings ? words.saved_with({ found }) : words.saved_sound;
    this.done.replaceChildren(element("div", { class: "done", tabindex: "-1" }, element("p", {}, element("strong", {}, sentence)),
      problems.length ? list(problems.map((problem) => this.#problem(problem))) : null,
      effects.length ? element("details", {}, element("summary", {}, words.saved_effects), list(effects)) : null));
    return sentence;
  }

  /** Say it below the bar as well, where the top of the page is out of sight. @param {string} sentence */
  sayDone(sentence) {
    const bar = this.refusal.parentElement?.getBoundingClientRect().bottom ?? 0;
    if (this.done.getBoundingClientRect().top >= bar) return;
    this.refusal.replaceChildren(element("p", { class: "is-done" }, sentence.replace(/:$/, "."), " ", button(words.show_details, () => this.focusDone())));
  }

  focusDone() {
    this.refuse(null);
    this.done.querySelector("div")?.focus();
  }

  show() {
    const { editor } = this;
    const { entry, form, answers: { tried } } = editor;
    const title = titleOf(editor);
    this.heading.textContent = title;
    this.kind.textContent = entry.target.page !== undefined ? words.page : (form.titles.get(entry.target.id ?? "")?.kind_label ?? "");
    document.title = `${title} – ${words.title}`;
    const isReadOnly = entry.read_only !== "";
    this.state.textContent = isReadOnly ? words.read_only : editor.isDirty ? words.unsaved : form.target.new ? "" : words.all_saved;
    this.state.classList.toggle("is-dirty", editor.isDirty);
    if (editor.isDirty) this.#put(this.done); // what was saved is no longer what the form has
    off(this.saving, !editor.canSave);
    off(this.drafting, !editor.canSave);
    this.drafting.hidden = form.target.page !== undefined || form.target.site === true;
    off(this.undo, isReadOnly || !form.canUndo);
    off(this.redo, isReadOnly || !form.canRedo);
    this.#showProblems(form.problems, tried?.stands ?? "saved");
    this.#showEffects();
    const count = entry.linked_from.length;
    const head = entry.target.site ? words.on_home({ n: String(count) }) : words.linked_from(count);
    fill(this.links, count ? head : "", list(entry.linked_from.map((link) => linkTo(link))));
  }

  /** @param {Problem[]} problems @param {import("./contract.d.ts").Tried["stands"]} stands */
  #showProblems(problems, stands) {
    const { errors } = counted(problems);
    this.problems.classList.toggle("has-errors", errors > 0);
    const items = problems.map((problem) => this.#problem(problem));
    const wasHidden = this.problems.hidden;
    fill(this.problems, tally(problems), stands === "saved" ? null : element("p", { class: "help" }, UNBUILT[stands]), list(items));
    if (wasHidden && matchMedia("(min-width: 64rem)").matches) this.problems.open = true;
  }

  /** @param {Problem} problem */
  #problem(problem) {
    if (problem.elsewhere) {
      const { kind, id, title } = problem.there ?? {};
      const where = kind && id ? element("a", { href: `/__edit/?${new URLSearchParams({ kind, id })}` }, title) : `${problem.file ?? ""}${problem.line ? `:${problem.line}` : ""}`;
      return element("span", { class: `${problem.severity} is-elsewhere` }, where, " ", told(problem));
    }
    const go = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (problem.route.length) this.editor.form.places.lead(problem.route);
      else this.heading.focus();
    };
    return element("span", { class: problem.severity }, element("a", { href: "#entry", onclick: go }, this.#labelOf(problem)), " ", told(problem));
  }

  #showEffects() {
    const { answers: { tried }, isDirty } = this.editor;
    const lost = tried?.lost_addresses ?? [];
    const orphaned = tried?.orphaned_answers ?? [];
    const effects = isDirty ? (tried?.effects ?? []) : [];
    const count = effects.length + lost.length + orphaned.length;
    const warnings = [
      lost.length ? element("div", { class: "warning" }, element("p", {}, words.lost_addresses), list(lost)) : null,
      orphaned.length ? element("div", { class: "warning" }, element("p", {}, words.orphaned), list(orphaned)) : null,
    ];
    const wasHidden = this.effects.hidden;
    fill(this.effects, count ? words.effects(count) : "", ...warnings, list(effects));
    if ((wasHidden && matchMedia("(min-width: 64rem)").matches) || lost.length || orphaned.length) this.effects.open = true;
  }
}

/** @param {HTMLDetailsElement} panel @param {string} title empty where there is nothing @param {(Node | null)[]} content */
function fill(panel, title, ...content) {
  panel.hidden = title === "";
  const shown = element("div", {}, ...content);
  if (panel.firstElementChild?.textContent === title && panel.lastElementChild?.textContent === shown.textContent) return;
  panel.replaceChildren(element("summary", {}, title), shown);
}

/** @param {string} text @param {Act[]} acts */
const noteOf = (text, acts) => element("div", { class: "note" }, element("p", {}, text),
  acts.length ? element("div", { class: "row" }, ...acts.map((act) => button(act.label, act.run))) : null);

/** A button without effect keeps the focus that it has. @param {HTMLButtonElement} node @param {boolean} isOffNow */
const off = (node, isOffNow) => node.setAttribute("aria-disabled", String(isOffNow));

/** @param {HTMLButtonElement} node */
const isOff = (node) => node.getAttribute("aria-disabled") === "true";

/** @param {(string | Node)[]} items */
const list = (items) => element("ul", {}, ...items.map((item) => element("li", {}, typeof item === "string" ? withCode(item) : item)));
