// The form above the plans: what the session is called, for how many it is, on which day and when it starts, how long there
// is, and where.
import { all, isField, one } from "../../element/find.js";
import { clock, minutesOf } from "./clock.js";
import { isDay } from "./papers.js";
import { DAY, MOST_PEOPLE } from "./session-link.js";
import words from "../words.js";

/** @typedef {import("./session-link.js").Choice} Choice */
/** @typedef {Partial<Pick<Choice, "title" | "people" | "day" | "start" | "minutes" | "setting">>} Entered */

/** @param {number} number @param {number} least @param {number} most */
const isWhole = (number, least, most) => Number.isInteger(number) && number >= least && number <= most;

/**
 * What somebody has entered into a field; nothing if it is wrong. Pure.
 * @param {string} id
 * @param {string} value
 * @returns {Entered}
 */
export function entered(id, value) {
  const number = Number(value);
  const start = minutesOf(value);
  if (id === "session-setting") return { setting: value };
  if (id === "session-title") return { title: value.trim() };
  if (id === "session-day" && (value === "" || isDay(value))) return { day: value };
  if (id === "session-people" && isWhole(number, 1, MOST_PEOPLE)) return { people: number };
  if (id === "session-minutes" && isWhole(number, 0, DAY)) return { minutes: number };
  return id === "session-start" && start !== null ? { start } : {};
}

/** What to say of a field with something wrong. @type {Map<string, string>} */
const FAULTS = new Map([
  ["session-people", words.people_wrong({ most: MOST_PEOPLE })],
  ["session-minutes", words.minutes_wrong({ most: DAY })],
]);

/**
 * Whether a day or a time is still being typed. Browsers tell of each digit of a year as if the day had been changed to that
 * year; to put another one in its place would take the digits away.
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 */
const isUnfinished = (field) => field === document.activeElement && ["date", "time"].includes(field.type) && (field.validity.badInput || (field.type === "date" && field.value !== "" && !isDay(field.value)));

export class SessionForm {
  /** @type {Set<string>} the names of the values that somebody has entered, also where they are those that stood there */
  entered = new Set();
  /** @type {Set<HTMLElement>} the fields that somebody changed before anything was done with them */
  early = new Set();
  isReady = false;
  /** What the fields for day and time show, besides what is being typed. */
  shown = { day: "", start: "" };

  /**
   * @param {HTMLElement} host
   * @param {(values: Entered) => void} enter takes over what somebody has entered
   * @param {() => void} showAgain shows what there was before something that is wrong
   */
  constructor(host, enter, showAgain) {
    this.form = one(host, "form", HTMLFormElement);
    this.wrong = one(this.form, "[data-wrong]", HTMLElement);
    this.setting = one(this.form, "#session-setting", HTMLSelectElement);
    this.enter = enter;
    this.showAgain = showAgain;
  }

  fields() {
    return [...all(this.form, "input", HTMLInputElement), this.setting];
  }

  /** @param {string} name */
  field(name) {
    return one(this.form, `#session-${name}`, HTMLInputElement);
  }

  /** @param {AbortSignal} signal */
  begin(signal) {
    this.form.addEventListener("change", ({ target }) => this.changed(target), { signal });
    for (const name of /** @type {const} */ (["day", "start"])) {
      const field = this.field(name);
      const left = () => {
        const isSound = !field.validity.badInput && Object.keys(entered(field.id, field.value)).length > 0;
        if (this.isReady && !isSound) field.value = this.shown[name];
      };
      field.addEventListener("blur", left, { signal });
    }
    // Numbers count while they are typed: what moves then does not move below a click that ends typing.
    this.form.addEventListener("input", ({ target }) => target instanceof HTMLInputElement && target.type === "number" && target.value && target.validity.valid && this.changed(target), { signal });
  }

  /** Do what fills the form in. What somebody has entered before that stays. @param {() => void} fill */
  ready(fill) {
    this.isReady = true;
    const found = this.fields().map((field) => ({ field, value: field.value }));
    const early = found.filter(({ field, value }) => this.early.has(field) || value !== (field instanceof HTMLInputElement ? field.defaultValue : field.options[0]?.value));
    fill();
    for (const { field, value } of early) {
      field.value = value;
      this.changed(field);
    }
  }

  disable() {
    for (const field of this.fields()) field.disabled = true;
  }

  /**
   * @param {Choice} choice
   * @param {string} called what the session is called unless somebody calls it something else
   */
  show({ people, minutes, day, start, title, setting }, called) {
    this.shown = { day, start: clock(start) };
    for (const [name, value] of Object.entries({ people, minutes: minutes || "", title, ...this.shown })) {
      const field = this.field(name);
      if (field.value !== String(value) && !isUnfinished(field)) field.value = String(value);
    }
    this.setting.value = setting;
    this.field("title").placeholder = called;
    this.wrong.textContent = "";
  }

  /** @param {EventTarget | null} field */
  changed(field) {
    if (!isField(field)) return;
    if (!this.isReady) {
      this.early.add(field);
      return;
    }
    if (isUnfinished(field)) return;
    const values = entered(field.id, field.value);
    const names = Object.keys(values);
    for (const name of names) this.entered.add(name);
    if (names.length) this.enter(values);
    else this.showAgain();
    this.wrong.textContent = names.length ? "" : (FAULTS.get(field.id) ?? "");
  }
}
