// Runs one assessment: answers, their keeping, the result, shared answers. What it shows is made elsewhere.
import { AnswersStore } from "../../answers-store/answers-store.js";
import * as records from "../../answers-store/answers-record.js";
import { AssessmentForm } from "./assessment-form.js";
import { Exchange } from "./assessment-exchange.js";
import { KeepPanel } from "./assessment-keep.js";
import { isEnough, resultView, soFar } from "../../assessment-result/lazy/assessment-result.js";
import { button, element, offerFile } from "../element.js";

const NOT_KEPT = {
  refused: "This browser does not let the page keep answers. They last until you close it: save them to a file, or make a link.",
  full: "The storage of this browser is full, so the last answers are not kept. Save them to a file, or make a link.",
};

export class AssessmentPage {
  constructor(host) {
    this.host = host;
    this.definition = JSON.parse(host.dataset.definition);
    this.store = new AnswersStore(host.dataset.site, this.definition.id);
    this.form = new AssessmentForm(host.querySelector("form"), this.definition);
    this.mode = "mine"; // "mine", "shared": somebody else's answers, or "newer": not to be changed here
    this.exchange = new Exchange(this);
  }

  begin() {
    this.build();
    const ended = new AbortController();
    const listening = { signal: ended.signal };
    this.form.form.addEventListener("input", (event) => this.answered(event), listening);
    this.form.form.addEventListener("submit", (event) => event.preventDefault(), listening);
    addEventListener("hashchange", () => this.exchange.openLink(), listening);
    addEventListener("afterprint", () => this.printing(), listening);
    const deaf = this.store.listen(() => this.otherTab());
    ended.signal.addEventListener("abort", deaf);
    this.ended = ended;
    this.load();
    this.exchange.openLink();
  }

  end() {
    this.ended?.abort();
    for (const node of this.chrome ?? []) node.remove();
    delete document.documentElement.dataset.printing;
  }

  build() {
    this.notes = element("div", { class: "check-notes", role: "status" });
    this.count = element("span", { class: "check-count", role: "status" });
    this.progress = element("progress", { max: this.definition.scoring.items.length, "aria-label": "Answered so far" });
    this.bar = element("div", { class: "check-bar" }, [this.progress, this.count, button("See the result", () => this.finish(), { class: "check-finish" })]);
    this.result = element("section", { class: "result", hidden: true, "aria-labelledby": "result-title" });
    this.keep = new KeepPanel(this);
    this.host.prepend(this.notes);
    this.host.append(this.bar, this.result, this.keep.node);
    this.chrome = [this.notes, this.bar, this.result, this.keep.node];
  }

  // ---- what is kept ----

  load() {
    const { definition } = this;
    this.clearNotes();
    this.mode = "mine";
    this.record = records.emptyRecord(definition.edition);
    this.raw = this.store.read();
    if (this.raw !== null) this.take(this.raw);
    this.showForm();
    if (this.store.aside().length) this.noteAside();
    if (this.store.state !== "kept") this.note(NOT_KEPT[this.store.state]);
  }

  take(raw) {
    let found;
    try {
      found = records.fromText(raw);
    } catch (fault) {
      if (fault.reason === "newer") this.readOnly(raw, new Map());
      else this.setAside(raw);
      return;
    }
    if (records.isNewer(found.edition, this.definition)) {
      this.readOnly(raw, records.migrated(found.answers, found.edition, this.definition).answers);
      return;
    }
    const now = records.current(found, this.definition);
    this.record = now.record;
    if (now.changes.length) {
      this.note([`These questions are now in edition ${this.definition.edition}. `, ...now.changes.map((what) => `${what} `), "Your other answers were carried over."]);
    }
    if (now.lost) this.noteLost(now.lost);
  }

  noteLost(lost) {
    const words = lost === 1 ? "One of your earlier answers belongs" : `${lost} of your earlier answers belong`;
    this.note(`${words} to a question or a choice that is no longer here, and is left out.`);
  }

  readOnly(raw, answers) {
    this.mode = "newer";
    this.record = { ...this.record, answers };
    this.note(
      "The answers kept in this browser come from a newer edition of this check than the page knows. They can be looked at but not changed here. Reload the page to get the newer edition.",
      button("Save them to a file", () => offerFile(`${this.definition.id}-kept.json`, "application/json", raw)),
    );
  }

  setAside(raw) {
    if (this.store.setAside(raw)) this.store.write(null);
    else this.store.hold(raw);
    this.raw = this.store.read();
  }

  noteAside() {
    const saveAll = () =>
      this.store.aside().forEach((text, at) => offerFile(`${this.definition.id}-set-aside-${at + 1}.txt`, "text/plain", text));
    const forget = () => {
      this.store.forgetAside();
      this.load();
    };
    this.note(
      "What was kept here from before cannot be read. It is set aside, so that nothing overwrites it.",
      button("Download what was set aside", saveAll),
      button("Remove it", forget),
    );
  }

  /** Keep the record as it is now, and tell if that was not possible. */
  save(record) {
    this.record = record;
    const before = this.store.state;
    this.raw = records.toText(record);
    this.store.write(this.raw);
    if (this.store.state !== "kept" && before !== this.store.state) this.note(NOT_KEPT[this.store.state]);
    this.keep.show();
  }

  otherTab() {
    if (this.mode === "shared" || this.store.read() === this.raw) return;
    const wasResult = !this.result.hidden;
    this.load();
    this.note("Another tab has changed these answers. You see them as they are now.");
    if (wasResult && isEnough(this.definition, this.record.answers)) this.showResult();
  }

  now = () => records.stamp(new Date());

  // ---- answering ----

  answered(event) {
    const id = this.form.itemOf(event);
    if (!id || this.mode !== "mine") return;
    const value = this.form.answers().get(id);
    if (this.store.read() !== this.raw) this.load(); // another tab was faster: its answers stay, this one is added
    const answers = new Map(this.record.answers);
    if (value === undefined) answers.delete(id);
    else answers.set(id, value);
    this.save({ ...this.record, updatedAt: this.now(), answers });
    this.form.show(answers);
    this.showProgress();
  }

  showProgress() {
    const { items } = this.definition.scoring;
    const { answers } = this.record;
    this.progress.value = answers.size;
    const score = soFar(this.definition, answers);
    this.count.textContent = `${answers.size} of ${items.length} answered${score ? ` · ${score}` : ""}`;
  }

  showForm() {
    this.result.hidden = true;
    this.result.replaceChildren();
    this.form.form.hidden = false;
    this.bar.hidden = this.mode === "newer";
    this.form.lock(this.mode !== "mine");
    this.form.show(this.record.answers);
    this.showProgress();
    this.keep.show();
    this.printing();
  }

  finish() {
    if (!isEnough(this.definition, this.record.answers)) {
      this.clearNotes();
      this.note("Answer at least half of the questions of each part, and there is something to say.");
      this.form.goToOpen();
      return;
    }
    this.save(records.withResult(this.record, this.now()));
    this.showResult();
    this.result.querySelector(".result-title").focus();
  }

  showResult() {
    const { history } = this.record;
    const today = this.now().slice(0, 10);
    const before = history.findLast((one) => one.at.slice(0, 10) < today) ?? null;
    const back = button("Change answers", () => this.backToForm());
    const paper = button("Print this result", () => print());
    this.showResultOf(this.record.answers, { at: history.at(-1)?.at, history, before }, [back, paper]);
  }

  backToForm() {
    this.clearNotes();
    this.showForm();
    this.form.goToOpen();
  }

  showResultOf(answers, context, buttons) {
    this.form.form.hidden = this.bar.hidden = true;
    this.result.replaceChildren(
      ...resultView(this.definition, answers, context),
      element("p", { class: "check-buttons" }, buttons),
    );
    this.result.hidden = false;
    this.keep.show();
    this.printing();
  }

  /** Show somebody else's answers: to look at. */
  showShared(answers, at) {
    this.mode = "shared";
    this.form.show(answers);
    this.form.lock(true);
    this.showResultOf(answers, { at }, [button("Print this result", () => print())]);
  }

  // ---- paper ----

  /** Say what the page prints as: the result while it is shown, else the sheet. */
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
    const blank = { ...this.record, updatedAt: this.now(), answers: new Map() };
    this.change("The sheet is blank again. Earlier results are kept.", () => this.save(blank));
  }

  eraseAll() {
    this.store.eraseAll();
    this.load();
    this.note("Everything that this site had kept of your answers in this browser is erased.");
  }

  /** Change what is kept, with a way back. */
  change(words, act) {
    const before = this.raw;
    act();
    this.clearNotes();
    this.showForm();
    const undo = () => {
      this.store.write(before);
      this.load();
      this.note("Undone.");
    };
    this.note(words, button("Undo", undo));
  }

  clearNotes() {
    this.notes.replaceChildren();
  }

  note(words, ...buttons) {
    this.notes.append(
      element("div", { class: "check-note" }, [element("p", {}, words), buttons.length ? element("p", { class: "check-buttons" }, buttons) : null]),
    );
  }
}
