// Runs the reader's plan: steps to add, change, move and tick, entries that are kept, and ways to take both along.
// Loaded by own-plan.js.
import { fileField, offerFile, textOf } from "../../answers-store/files.js";
import { KeptPage } from "../../answers-store/kept-page.js";
import { RecordFault } from "../../answers-store/record.js";
import { button, element } from "../../element/element.js";
import { dayOf } from "../../element/day.js";
import { all, one } from "../../element/find.js";
import { kindOfPage } from "../../icon/labels.js";
import { sharedAddress } from "../../element/shared-address.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { LinkFault } from "../../share-link/packed.js";
import { dated, toCalendar } from "./calendar.js";
import { PlanLists } from "./plan-lists.js";
import * as records from "../plan-record.js";
import * as changes from "./plan-changes.js";
import * as exchange from "./plan-exchange.js";
import words from "./words.js";

/**
 * What a file or a link brings, under its heading; nothing if it brings none.
 * @param {string} heading
 * @param {{ text: string, page: string }[]} things with the pages of entries
 */
function brought(heading, things) {
  const items = things.map(({ text, page }) => {
    const { kind, label } = kindOfPage(page);
    return element("li", { "data-kind": kind }, text, label && [" ", label]);
  });
  return element("div", { class: "plan-brought", hidden: !things.length }, element("p", {}, element("strong", {}, heading)), element("ul", {}, items));
}

/** @type {import("../../answers-store/kept-page.js").KeptWords} */
const WORDS = {
  notKept: { refused: words.refused, full: words.storage_full },
  newer: words.kept_newer,
  saveNewer: words.save_it,
  otherTab: words.other_tab,
};

/** @type {Partial<Record<import("../../answers-store/record.js").Reason | "damaged", string>>} */
const FAULTS = { "too-long": words.too_long, newer: words.newer, unreadable: words.unreadable, damaged: words.damaged };

/** @extends {KeptPage<records.Plan>} */
export class OwnPlanPage extends KeptPage {
  locked = false;

  /** @param {HTMLElement} host */
  constructor(host) {
    super(host, records.PLAN, records.EMPTY, one(host, "[data-notes]", HTMLElement), WORDS);
    this.address = host.dataset.address ?? "";
    this.state = one(host, "[data-state]", HTMLElement);
    this.text = one(host, "#plan-text", HTMLInputElement);
    this.day = one(host, "#plan-day", HTMLInputElement);
    this.done = one(host, "[data-done]", HTMLElement);
    this.where = one(host, "[data-where]", HTMLElement);
    this.lists = new PlanLists(host, (made) => this.edit(made), (said) => this.say(said));
    this.file = fileField(async ([file]) => this.offerText(await textOf(file)));
    this.buttons = {
      print: button(words.print, () => print()),
      link: button(words.copy_link, () => this.copyLink()),
      calendar: button(words.calendar, () => this.saveCalendar()),
      save: button(words.save, () => this.saveFile()),
      load: button(words.load, () => this.file.click()),
      erase: button(words.erase, () => this.change(words.erased, this.blank).focus()),
    };
  }

  begin() {
    const { signal } = this.leaving;
    for (const hidden of all(this.host, "[data-needs-script]", HTMLElement)) hidden.hidden = false;
    one(this.host, "[data-actions]", HTMLElement).replaceChildren(...Object.values(this.buttons), this.file);
    this.where.textContent = this.saidOfKept(words.kept_here);
    this.form.addEventListener("submit", () => this.add(), { signal });
    addEventListener("hashchange", () => this.openLink(), { signal });
    sayWhatIsCut(this.host, signal);
    super.begin();
    this.openLink();
  }

  load() {
    this.locked = false;
    super.load();
  }

  /** @param {string} raw */
  accept(raw) {
    this.record = records.fromText(raw);
  }

  lock() {
    this.locked = true;
  }

  /** @param {records.Plan} plan */
  textOf(plan) {
    return records.toText({ ...plan, updatedAt: this.now() });
  }

  show() {
    this.lists.show(this.record, this.locked);
    this.showState();
  }

  showState() {
    const nothing = records.isEmpty(this.record);
    const { link, calendar, save, load, erase } = this.buttons;
    for (const needing of [link, save]) needing.disabled = nothing;
    calendar.disabled = dated(this.record.steps).length === 0;
    load.disabled = this.locked;
    erase.disabled = this.locked || nothing;
    for (const field of this.form.elements) field.toggleAttribute("disabled", this.locked);
  }

  /**
   * @param {import("../../element/element.js").Child} text
   * @param {HTMLButtonElement[]} buttons
   */
  noteOf(text, buttons) {
    return element("div", { class: "plan-note", role: "alert" }, element("p", {}, text), buttons);
  }

  /** @param {string} text */
  say(text) {
    this.state.textContent = text;
  }

  /**
   * Change the plan, from what is kept by then.
   * @param {(plan: records.Plan) => records.Plan} made
   */
  edit(made) {
    this.catchUp();
    if (this.locked) return;
    this.save(made(this.record));
    this.lists.show(this.record, this.locked);
  }

  add() {
    const text = this.text.value.trim();
    if (!text) return;
    this.catchUp();
    if (this.record.steps.length >= records.MOST) {
      this.say(words.is_full({ most: records.MOST }));
      return;
    }
    this.edit((plan) => changes.addStep(plan, { id: newId(), text, page: "", on: this.day.value, done: false }));
    this.say(words.added({ text }));
    this.form.reset();
    this.text.focus();
  }

  /** @param {records.Plan} plan */
  save(plan) {
    this.noteUntilChanged("");
    super.save(plan);
  }

  // ---- taking it along ----

  /** Say it beside the buttons. @param {string} text */
  noteUntilChanged(text) {
    this.done.textContent = text;
  }

  async copyLink() {
    try {
      const link = `${sharedAddress()}#${exchange.toLink({ ...this.record, updatedAt: this.now() })}`;
      await this.copy(link, words.link_copied, words.copy_from({ link }));
    } catch (fault) {
      this.refuse(fault, words.link_too_long);
    }
  }

  saveCalendar() {
    const name = `${words.file_name}.ics`;
    offerFile(name, "text/calendar", toCalendar(this.record.steps, this.address, new Date()));
    this.noteUntilChanged(words.calendar_saved({ name }));
  }

  saveFile() {
    try {
      const name = `${words.file_name}-${this.now().slice(0, 10)}.json`;
      offerFile(name, "application/json", exchange.toFile(this.site, { ...this.record, updatedAt: this.now() }));
      this.noteUntilChanged(words.saved_as({ name }));
    } catch (fault) {
      this.refuse(fault, words.too_long);
    }
  }

  /** @param {string | null} text null stands for one that is too long */
  offerText(text) {
    try {
      if (text === null) throw new RecordFault("too-long");
      this.offer(words.found_in_file, exchange.fromFile(text));
    } catch (fault) {
      this.refuse(fault);
    }
  }

  /** Offer what the address carries, if it carries a plan. The address loses it, so that it is offered once. */
  openLink() {
    const fragment = location.hash.slice(1);
    if (!exchange.isLink(fragment)) return;
    history.replaceState(history.state, "", location.href.split("#")[0]);
    try {
      this.offer(words.found_in_link, exchange.fromLink(fragment));
    } catch (fault) {
      this.refuse(fault);
    }
  }

  /**
   * Say what a file or a link brings; take it only when told to.
   * @param {(given: { steps: string, kept: string }) => string} said
   * @param {records.Plan} plan
   */
  offer(said, plan) {
    this.clearNotes();
    if (this.locked) {
      this.note(this.words.newer);
      return;
    }
    const left = changes.tooMuch(this.record, plan);
    const add = () => this.change(words.was_added, changes.merged(this.record, plan)).focus();
    const replace = () => this.change(words.was_replaced, plan).focus();
    this.note(
      [said({ steps: words.steps_in(plan.steps.length), kept: words.kept_in(plan.kept.length) }), left ? ` ${words.left_out(left)}` : ""].join(""),
      button(words.add_all, add),
      button(words.replace, replace),
      button(words.leave, () => this.load()),
    );
    const steps = plan.steps.map(({ text, on }) => ({ text: on ? words.on_day({ text, day: dayOf(`${on}T00:00:00`) }) : text, page: "" }));
    const kept = plan.kept.map(({ title, page }) => ({ text: title, page }));
    one(this.notes, ".plan-note p").after(brought(words.steps, steps), brought(words.kept, kept));
    this.notes.querySelector("button")?.focus();
  }

  /**
   * @param {unknown} fault
   * @param {string} [said]
   */
  refuse(fault, said) {
    if (!(fault instanceof RecordFault || fault instanceof LinkFault)) throw fault;
    this.clearNotes();
    this.note(said ?? FAULTS[fault.reason] ?? words.unreadable);
  }
}

/** A name for a step that no other has. */
const newId = () => `s${[...crypto.getRandomValues(new Uint8Array(8))].map((octet) => octet.toString(16).padStart(2, "0")).join("")}`;
