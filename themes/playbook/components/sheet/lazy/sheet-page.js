// Runs one worksheet: keeps what is written, takes it to a file and back, blanks it. Loaded by work-sheet.js.
import { MAX_FILE, RecordFault, stamp } from "../../answers-store/answers-record.js";
import { AnswersStore } from "../../answers-store/answers-store.js";
import { button, dayOf, element, offerFile } from "../../assessment/element.js";
import { grow, SheetFields } from "./sheet-fields.js";
import * as records from "./sheet-record.js";

const NOT_KEPT = {
  refused: "This browser does not let the page keep what you write. It lasts until you close the page: save it to a file.",
  full: "The storage of this browser is full, so what you wrote last is not kept. Save it to a file.",
};
const FAULTS = {
  "too-long": "This file is too long to be a worksheet from here. Nothing of yours was changed.",
  newer: "This file comes from a newer version of the playbook. Reload the page and try again. Nothing of yours was changed.",
  unreadable: "This file holds no worksheet that can be read. Nothing of yours was changed.",
  "other-sheet": "This file belongs to another worksheet. Nothing of yours was changed.",
};

export class SheetPage {
  constructor(host) {
    const { site, id, edition } = host.dataset;
    Object.assign(this, { host, site, id, edition: Number(edition), locked: false });
    this.store = new AnswersStore(site, id);
    this.form = host.querySelector("form");
    this.fields = new SheetFields(this.form);
    this.state = element("span", { role: "status" });
    this.notes = element("div", { class: "sheet-notes" });
    this.file = element("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => this.read() });
    this.save = button("Save to a file", () => this.saveFile());
    this.open = button("Load a file", () => this.file.click());
    this.clear = button("Clear all", () => this.blank());
    this.bar = element("div", { class: "sheet-state" }, this.state, this.save, this.open, this.clear, button("Print", () => print()), this.file, this.notes);
  }

  begin() {
    this.host.prepend(this.bar);
    this.form.addEventListener("input", this.written);
    this.form.addEventListener("submit", this.stay);
    this.endListening = this.store.listen(() => this.otherTab());
    this.load();
  }

  end() {
    this.endListening?.();
    this.form.removeEventListener("input", this.written);
    this.form.removeEventListener("submit", this.stay);
    this.bar.remove();
  }

  /** Show what is kept. */
  load() {
    this.notes.replaceChildren();
    this.record = records.emptyRecord(this.edition);
    this.locked = false;
    this.raw = this.store.read();
    if (this.raw !== null) this.take(this.raw);
    if (this.store.aside().length) this.noteAside();
    if (this.store.state !== "kept") this.note(NOT_KEPT[this.store.state]);
    this.show();
  }

  take(raw) {
    try {
      const { record, lost } = records.fitted(records.fromText(raw), this.fields.names);
      this.record = record;
      if (record.edition > this.edition) this.readOnly(raw);
      else if (lost) this.note(`${lost} of the things you wrote earlier have no place on this sheet any more and are left out.`);
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      if (fault.reason === "newer") this.readOnly(raw);
      else if (this.store.setAside(raw)) this.store.write(null);
      else this.store.hold(raw);
      this.raw = this.store.read();
    }
  }

  readOnly(raw) {
    this.locked = true;
    const save = button("Save it to a file", () => offerFile(`${this.id}-kept.json`, "application/json", raw));
    this.note("What is kept here comes from a newer version of this sheet. It can be looked at but not changed. Reload the page.", save);
  }

  noteAside() {
    const saveAll = () => this.store.aside().forEach((text, at) => offerFile(`${this.id}-set-aside-${at + 1}.txt`, "text/plain", text));
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

  show() {
    this.fields.show(this.record.answers);
    this.fields.lock(this.locked);
    this.tell();
  }

  tell() {
    const { answers, updatedAt } = this.record;
    const kept = answers.size > 0 && this.store.state === "kept";
    this.state.textContent = kept
      ? `Kept in this browser only, last changed on ${dayOf(updatedAt)}.`
      : "What you write is kept in this browser only. Nothing is sent anywhere.";
    this.save.disabled = answers.size === 0;
    this.clear.disabled = this.locked || answers.size === 0;
    this.open.disabled = this.locked;
  }

  written = (event) => {
    if (this.locked || event.target === this.file) return;
    grow(event.target);
    const before = this.store.state;
    this.keep({ edition: this.edition, updatedAt: stamp(new Date()), answers: this.fields.answers() });
    if (this.store.state !== "kept" && this.store.state !== before) this.note(NOT_KEPT[this.store.state]);
    this.tell();
  };

  stay = (event) => event.preventDefault();

  keep(record) {
    this.record = record;
    this.raw = record.answers.size ? records.toText(record) : null;
    this.store.write(this.raw);
  }

  otherTab() {
    if (this.store.read() === this.raw) return;
    this.load();
    this.note("Another tab has changed this sheet. You see it as it is now.");
  }

  saveFile() {
    const day = this.record.updatedAt.slice(0, 10);
    offerFile(`${this.id}-${day}.json`, "application/json", records.toFile(this.site, this.id, this.record));
  }

  async read() {
    const [file] = this.file.files;
    this.file.value = "";
    if (file) this.offer(file.size > MAX_FILE ? null : await file.text());
  }

  /** Say what a file would bring; take it only when told to. Null stands for one that is too long. */
  offer(text) {
    this.notes.replaceChildren();
    try {
      if (text === null) throw new RecordFault("too-long");
      const { record } = records.fitted(records.fromFile(text, this.id), this.fields.names);
      const fill = () => this.change("The empty fields are filled in.", records.filledUp(this.record, record));
      const replace = () => this.change("The sheet is as in the file.", record);
      this.note(
        `The file has ${record.answers.size} fields filled in, last changed on ${dayOf(record.updatedAt)}. Here are ${this.record.answers.size}. Nothing is changed yet.`,
        button("Fill in what is empty here", fill),
        button("Replace all of mine", replace),
        button("Leave mine as it is", () => this.load()),
      );
      this.notes.querySelector("button").focus();
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      this.note(FAULTS[fault.reason]);
    }
  }

  blank() {
    this.change("The sheet is blank again.", records.emptyRecord(this.edition));
  }

  /** Change what is kept, with a way back. */
  change(words, record) {
    const before = this.raw;
    this.keep({ ...record, edition: this.edition, updatedAt: stamp(new Date()) });
    this.notes.replaceChildren();
    this.show();
    const undo = button("Undo", () => {
      this.store.write(before);
      this.load();
      this.note("Undone.");
    });
    this.note(words, undo);
    undo.focus();
  }

  note(words, ...buttons) {
    this.notes.append(element("div", { class: "sheet-note" }, element("p", {}, words), ...buttons));
  }
}
