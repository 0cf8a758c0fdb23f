// A session step by step, on the whole screen, with the time that a block has left, and how early or late it is.
import { button, element } from "../../element/element.js";
import { onKeys } from "../../element/keys.js";
import { clock, lateBy, leftOf, originOf, spell } from "./clock.js";
import words from "../words.js";

/** Seconds by which a session may be off its plan before that is said. */
const EXACT = 60;

export class SessionSteps {
  at = 0;
  origin = 0;
  entered = 0;
  /** @type {number | undefined} */
  timer = undefined;

  /**
   * @param {import("./schedule.js").Session} session
   * @param {import("./schedule.js").Schedule} schedule
   */
  constructor(session, schedule) {
    this.session = session;
    this.schedule = schedule;
    this.place = element("p", { class: "session-steps-place" });
    this.title = element("h2", { tabindex: "-1" });
    this.time = element("p", { class: "session-steps-time" });
    this.left = element("p", { class: "session-steps-left", role: "timer", "aria-live": "off" });
    this.late = element("p", { class: "session-steps-late", role: "status" });
    this.next = element("p", { class: "session-steps-next" });
    this.back = button(words.step_back, () => this.go(-1));
    this.on = button(words.step_on, () => this.go(1));
    const stop = button(words.step_end, () => this.dialog.close());
    const whole = button(words.whole_screen, () => this.fill());
    const actions = element("p", { class: "session-actions" }, this.back, this.on, whole, stop);
    this.dialog = element("dialog", { class: "session-steps", "aria-label": words.steps_of({ title: session.title }) }, this.place, this.title, this.time, this.left, this.late, this.next, actions);
    this.dialog.addEventListener("close", () => this.end());
    onKeys(this.dialog, ({ key }) => {
      if (key === "ArrowRight" || key === "PageDown") this.go(1);
      if (key === "ArrowLeft" || key === "PageUp") this.go(-1);
    });
  }

  /** @param {HTMLElement} host */
  begin(host) {
    this.entered = Date.now();
    this.origin = originOf(this.session.start, this.entered);
    host.append(this.dialog);
    this.dialog.showModal();
    this.show();
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  end() {
    window.clearInterval(this.timer);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.dialog.remove();
  }

  /** Fill the whole screen, where the browser lets a page do so. */
  fill() {
    this.dialog.requestFullscreen?.().catch(() => {});
  }

  /** @param {number} by */
  go(by) {
    const to = this.at + by;
    if (to < 0 || to >= this.session.blocks.length) return;
    this.at = to;
    this.entered = Date.now();
    this.show();
    this.title.focus();
  }

  show() {
    const { blocks } = this.session;
    const { lines, end } = this.schedule;
    const line = lines[this.at];
    this.place.textContent = words.step_place({ n: this.at + 1, all: blocks.length });
    this.title.textContent = blocks[this.at].title;
    this.time.textContent = `${clock(line.start)}–${clock(line.end)}`;
    const following = blocks[this.at + 1];
    this.next.textContent = following ? words.step_next({ title: following.title, at: clock(line.end) }) : words.step_last({ at: clock(end) });
    this.back.disabled = this.at === 0;
    this.on.disabled = !following;
    this.tick();
  }

  tick() {
    const { start, end } = this.schedule.lines[this.at];
    const line = { from: start - this.session.start, to: end - this.session.start };
    const now = Date.now();
    const left = leftOf(line, this.entered, now);
    const late = lateBy(line, this.origin, this.entered, now);
    this.left.textContent = left < 0 ? words.over_by({ time: spell(left) }) : spell(left);
    this.left.classList.toggle("is-over", left < 0);
    const n = Math.round(Math.abs(late) / 60);
    const said = Math.abs(late) < EXACT ? words.in_time : late > 0 ? words.late(n) : words.early(n);
    if (this.late.textContent !== said) this.late.textContent = said; // a reader of screens hears only what is new
  }
}
