// Plans a session: what is chosen stands in the address, times and copies follow from it. Loaded by session.js.
import { button } from "../../element/element.js";
import { filling } from "../../element/filling.js";
import { all, one } from "../../element/find.js";
import { LinkFault } from "../../share-link/packed.js";
import { BlockAdding } from "./block-adding.js";
import { BlockList } from "./block-list.js";
import { fitted, ownValues } from "./changes.js";
import { clock } from "./clock.js";
import { broughtFor, chosenFrom, compiled, formOf } from "./compiled.js";
import { sessionTime } from "./duration.js";
import { isSame, keepLast, lastSession } from "./last-session.js";
import { addressIn, fetchedLibrary } from "./library.js";
import { PaperChoice } from "./paper-choice.js";
import { PAPERS } from "./papers.js";
import { ReadyPlans } from "./ready-plans.js";
import { schedule } from "./schedule.js";
import { misfit, proposed } from "./session-fit.js";
import { fromLink, isLink, toLink } from "./session-link.js";
import { SessionForm } from "./session-form.js";
import { SessionSteps } from "./session-steps.js";
import { agenda, packing } from "./session-tables.js";
import { copyLink, printPart, saveAsDocument, saveForCalendar, showRunSheet } from "./taken-along.js";
import words from "../words.js";

/** @typedef {import("./session-link.js").Choice} Choice */

/** @type {Choice} */
const EMPTY = { title: "", plan: "", people: 12, setting: "room", start: 540, minutes: 0, collation: "sheet", blocks: [], papers: [], day: "", names: [] };
/** @type {Record<LinkFault["reason"], string>} */
const FAULTS = { damaged: words.damaged, newer: words.newer, "too-long": words.damaged };

export class SessionPage {
  leaving = new AbortController();
  /** @type {Choice} */
  choice = EMPTY;
  /** @type {import("./compiled.js").Library | null} */
  library = null;
  /** @type {import("./schedule.js").Session} */
  session = { ...EMPTY, version: 1, blocks: [], feedback: null };
  times = schedule(this.session);
  /** What is said as long as the session stays as it is. */
  passing = "";

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.site = host.dataset.site ?? "";
    this.blocks = new BlockList(this.at("[data-blocks]"), (made, said) => this.edit(made, said), (id) => this.address(id));
    this.papers = new PaperChoice(host, (made) => this.edit(made), () => copyLink(this, this.choice.names));
    this.form = new SessionForm(host, (values) => this.entered(values), () => this.show());
    this.plans = new ReadyPlans(host);
    this.adding = new BlockAdding(this);
    this.aim = one(host, "#session-aim", HTMLSelectElement);
  }

  /** @param {string} selector */
  at(selector) {
    return one(this.host, selector, HTMLElement);
  }

  async begin() {
    const { signal } = this.leaving;
    addEventListener("hashchange", () => filling(() => this.follow()), { signal });
    this.form.begin(signal);
    this.aim.addEventListener("change", () => this.library && this.narrow(), { signal });
    this.papers.host.addEventListener("change", ({ target }) => target instanceof HTMLElement && this.papers.typed(target), { signal });
    try {
      this.library = await fetchedLibrary();
    } catch {
      this.note(words.not_loaded);
      this.form.disable();
      this.aim.disabled = true;
      return;
    }
    if (signal.aborted) return;
    for (const hidden of all(this.host, "[data-needs-script]", HTMLElement)) hidden.hidden = false;
    this.showActions();
    this.plans.show(this.library, (id) => this.begun(id));
    this.narrow(); // somebody may have chosen an aim by now
    this.form.ready(() => filling(() => this.follow()));
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
    this.form.entered.clear();
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
    if (this.at("[data-note]").textContent === this.passing) this.note("");
    this.done("");
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
    if (!this.session.blocks.length) return "";
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
    this.form.show(this.choice, session.title);
    this.plans.showFit(this.own());
    this.blocks.show(session, this.times, at);
    this.papers.show(this.choice, formOf(this.known().plans.get(session.plan), this.known()) !== "");
    this.at("[data-status]").textContent = this.said();
    this.at("[data-fit]").replaceChildren(...proposed(session, this.times, () => this.apply(at)));
    this.adding.showSpare(this.aim.value);
    this.at("[data-agenda]").replaceChildren(agenda(session, this.times));
    this.at("[data-packing]").replaceChildren(packing(session, this.times, broughtFor(session, this.known()), (id) => this.address(id)));
    this.at("[data-run]").replaceChildren();
    this.at("[data-limits]").textContent = misfit(this.known().plans.get(session.plan), { ...this.choice, minutes: 0 });
    for (const needing of all(this.host, "[data-needs-blocks]", HTMLButtonElement)) needing.disabled = !session.blocks.length;
    for (const link of all(this.host, "[data-sheets]", HTMLAnchorElement)) {
      link.parentElement?.toggleAttribute("hidden", !this.times.packing.length);
      const sheets = this.times.packing.map(({ entry }) => entry).join(",");
      link.href = `${link.href.split("?")[0]}?people=${this.choice.people}&collate=${this.choice.collation}&sheets=${sheets}`;
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

  /** Take over what somebody entered. @param {import("./session-form.js").Entered} values */
  entered(values) {
    const made = { ...this.choice, ...values };
    if (!isSame(made, this.choice)) this.edit(() => made);
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
    return ownValues(this.choice, begun ? chosenFrom(plan, begun) : EMPTY, this.form.entered);
  }

  /** Show the plans and the blocks for an aim only. */
  narrow() {
    this.plans.narrow(this.aim.value);
    this.adding.narrow(this.aim.value);
    this.adding.showSpare(this.aim.value);
  }

  /** Begin anew, as if nothing had been entered; names stay. */
  clear() {
    this.form.entered.clear();
    this.edit(({ names }) => ({ ...EMPTY, names }), words.cleared);
  }

  // ---- what one takes along ----

  showActions() {
    const needing = { "data-needs-blocks": true };
    this.adding.showButtons();
    this.at("[data-actions]").replaceChildren(
      button(words.steps, () => new SessionSteps(this.session, this.times).begin(this.host), needing),
      button(words.print_agenda, () => printPart(this, "agenda"), needing),
      button(words.show_run, () => showRunSheet(this), needing),
      button(words.print_run, () => printPart(this, "run"), needing),
      button(words.print_short, () => printPart(this, "short"), needing),
      ...(this.host.dataset.document ? [button(words.document, () => saveAsDocument(this, this.host.dataset.document ?? ""), needing)] : []),
      button(words.calendar, () => saveForCalendar(this), needing),
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
    this.passing = "";
  }

  /** Say something of the session as it is: it goes with the next change. @param {string} text */
  noteUntilChanged(text) {
    this.note(text);
    this.passing = text;
  }

  /** Say beside the buttons what came of one. It goes with the next change. @param {string} text */
  done(text) {
    this.at("[data-done]").textContent = text;
  }
}
