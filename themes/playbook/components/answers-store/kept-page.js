// A form whose answers are kept in this browser: reading and writing them, what to tell of it, files, undoing.
// Each kind of form says with a class of its own what its record is and what it shows.
import { button, element } from "../element/element.js";
import { copyText } from "../copy/copy-text.js";
import { AnswersStore } from "./answers-store.js";
import { offerFile } from "./files.js";
import { asideButtons } from "./kept-notes.js";
import { RecordFault, stamp } from "./record.js";
import words from "./words.js";

/**
 * What a form says of the keeping.
 * @typedef {object} KeptWords
 * @property {{ refused: string, full: string }} notKept
 * @property {string} newer that what is kept comes from a newer edition
 * @property {string} saveNewer the button that saves it
 * @property {string} otherTab
 */

/** @template R What is kept, such as a `KeptRecord`. */
export class KeptPage {
  /** @type {string | null} the text that is kept, as it was read or written last */
  raw = null;
  /** @type {HTMLElement | null} what holds until the record changes */
  passing = null;
  leaving = new AbortController();

  /**
   * @param {HTMLElement} host the element that holds the form
   * @param {string} id
   * @param {R} blank the record of the form without answers
   * @param {HTMLElement} notes where to say what happens
   * @param {KeptWords} said
   */
  constructor(host, id, blank, notes, said) {
    const form = host.querySelector("form");
    if (!form) throw new Error("there is no form to fill in");
    this.host = host;
    this.site = host.dataset.site ?? "";
    this.id = id;
    this.form = form;
    this.notes = notes;
    this.words = said;
    this.store = new AnswersStore(this.site, id);
    this.blank = blank;
    this.record = blank;
  }

  // ---- what each kind of form says ----

  /**
   * Take over the record in a text that was kept.
   * @param {string} _raw
   * @throws {RecordFault}
   */
  accept(_raw) {
    throw new Error("each kind of form reads its own record");
  }

  /**
   * A record as it is kept; null keeps nothing.
   * @param {R} _record
   * @returns {string | null}
   */
  textOf(_record) {
    throw new Error("each kind of form writes its own record");
  }

  /** Let the form be looked at, but not changed: what is kept comes from a newer edition. */
  lock() {}

  /** Show the record in the form. */
  show() {}

  /** Show what is kept and where. */
  showState() {}

  /**
   * @param {import("../element/element.js").Child} text
   * @param {HTMLButtonElement[]} _buttons
   * @returns {HTMLElement}
   */
  noteOf(text, _buttons) {
    return element("div", {}, text);
  }

  // ---- what all have in common ----

  /**
   * What is said of what is kept, and on a page from a disk who else can read it.
   * @param {string} text
   */
  saidOfKept(text) {
    return location.protocol === "file:" ? `${text} ${words.on_disk}` : text;
  }

  begin() {
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal: this.leaving.signal });
    this.store.listen(() => this.otherTab(), this.leaving.signal);
    this.load();
  }

  end() {
    this.leaving.abort();
  }

  /** Show what is kept. */
  load() {
    this.clearNotes();
    this.record = this.blank;
    this.raw = this.store.read();
    if (this.raw !== null) this.take(this.raw);
    this.show();
    if (this.store.aside().length) this.noteAside();
    this.noteNotKept();
  }

  /** @param {string} raw */
  take(raw) {
    try {
      this.accept(raw);
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      if (fault.reason === "newer") this.readOnly(raw);
      else this.setAside(raw);
    }
  }

  /** @param {string} raw */
  readOnly(raw) {
    this.lock();
    const save = button(this.words.saveNewer, () => offerFile(`${this.id}-kept.json`, "application/json", raw));
    this.note(this.words.newer, save);
  }

  /** @param {string} raw */
  setAside(raw) {
    this.store.putAside(raw);
    this.raw = this.store.read();
  }

  noteAside() {
    this.note(words.set_aside, ...asideButtons(this.store, this.id, () => this.load()));
  }

  noteNotKept() {
    if (this.store.state !== "kept") this.note(this.words.notKept[this.store.state]);
  }

  /**
   * Keep a record, and say so if that is not possible any more.
   * @param {R} record
   */
  save(record) {
    const before = this.store.state;
    this.passing?.remove();
    this.record = record;
    this.raw = this.textOf(record);
    if (this.store.write(this.raw) !== before) this.noteNotKept();
    this.showState();
  }

  /** Take over and show what another tab has kept meanwhile, if this one has not heard of it. Says whether it had not. */
  catchUp() {
    const behind = this.store.read() !== this.raw;
    if (behind) this.load();
    return behind;
  }

  /** Show what another tab has kept. Says whether anything is new. */
  otherTab() {
    if (this.store.read() === this.raw) return false;
    this.load();
    this.note(this.words.otherTab);
    return true;
  }

  /**
   * Change what is kept, with a way back.
   * @param {string} text
   * @param {R} record
   * @returns {HTMLButtonElement} the button that undoes it
   */
  change(text, record) {
    const before = this.raw;
    this.save(record);
    this.clearNotes();
    this.show();
    const undo = button(words.undo, () => {
      this.store.write(before);
      this.load();
      this.note(words.undone);
    });
    this.note(text, undo);
    return undo;
  }

  now() {
    return stamp(new Date());
  }

  clearNotes() {
    this.notes.replaceChildren();
  }

  /**
   * @param {import("../element/element.js").Child} text
   * @param {HTMLButtonElement[]} buttons
   */
  note(text, ...buttons) {
    const note = this.noteOf(text, buttons);
    this.notes.append(note);
    // What answers a click or a key is brought into sight; what comes by itself, as from another tab, moves nothing.
    if (navigator.userActivation?.isActive) note.scrollIntoView({ block: "nearest" });
    return note;
  }

  /**
   * Say something of the record as it is: it goes with the next change.
   * @param {string} text
   */
  noteUntilChanged(text) {
    this.passing?.remove();
    this.passing = this.note(text);
  }

  /**
   * Copy what the record comes to, and say so as long as it comes to that.
   * @param {string} text
   * @param {string} [done] what to say once it is copied
   * @param {string} [refused] what to say where the browser does not let a page copy
   */
  async copy(text, done, refused) {
    const { raw } = this;
    const said = await copyText(text, done, refused);
    this.clearNotes();
    if (raw === this.raw) this.noteUntilChanged(said);
  }
}
