// Runs one worksheet: keeps what is written, takes it to a file and back, blanks it. Loaded by work-sheet.js.
import { fileField, offerFile, textOf } from "../../answers-store/files.js";
import { KeptPage } from "../../answers-store/kept-page.js";
import { RecordFault } from "../../answers-store/record.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";
import { isField, one } from "../../element/find.js";
import { sharedAddress } from "../../element/shared-address.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { ACCEPT, copyIn, isPdf, takeDropped } from "../../filled-pdf/dropping.js";
import { LinkFault } from "../../share-link/packed.js";
import { grow, SheetFields } from "./sheet-fields.js";
import { blocksOf, readable } from "./sheet-readable.js";
import * as records from "./sheet-record.js";
import words from "../words.js";

/** @type {import("../../answers-store/kept-page.js").KeptWords} */
const WORDS = {
  notKept: {
    refused: words.refused,
    full: words.storage_full,
  },
  newer: words.kept_newer,
  saveNewer: words.save_it,
  otherTab: words.other_tab,
};

/** @type {Partial<Record<import("../../answers-store/record.js").Reason | "damaged", string>>} */
const FAULTS = {
  "too-long": words.too_long,
  newer: words.newer,
  unreadable: words.unreadable,
  "other-sheet": words.other_sheet,
  damaged: words.damaged,
};

/** The buttons of the bar, as in the template of a sheet. What needs something filled in appears with the first word. */
const BUTTONS = {
  load: words.load,
  print: words.print,
  save: words.save,
  clear: words.clear,
  copy_text: words.copy_text,
  copy_link: words.copy_link,
};
/** @typedef {keyof typeof BUTTONS} Action */

/** The bar of a form whose template has none, such as the notes of a conversation. */
const newBar = () =>
  element(
    "div",
    { class: "sheet-state" },
    element("span", { role: "status" }),
    Object.entries(BUTTONS).map(([action, label]) => element("button", { type: "button", "data-action": action }, label)),
    element("div", { class: "sheet-notes" }),
  );

/** @extends {KeptPage<records.SheetRecord>} */
export class SheetPage extends KeptPage {
  locked = false;

  /** @param {HTMLElement} host */
  constructor(host) {
    const edition = Number(host.dataset.edition);
    if (!host.querySelector(".sheet-state")) host.append(newBar());
    super(host, host.dataset.id ?? "", records.emptyRecord(edition), one(host, ".sheet-notes", HTMLElement), WORDS);
    this.edition = edition;
    this.fields = new SheetFields(this.form);
    this.bar = one(host, ".sheet-state", HTMLElement);
    this.state = one(this.bar, "[role=status]", HTMLElement);
    this.file = fileField(([file]) => this.takeFile(file), { accept: ACCEPT });
    /** @type {Record<Action, () => unknown>} what each button of the bar does */
    this.actions = {
      load: () => this.file.click(),
      print: () => print(),
      save: () => this.saveFile(),
      clear: () => this.clear(),
      copy_text: () => this.copyText(),
      copy_link: () => this.copyLink(),
    };
  }

  /** @param {Action} action */
  buttonOf(action) {
    return one(this.bar, `[data-action=${action}]`, HTMLButtonElement);
  }

  begin() {
    this.bar.append(this.file);
    for (const [action, act] of Object.entries(this.actions)) this.buttonOf(/** @type {Action} */ (action)).addEventListener("click", act, { signal: this.leaving.signal });
    this.form.addEventListener("input", (event) => this.written(event), { signal: this.leaving.signal });
    sayWhatIsCut(this.form, this.leaving.signal);
    takeDropped(([file]) => file && this.takeFile(file), this.leaving.signal);
    addEventListener("hashchange", () => this.openLink(), { signal: this.leaving.signal });
    super.begin();
    this.openLink();
  }

  end() {
    super.end();
    this.file.remove();
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
    else if (lost) this.note(words.lost(lost));
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
    this.state.textContent = this.saidOfKept(kept ? words.kept({ day: dayOf(updatedAt) }) : words.kept_here);
    for (const taking of /** @type {const} */ (["copy_text", "copy_link", "save"])) this.buttonOf(taking).disabled = answers.size === 0;
    this.buttonOf("clear").disabled = this.locked || answers.size === 0;
    this.buttonOf("load").disabled = this.locked;
  }

  /** @param {Event} event */
  written({ target }) {
    if (this.locked || !isField(target)) return;
    const answer = this.fields.answer(target);
    const caret = "selectionStart" in target ? target.selectionStart : null;
    const behind = this.catchUp(); // another tab was faster: what it kept stays, this is added
    if (this.locked) return;
    const answers = new Map(this.record.answers);
    if (answer === null) answers.delete(target.name);
    else answers.set(target.name, answer);
    this.save({ edition: this.edition, updatedAt: this.now(), answers });
    if (behind) this.fields.show(answers);
    if (behind && caret !== null && !(target instanceof HTMLSelectElement)) target.setSelectionRange(caret, caret);
    grow(target);
  }

  saveFile() {
    const day = (this.record.updatedAt ?? this.now()).slice(0, 10);
    try {
      const name = `${this.id}-${day}.json`;
      offerFile(name, "application/json", records.toFile(this.site, this.id, this.record));
      this.noteUntilChanged(words.saved_as({ name }));
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      this.noteUntilChanged(words.too_long_for_file);
    }
  }

  /** What is filled in, in the parts of the page that it belongs to. */
  blocks() {
    return blocksOf(this.form);
  }

  async copyText() {
    const title = document.querySelector("h1")?.textContent?.trim() ?? "";
    await this.copy(readable(title, sharedAddress(), this.blocks()));
  }

  async copyLink() {
    this.clearNotes();
    try {
      const link = `${sharedAddress()}#${records.toLink(this.id, this.record)}`;
      await this.copy(link, words.link_copied, words.copy_from({ link }));
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      this.noteUntilChanged(words.link_too_long);
    }
  }

  /** Offer what the address carries, if it carries a filled sheet. The address loses it, so that it is offered once. */
  openLink() {
    const fragment = location.hash.slice(1);
    if (!records.isLink(fragment)) return;
    history.replaceState(history.state, "", location.href.split("#")[0]);
    this.offerRecord(words.found_in_link, () => records.fromLink(fragment, this.id));
  }

  /**
   * Offer what a file or a filled-in PDF holds.
   * @param {File} file
   */
  async takeFile(file) {
    if (!isPdf(file)) {
      this.offer(await textOf(file));
      return;
    }
    const found = await copyIn(file, this.id);
    if ("fault" in found) {
      this.clearNotes();
      this.note(`${found.fault} ${words.unchanged}`);
      return;
    }
    const { copy, others } = found;
    const record = { edition: copy.edition || this.edition, updatedAt: this.now(), answers: this.fields.answersIn(copy.values) };
    const left = copy.values.size - record.answers.size;
    this.offerRecord(
      ({ filled, mine }) => [words.found_in_pdf({ filled, mine }), left ? words.not_here(left) : "", others ? words.more_copies(others) : ""].filter(Boolean).join(" "),
      () => {
        if (record.edition > this.edition) throw new RecordFault("newer");
        return record;
      },
    );
  }

  /**
   * Say what a file would bring; take it only when told to.
   * @param {string | null} text null stands for one that is too long
   */
  offer(text) {
    this.offerRecord(words.found, () => {
      if (text === null) throw new RecordFault("too-long");
      return records.fromFile(text, this.id);
    });
  }

  /**
   * @param {(given: { filled: number, day: string, mine: number }) => string} said
   * @param {() => records.SheetRecord} read
   */
  offerRecord(said, read) {
    this.clearNotes();
    try {
      const { record } = records.fitted(read(), this.fields.names);
      if (this.locked) {
        this.note(words.kept_newer);
        return;
      }
      const fill = () => this.replace(words.filled_up, records.filledUp(this.record, record));
      const replace = () => this.replace(words.as_given, record);
      this.note(
        said({ filled: record.answers.size, day: dayOf(record.updatedAt), mine: this.record.answers.size }),
        button(words.fill_up, fill),
        button(words.replace, replace),
        button(words.leave, () => this.load()),
      );
      this.notes.querySelector("button")?.focus();
    } catch (fault) {
      if (!(fault instanceof RecordFault || fault instanceof LinkFault)) throw fault;
      this.note(FAULTS[fault.reason]);
    }
  }

  clear() {
    this.replace(words.blank_again, this.blank);
  }

  /**
   * Put another record in the place of this one, with a way back.
   * @param {string} text
   * @param {records.SheetRecord} record
   */
  replace(text, record) {
    this.change(text, { ...record, edition: this.edition, updatedAt: this.now() }).focus();
  }

  /**
   * @param {import("../../element/element.js").Child} text
   * @param {HTMLButtonElement[]} buttons
   */
  noteOf(text, buttons) {
    return element("div", { class: "sheet-note" }, element("p", {}, text), buttons);
  }
}
