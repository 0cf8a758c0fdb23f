// Runs one worksheet: keeps what is written, takes it to a file and back, blanks it. Loaded by work-sheet.js.
import { fileField, offerFile, textOf } from "../../answers-store/files.js";
import { KeptPage } from "../../answers-store/kept-page.js";
import { RecordFault } from "../../answers-store/record.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";
import { isField } from "../../element/find.js";
import { grow, SheetFields } from "./sheet-fields.js";
import * as records from "./sheet-record.js";

/** @type {import("../../answers-store/kept-page.js").KeptWords} */
const WORDS = {
  notKept: {
    refused: "This browser does not let the page keep what you write. It lasts until you close the page: save it to a file.",
    full: "The storage of this browser is full, so what you wrote last is not kept. Save it to a file.",
  },
  newer: "What is kept here comes from a newer version of this sheet. It can be looked at but not changed. Reload the page.",
  saveNewer: "Save it to a file",
  otherTab: "Another tab has changed this sheet. You see it as it is now.",
};

/** @type {Partial<Record<import("../../answers-store/record.js").Reason, string>>} */
const FAULTS = {
  "too-long": "This file is too long to be a worksheet from here. Nothing of yours was changed.",
  newer: "This file comes from a newer version of the playbook. Reload the page and try again. Nothing of yours was changed.",
  unreadable: "This file holds no worksheet that can be read. Nothing of yours was changed.",
  "other-sheet": "This file belongs to another worksheet. Nothing of yours was changed.",
};

/** @extends {KeptPage<records.SheetRecord>} */
export class SheetPage extends KeptPage {
  locked = false;

  /** @param {HTMLElement} host */
  constructor(host) {
    const edition = Number(host.dataset.edition);
    super(host, host.dataset.id ?? "", records.emptyRecord(edition), element("div", { class: "sheet-notes" }), WORDS);
    this.edition = edition;
    this.fields = new SheetFields(this.form);
    this.state = element("span", { role: "status" });
    this.file = fileField(async ([file]) => this.offer(await textOf(file)));
    this.saving = button("Save to a file", () => this.saveFile());
    this.opening = button("Load a file", () => this.file.click());
    this.clearing = button("Clear all", () => this.clear());
    this.bar = element(
      "div",
      { class: "sheet-state" },
      [this.state, this.saving, this.opening, this.clearing],
      button("Print", () => print()),
      [this.file, this.notes],
    );
  }

  begin() {
    this.host.prepend(this.bar);
    this.form.addEventListener("input", (event) => this.written(event), { signal: this.leaving.signal });
    super.begin();
  }

  end() {
    super.end();
    this.bar.remove();
  }

  load() {
    this.locked = false;
    super.load();
  }

  /** @param {string} raw */
  accept(raw) {
    const { record, lost } = records.fitted(records.fromText(raw), this.fields.names);
    this.record = record;
    if (record.edition > this.edition) this.readOnly(raw);
    else if (lost) this.note(`${lost} of the things you wrote earlier have no place on this sheet any more and are left out.`);
  }

  lock() {
    this.locked = true;
  }

  /** @param {records.SheetRecord} record */
  textOf(record) {
    return record.answers.size ? records.toText(record) : null;
  }

  show() {
    this.fields.show(this.record.answers);
    this.fields.lock(this.locked);
    this.showState();
  }

  showState() {
    const { answers, updatedAt } = this.record;
    const kept = answers.size > 0 && this.store.state === "kept";
    this.state.textContent = kept
      ? `Kept in this browser only, last changed on ${dayOf(updatedAt)}.`
      : "What you write is kept in this browser only. Nothing is sent anywhere.";
    this.saving.disabled = answers.size === 0;
    this.clearing.disabled = this.locked || answers.size === 0;
    this.opening.disabled = this.locked;
  }

  /** @param {Event} event */
  written({ target }) {
    if (this.locked || !isField(target)) return;
    grow(target);
    this.save({ edition: this.edition, updatedAt: this.now(), answers: this.fields.answers() });
  }

  saveFile() {
    const day = (this.record.updatedAt ?? this.now()).slice(0, 10);
    offerFile(`${this.id}-${day}.json`, "application/json", records.toFile(this.site, this.id, this.record));
  }

  /**
   * Say what a file would bring; take it only when told to.
   * @param {string | null} text null stands for one that is too long
   */
  offer(text) {
    this.clearNotes();
    try {
      if (text === null) throw new RecordFault("too-long");
      const { record } = records.fitted(records.fromFile(text, this.id), this.fields.names);
      const fill = () => this.replace("The empty fields are filled in.", records.filledUp(this.record, record));
      const replace = () => this.replace("The sheet is as in the file.", record);
      this.note(
        `The file has ${record.answers.size} fields filled in, last changed on ${dayOf(record.updatedAt)}. Here are ${this.record.answers.size}. Nothing is changed yet.`,
        button("Fill in what is empty here", fill),
        button("Replace all of mine", replace),
        button("Leave mine as it is", () => this.load()),
      );
      this.notes.querySelector("button")?.focus();
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      this.note(FAULTS[fault.reason]);
    }
  }

  clear() {
    this.replace("The sheet is blank again.", this.blank);
  }

  /**
   * Put another record in the place of this one, with a way back.
   * @param {string} words
   * @param {records.SheetRecord} record
   */
  replace(words, record) {
    this.change(words, { ...record, edition: this.edition, updatedAt: this.now() }).focus();
  }

  /**
   * @param {import("../../element/element.js").Child} words
   * @param {HTMLButtonElement[]} buttons
   */
  noteOf(words, buttons) {
    return element("div", { class: "sheet-note" }, element("p", {}, words), buttons);
  }
}
