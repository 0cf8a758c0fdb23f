// Plans a session: what is chosen stands in the address, times and copies follow from it. Loaded by session.js.
import { button, element } from "../../element/element.js";
import { filling } from "../../element/filling.js";
import { all, one } from "../../element/find.js";
import { LinkFault } from "../../share-link/packed.js";
import { BlockList } from "./block-list.js";
import { added, fitted, ownValues } from "./changes.js";
import { clock, minutesOf } from "./clock.js";
import { broughtFor, chosenFrom, compiled, formOf } from "./compiled.js";
import { duration, sessionTime } from "./duration.js";
import { isSame, keepLast, lastSession } from "./last-session.js";
import { addressIn, fetchedLibrary } from "./library.js";
import { PaperChoice } from "./paper-choice.js";
import { PAPERS } from "./papers.js";
import { ReadyPlans } from "./ready-plans.js";
import { schedule } from "./schedule.js";
import { misfit, proposed } from "./session-fit.js";
import { DAY, MOST_PEOPLE, fromLink, isLink, toLink } from "./session-link.js";
import { SessionSteps } from "./session-steps.js";
import { agenda, packing } from "./session-tables.js";
import { copyLink, printPart, saveAsDocument, showRunSheet } from "./taken-along.js";
import words from "../words.js";

/** @typedef {import("./session-link.js").Choice} Choice */

/** @type {Choice} */
const EMPTY = { title: "", plan: "", people: 12, setting: "room", start: 540, minutes: 0, collation: "sheet", blocks: [], papers: [], day: "", names: [] };
/** @type {Record<LinkFault["reason"], string>} */
const FAULTS = { damaged: words.damaged, newer: words.newer, "too-long": words.damaged };
const PAUSE_MINUTES = 15;

export class SessionPage {
  leaving = new AbortController();
  /** @type {Choice} */
  choice = EMPTY;
  /** @type {Set<string>} the values that somebody has entered, also where they are those that stood there */
  told = new Set();
  /** @type {Set<string>} the ids of fields that somebody changed before the plans were there */
  early = new Set();
  /** @type {import("./compiled.js").Library | null} */
  library = null;
  /** @type {import("./schedule.js").Session} */
  session = { ...EMPTY, version: 1, blocks: [], feedback: null };
  times = schedule(this.session);

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.site = host.dataset.site ?? "";
    this.blocks = new BlockList(this.at("[data-blocks]"), (made, said) => this.edit(made, said), (id) => this.address(id));
    this.papers = new PaperChoice(host, (made) => this.edit(made), () => copyLink(this, this.choice.names));
    this.plans = new ReadyPlans(host);
    this.add = one(host, "#session-add", HTMLSelectElement);
    this.aim = one(host, "#session-aim", HTMLSelectElement);
  }

  /** @param {string} selector */
  at(selector) {
    return one(this.host, selector, HTMLElement);
  }

  /** @param {string} id */
  field(id) {
    return one(this.host, `#session-${id}`, HTMLInputElement);
  }

  async begin() {
    const { signal } = this.leaving;
    addEventListener("hashchange", () => filling(() => this.follow()), { signal });
    this.at("form").addEventListener("change", ({ target }) => target instanceof HTMLElement && this.typed(target.id), { signal });
    // Numbers count while they are typed: what moves then does not move below a click that ends typing.
    this.at("form").addEventListener("input", ({ target }) => target instanceof HTMLInputElement && target.type === "number" && target.value && target.validity.valid && this.typed(target.id), { signal });
    this.papers.host.addEventListener("change", ({ target }) => target instanceof HTMLElement && this.papers.typed(target), { signal });
    try {
      this.library = await fetchedLibrary();
    } catch {
      this.note(words.not_loaded);
      for (const field of this.fields()) field.disabled = true;
      return;
    }
    if (signal.aborted) return;
    for (const hidden of all(this.host, "[data-needs-script]", HTMLElement)) hidden.hidden = false;
    this.showActions();
    this.plans.show(this.library, (id) => this.begun(id));
    this.narrow(); // somebody may have chosen an aim by now
    const early = this.fields().map((field) => ({ field, value: field.value })).filter(({ field, value }) => field !== this.aim && (this.early.has(field.id) || value !== (field instanceof HTMLInputElement ? field.defaultValue : EMPTY.setting)));
    filling(() => this.follow());
    for (const { field, value } of early) {
      field.value = value;
      this.typed(field.id);
    }
  }

  /** The fields above the plans. */
  fields() {
    const form = this.at("form");
    return [this.aim, ...all(form, "input", HTMLInputElement), ...all(form, "select", HTMLSelectElement)];
  }

  end() {
    this.leaving.abort();
  }

  /** @param {string} id */
  address(id) {
    return addressIn(this.known(), id);
  }

  known() {
    if (!this.library) throw new Error("the data is not there yet");
    return this.library;
  }

  /** Take the choice from the address. */
  follow() {
    const fragment = location.hash.slice(1);
    this.told.clear();
    this.note("");
    try {
      const last = lastSession(this.site);
      const asked = isLink(fragment) ? fromLink(fragment) : this.asked();
      const chosen = asked ?? last ?? EMPTY;
      const { names, before } = this.papers.begin(chosen);
      this.choice = { ...chosen, names };
      if (chosen.names.length || (!asked && last)) this.putIntoAddress();
      if (!isLink(fragment)) this.host.querySelector("[data-ready]")?.toggleAttribute("open", chosen === EMPTY);
      if (last && !asked) this.note(words.taken_up);
      else if (last && !isSame(last, chosen)) this.offer(words.another_kept, words.go_on, () => this.edit((choice) => ({ ...last, names: choice.names })));
      if (before.length) this.offer(words.names_taken(names.length), words.names_before(before.length), () => this.papers.named(before));
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      this.choice = { ...EMPTY, names: this.papers.kept() };
      this.note(FAULTS[fault.reason]);
    }
    this.show();
    const { missing } = compiled(this.choice, this.known());
    if (missing.length) this.note(words.missing({ names: missing.join(", ") }));
  }

  /** The plan that a page of a plan asks for, or null. */
  asked() {
    const id = new URLSearchParams(location.search).get("plan") ?? "";
    const plan = this.known().plans.get(id);
    return plan ? chosenFrom(id, plan) : null;
  }

  /**
   * Change the choice, put it into the address, and keep it.
   * @param {(choice: Choice) => Choice} made
   * @param {string} [said]
   */
  edit(made, said = "") {
    this.choice = made(this.choice);
    if (!this.putIntoAddress()) said = words.too_long;
    this.show();
    keepLast(this.site, isSame(this.choice, EMPTY) ? null : this.choice, this.session.title);
    this.at("[data-status]").textContent = [said, this.said()].filter(Boolean).join(" ");
  }

  /** Put the choice into the address, without names. Says whether there is room for it. */
  putIntoAddress() {
    try {
      history.replaceState(history.state, "", `${location.pathname}#${toLink({ ...this.choice, names: [] })}`);
      return true;
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return false;
    }
  }

  /** What there is to say of the times. */
  said() {
    const { end, total, over } = this.times;
    const spare = this.choice.minutes - total;
    const ends = words.ends_at({ time: clock(end), minutes: sessionTime(total) });
    if (over) return `${ends} ${words.over(over)}`;
    return spare > 0 ? `${ends} ${words.spare(spare)}` : ends;
  }

  show() {
    const { session, at } = compiled(this.choice, this.known());
    this.session = session;
    this.times = schedule(session);
    const { people, minutes, start, title, setting } = this.choice;
    for (const [id, value] of Object.entries({ people, minutes: minutes || "", start: clock(start), title })) this.field(id).value = String(value);
    one(this.host, "#session-setting", HTMLSelectElement).value = setting;
    this.field("title").placeholder = session.title;
    this.plans.showFit(this.own());
    this.blocks.show(session, this.times, at);
    this.papers.show(this.choice, formOf(this.known().plans.get(session.plan), this.known()) !== "");
    this.at("[data-status]").textContent = this.said();
    this.at("[data-wrong]").textContent = "";
    this.at("[data-fit]").replaceChildren(...proposed(session, this.times, () => this.apply(at)));
    this.at("[data-agenda]").replaceChildren(agenda(session, this.times));
    this.at("[data-packing]").replaceChildren(packing(session, this.times, broughtFor(session, this.known()), (id) => this.address(id)));
    this.at("[data-run]").replaceChildren();
    this.at("[data-limits]").textContent = misfit(this.known().plans.get(session.plan), this.choice);
    for (const needing of all(this.host, "[data-needs-blocks]", HTMLButtonElement)) needing.disabled = !session.blocks.length;
    for (const link of all(this.host, "[data-sheets]", HTMLAnchorElement)) {
      const sheets = this.times.packing.map(({ entry }) => entry).join(",");
      link.href = `${link.href.split("?")[0]}?people=${people}&collate=${this.choice.collation}&sheets=${sheets}`;
    }
    const urls = Object.fromEntries([...this.known().entries].map(([id, { url }]) => [id, url]));
    this.host.dispatchEvent(new CustomEvent("session", { detail: { choice: this.choice, session, schedule: this.times, urls }, bubbles: true }));
  }

  /** Do what is proposed if time is short. @param {number[]} at the places of the blocks in the choice */
  apply(at) {
    const { session, times } = this;
    const ids = session.blocks.map(({ id }) => id);
    this.edit((choice) => fitted(choice, times.proposal, ids, at), words.applied);
    this.at("[data-status]").focus();
  }

  /** @param {string} id of the field that was changed */
  typed(id) {
    if (!this.library) {
      this.early.add(id);
      return;
    }
    const value = id === "session-setting" || id === "session-aim" || id === "session-add" ? "" : one(this.host, `#${id}`, HTMLInputElement).value;
    const number = Number(value);
    const whole = (/** @type {number} */ least, /** @type {number} */ most) => Number.isInteger(number) && number >= least && number <= most;
    const start = minutesOf(value);
    const same = (id === "session-people" && number === this.choice.people) || (id === "session-minutes" && value && number === this.choice.minutes);
    if (id === "session-aim") this.narrow();
    else if (id === "session-setting") this.entered({ setting: one(this.host, "#session-setting", HTMLSelectElement).value });
    else if (id === "session-title") this.entered({ title: value.trim() });
    else if (id === "session-people" && whole(1, MOST_PEOPLE)) this.entered({ people: number }, same);
    else if (id === "session-minutes" && whole(0, DAY)) this.entered({ minutes: number }, same);
    else if (id === "session-start" && start !== null) this.entered({ start });
    else if (id !== "session-add") this.show();
    if (id === "session-people" && !whole(1, MOST_PEOPLE)) this.at("[data-wrong]").textContent = words.people_wrong({ most: MOST_PEOPLE });
    if (id === "session-minutes" && !whole(0, DAY)) this.at("[data-wrong]").textContent = words.minutes_wrong({ most: DAY });
  }

  /**
   * Take over what somebody entered, also where it is what stood there. It then stays when a plan is taken.
   * @param {Partial<Choice>} values
   * @param {boolean | ""} [same] whether nothing changes by it
   */
  entered(values, same = false) {
    for (const name of Object.keys(values)) this.told.add(name);
    if (!same) this.edit((choice) => ({ ...choice, ...values }));
  }

  // ---- what one begins with ----

  /** @param {string} id of the plan */
  begun(id) {
    const plan = this.known().plans.get(id);
    if (!plan) return;
    const own = this.own();
    this.edit(({ papers, day, names }) => ({ ...chosenFrom(id, plan), papers: PAPERS.filter((paper) => papers.includes(paper) || chosenFrom(id, plan).papers.includes(paper)), day, names, ...own }), words.begun({ title: plan.title }));
    this.plans.fold();
    this.at("#yours").focus();
  }

  /** What somebody has entered, or changed of what the session began with: it stays when another plan is taken. */
  own() {
    const { plan } = this.session;
    const begun = this.known().plans.get(plan);
    return ownValues(this.choice, begun ? chosenFrom(plan, begun) : EMPTY, this.told);
  }

  /** Show the plans and the blocks for an aim only. */
  narrow() {
    this.plans.narrow(this.aim.value);
    this.showOffers();
  }

  showOffers() {
    const aim = this.aim.value;
    const offers = [...this.known().entries].filter(([, entry]) => entry.block && (!aim || entry.moments.includes(aim)));
    const kinds = [...new Set(offers.map(([, { kind }]) => kind))];
    const labels = /** @type {Record<string, string>} */ (JSON.parse(this.host.dataset.kinds ?? "{}"));
    const groups = kinds.map((kind) =>
      element("optgroup", { label: labels[kind] ?? kind }, offers.filter(([, entry]) => entry.kind === kind).map(([id, { title, minutes }]) => element("option", { value: id }, words.offer({ title, minutes: duration(minutes) })))),
    );
    this.add.replaceChildren(element("option", { value: "" }, words.choose_block), ...groups);
  }

  addBlock() {
    const entry = this.known().entries.get(this.add.value);
    if (!entry) {
      this.add.focus();
      return;
    }
    const of = this.add.value;
    this.edit((choice) => added(choice, { of, part: "", minutes: entry.minutes, drop: false }), words.added({ title: entry.title }));
  }

  addPause() {
    this.edit((choice) => added(choice, { of: "", part: "", minutes: PAUSE_MINUTES, drop: false }), words.added({ title: words.pause }));
  }

  /** Begin anew, as if nothing had been entered; names stay. */
  clear() {
    this.told.clear();
    this.edit(({ names }) => ({ ...EMPTY, names }), words.cleared);
  }

  // ---- what one takes along ----

  showActions() {
    const needing = { "data-needs-blocks": true };
    this.at("[data-adding]").replaceChildren(button(words.add, () => this.addBlock()), button(words.add_pause, () => this.addPause()));
    this.at("[data-actions]").replaceChildren(
      button(words.steps, () => new SessionSteps(this.session, this.times).begin(this.host), needing),
      button(words.print_agenda, () => printPart(this, "agenda"), needing),
      button(words.show_run, () => showRunSheet(this), needing),
      button(words.print_run, () => printPart(this, "run"), needing),
      ...(this.host.dataset.document ? [button(words.document, () => saveAsDocument(this, this.host.dataset.document ?? ""), needing)] : []),
      button(words.copy_link, () => copyLink(this)),
      button(words.clear, () => this.clear()),
    );
  }

  /**
   * A note with something that can be done about it.
   * @param {string} text
   * @param {string} label
   * @param {() => void} act
   */
  offer(text, label, act) {
    const doing = button(label, () => {
      act();
      this.note("");
    });
    this.at("[data-note]").replaceChildren(text, " ", doing);
  }

  /** @param {string} text */
  note(text) {
    this.at("[data-note]").textContent = text;
  }
}
