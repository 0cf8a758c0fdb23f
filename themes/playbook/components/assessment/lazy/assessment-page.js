// Runs one assessment: answers, their keeping, the result, shared answers. What it shows is made elsewhere.
import * as records from "../../answers-store/answers-record.js";
import { KeptPage } from "../../answers-store/kept-page.js";
import { resultView } from "../../assessment-result/lazy/assessment-result.js";
import { resultStyles } from "../../assessment-result/lazy/result-styles.js";
import { soFar } from "../../assessment-result/lazy/score-words.js";
import { isEnough, missing } from "../../assessment-scoring/lazy/answered.js";
import { button, element } from "../../element/element.js";
import { takeDropped } from "../../filled-pdf/dropping.js";
import { Exchange } from "./assessment-exchange.js";
import { AssessmentForm } from "./assessment-form.js";
import { KeepPanel } from "./assessment-keep.js";
import { FormPages } from "./assessment-pages.js";
import words from "../words.js";

/** @typedef {import("../definition.js").Definition} Definition */

const RESULT = "#result"; // the address of the result on the page
const QUESTIONS = /^(#questions(-\d+)?|#question-.*)?$/; // addresses at which the questions are to be seen

/** @type {import("../../answers-store/kept-page.js").KeptWords} */
const WORDS = {
  notKept: {
    refused: words.refused,
    full: words.storage_full,
  },
  newer: words.kept_newer,
  saveNewer: words.save_them,
  otherTab: words.other_tab,
};

/** @extends {KeptPage<records.AnswersRecord>} */
export class AssessmentPage extends KeptPage {
  /** @type {"mine" | "shared" | "newer"} "shared": somebody else's answers; "newer": not to be changed here */
  mode = "mine";

  /**
   * @param {HTMLElement} host
   * @param {Definition} definition
   */
  constructor(host, definition) {
    const notes = element("div", { class: "check-notes", role: "status" });
    super(host, definition.id, records.emptyRecord(definition.edition), notes, WORDS);
    this.definition = definition;
    this.questions = new AssessmentForm(this.form, definition);
    this.pages = new FormPages(this.form, this.questions.fields);
    this.exchange = new Exchange(this);
    this.count = element("span", { class: "check-count", role: "status" });
    this.progress = element("progress", { max: definition.scoring.items.length, "aria-label": words.progress });
    const finish = button(words.see_result, () => this.finish(), { class: "check-finish" });
    this.bar = element("div", { class: "check-bar" }, [this.progress, this.count, finish]);
    this.result = element("section", { class: "result", hidden: true, id: RESULT.slice(1), "aria-labelledby": "result-title" });
    this.keep = new KeepPanel(this);
  }

  begin() {
    this.host.prepend(this.notes);
    this.host.append(this.bar, this.result, this.keep.node);
    const listening = { signal: this.leaving.signal };
    this.form.addEventListener("input", (event) => this.answered(event), listening);
    this.form.addEventListener("input", resultStyles, { once: true, ...listening }); // they are there when it is shown
    addEventListener("hashchange", () => this.moved(), listening);
    takeDropped(([file]) => file && this.exchange.takeChosen(file), this.leaving.signal);
    addEventListener("afterprint", () => this.printing(), listening);
    super.begin();
    if (this.record.answers.size) this.pages.showOf(this.questions.firstOpen().id); // one goes on where one was
    this.exchange.openLink();
    if (!this.result.hidden) this.focusResult();
    else this.pages.moved(location.hash);
  }

  end() {
    super.end();
    for (const node of [this.notes, this.bar, this.result, this.keep.node, this.pages]) node.remove();
    delete document.documentElement.dataset.printing;
  }

  // ---- what is kept ----

  load() {
    this.mode = "mine";
    super.load();
  }

  /** @param {string} raw */
  accept(raw) {
    const found = records.fromText(raw);
    if (records.isNewer(found.edition, this.definition)) {
      const { answers } = records.migrated(found.answers, found.edition, this.definition);
      this.record = { ...this.blank, answers };
      this.readOnly(raw);
      return;
    }
    const now = records.current(found, this.definition);
    this.record = now.record;
    if (now.changes.length) {
      this.note(words.new_edition({ edition: this.definition.edition, changes: now.changes.join(" ") }));
    }
    if (now.lost) this.noteLost(now.lost);
  }

  lock() {
    this.mode = "newer";
  }

  /** @param {records.AnswersRecord} record */
  textOf(record) {
    return records.toText(record);
  }

  show() {
    if (this.mode === "mine" && location.hash === RESULT && this.isEnough) this.showResult();
    else this.showForm();
  }

  get isEnough() {
    return isEnough(this.definition.scoring, this.record.answers);
  }

  showState() {
    this.keep.show();
  }

  /** @param {number} lost */
  noteLost(lost) {
    this.note(words.lost(lost));
  }

  otherTab() {
    return this.mode === "shared" ? false : super.otherTab();
  }

  // ---- answering ----

  /** @param {Event} event */
  answered(event) {
    const id = this.questions.itemOf(event);
    if (!id || this.mode !== "mine") return;
    const value = this.questions.value(id);
    const behind = this.catchUp(); // another tab was faster: its answers stay, this one is added
    if (this.mode !== "mine") return;
    const answers = new Map(this.record.answers);
    if (value === null) answers.delete(id);
    else answers.set(id, value);
    this.save({ ...this.record, updatedAt: this.now(), answers });
    if (behind) this.questions.show(answers);
    if (value !== null) this.questions.settle(id);
    this.showProgress();
  }

  showProgress() {
    const { items } = this.definition.scoring;
    const { answers } = this.record;
    this.progress.value = answers.size;
    this.pages.count(answers);
    const score = soFar(this.definition, answers);
    this.count.textContent = `${words.answered({ answered: answers.size, all: items.length })}${score ? ` · ${score}` : ""}`;
  }

  showForm() {
    if (location.hash === RESULT) history.replaceState(null, "", "#questions");
    this.result.hidden = true;
    this.result.replaceChildren();
    this.form.hidden = this.pages.hidden = false;
    this.bar.hidden = this.mode === "newer";
    this.questions.lock(this.mode !== "mine");
    this.questions.show(this.record.answers);
    this.showProgress();
    this.keep.show();
    this.printing();
  }

  finish() {
    if (this.catchUp() && this.mode !== "mine") return;
    const open = missing(this.definition.scoring, this.record.answers);
    if (open.length) this.askFor(open);
    else this.complete();
  }

  /**
   * Lead to the first question without an answer, and say so there.
   * @param {string[]} open
   */
  askFor(open) {
    this.clearNotes();
    const tooFew = this.definition.scoring.dimensions.length ? words.too_few_of_parts : words.too_few;
    this.count.textContent = this.isEnough ? words.missing(open.length) : tooFew;
    this.pages.showOf(open[0]);
    const without = button(words.without_them(open.length), () => this.complete());
    this.questions.askFor(open[0], words.missing(open.length), this.isEnough ? without : tooFew);
  }

  /** Keep the result, and go to its address. */
  complete() {
    this.questions.settle();
    this.save(records.withResult(this.record, this.now()));
    if (location.hash !== RESULT) history.pushState(null, "", RESULT);
    this.showResult();
    this.focusResult();
  }

  /** Show what the address leads to now. */
  moved() {
    if (this.exchange.openLink()) return;
    if (this.mode === "shared") this.load();
    if (this.mode !== "mine") return;
    if (location.hash === RESULT) {
      this.show();
      if (!this.result.hidden) this.focusResult();
    } else if (QUESTIONS.test(location.hash) && !this.result.hidden) this.backToForm();
    else this.pages.moved(location.hash);
  }

  focusResult() {
    const title = this.result.querySelector(".result-title");
    if (title instanceof HTMLElement) title.focus({ preventScroll: true });
    this.result.scrollIntoView();
  }

  showResult() {
    const { history } = this.record;
    const today = this.now().slice(0, 10);
    const before = history.findLast((one) => one.at.slice(0, 10) < today) ?? null;
    const buttons = [button(words.change, () => location.assign("#questions")), button(words.print_result, () => print())];
    this.showResultOf(this.record.answers, { at: this.record.updatedAt, history, before }, buttons);
  }

  backToForm() {
    this.clearNotes();
    this.showForm();
    if (this.pages.moved(location.hash)) return;
    this.pages.showOf(this.questions.firstOpen().id);
    this.questions.goToOpen();
  }

  /**
   * @param {records.Answers} answers
   * @param {import("../../assessment-result/lazy/assessment-result.js").Context} context
   * @param {HTMLButtonElement[]} buttons
   */
  showResultOf(answers, context, buttons) {
    resultStyles();
    this.form.hidden = this.pages.hidden = this.bar.hidden = true;
    this.result.replaceChildren(
      ...resultView(this.definition, answers, context),
      element("p", { class: "check-buttons" }, buttons),
    );
    this.result.hidden = false;
    this.keep.show();
    this.printing();
  }

  /**
   * Show somebody else's answers: to look at.
   * @param {records.Answers} answers
   * @param {string | null} at
   */
  showShared(answers, at) {
    this.mode = "shared";
    this.questions.show(answers);
    this.questions.lock(true);
    this.showResultOf(answers, { at }, [button(words.print_result, () => print())]);
  }

  // ---- paper ----

  /**
   * Say what the page prints as: the result while it is shown, else the sheet.
   * @param {string | null} what
   */
  printing(what = this.result.hidden ? null : "result") {
    if (what) document.documentElement.dataset.printing = what;
    else delete document.documentElement.dataset.printing;
  }

  printBlank() {
    this.printing("blank");
    print();
  }

  // ---- undoing ----

  startAfresh() {
    if (this.catchUp() && this.mode !== "mine") return;
    const blank = { ...this.record, updatedAt: this.now(), answers: new Map() };
    this.change(words.blank_again, blank);
  }

  /**
   * @param {import("../../element/element.js").Child} text
   * @param {HTMLButtonElement[]} buttons
   */
  noteOf(text, buttons) {
    return element("div", { class: "check-note" }, [
      element("p", {}, text),
      buttons.length ? element("p", { class: "check-buttons" }, buttons) : null,
    ]);
  }
}
