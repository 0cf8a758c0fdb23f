// The buttons with which a dialogue is played, and what they do to its lines.
import { button, element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { onKeys } from "../../element/keys.js";
import words from "../words.js";
import { back, isLast, isYourTurn, next, reveal, started } from "./playing.js";

export class DialoguePage {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.leaving = new AbortController();
    this.items = all(host, "[data-lines] > li", HTMLLIElement);
    this.lines = this.items.map((item) => ({ by: item.dataset.by ?? "" }));
    /** @type {import("./playing.js").Playing | null} */
    this.playing = null;
    const names = new Map(this.items.map((item) => [item.dataset.by ?? "", nameIn(item)]));
    this.you = element("select", {}, [
      element("option", { value: "" }, words.nobody),
      [...names].map(([id, name]) => element("option", { value: id }, name)),
    ]);
    this.play = button(words.play, () => this.show(started(this.you.value)));
    this.forward = button(words.next, () => this.playing && this.show(next(this.playing, this.lines)));
    this.look = button(words.reveal, () => this.playing && this.show(reveal(this.playing)));
    this.backward = button(words.back, () => this.playing && this.show(back(this.playing)));
    this.again = button(words.again_from_start, () => this.show(started(this.you.value)));
    this.whole = button(words.whole, () => this.show(null));
    this.place = element("p", { class: "script-place" });
    this.status = element("p", { role: "status", class: "visually-hidden" });
    this.before = element(
      "div",
      { class: "script-tools" },
      element("label", {}, words.you_are, " ", this.you),
      this.play,
      this.whole,
    );
    this.after = element("div", { class: "script-tools" }, this.look, this.forward, this.backward, this.again);
  }

  begin() {
    this.host.setAttribute("role", "group");
    this.host.prepend(this.before);
    this.host.append(this.place, this.status, this.after);
    this.you.addEventListener("change", () => this.playing && this.show(started(this.you.value)));
    onKeys(this.host, (event) => this.onKey(event), { signal: this.leaving.signal });
    this.show(null);
  }

  end() {
    this.leaving.abort();
    this.show(null);
    for (const made of [this.before, this.place, this.status, this.after]) made.remove();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    if (!this.playing || !plain || event.target === this.you) return;
    if (event.key === "ArrowDown") this.forward.click();
    else if (event.key === "ArrowUp") this.backward.click();
    else return;
    event.preventDefault();
  }

  /** @param {import("./playing.js").Playing | null} playing null shows the whole script */
  show(playing) {
    const wasPlaying = this.playing !== null;
    const held = document.activeElement;
    this.playing = playing;
    this.host.classList.toggle("is-playing", playing !== null);
    this.items.forEach((item, at) => {
      item.hidden = playing !== null && at > playing.at;
      item.classList.toggle("is-yours", playing !== null && playing.you !== "" && item.dataset.by === playing.you);
      item.classList.toggle("is-waiting", playing !== null && at === playing.at && isYourTurn(playing, this.lines));
    });
    this.play.hidden = playing !== null;
    this.whole.hidden = playing === null;
    this.after.hidden = playing === null;
    this.place.hidden = playing === null;
    this.place.textContent = playing ? this.placeOf(playing) : "";
    this.status.textContent = playing ? this.said(playing) : "";
    if (!playing) {
      if (wasPlaying) this.play.focus();
      return;
    }
    const yours = isYourTurn(playing, this.lines);
    const last = isLast(playing, this.lines);
    this.look.hidden = !yours;
    this.forward.hidden = last;
    this.backward.hidden = playing.at === 0;
    const lost = held instanceof HTMLElement && held.hidden && this.after.contains(held);
    if (!wasPlaying || lost) this.focus(yours, last);
    this.items[playing.at]?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Focus the button that leads on. A button that has just been hidden has lost it.
   * @param {boolean} yours
   * @param {boolean} last
   */
  focus(yours, last) {
    (yours ? this.look : last ? this.again : this.forward).focus();
  }

  /**
   * What is above the buttons.
   * @param {import("./playing.js").Playing} playing
   */
  placeOf(playing) {
    const position = words.position({ line: playing.at + 1, all: this.items.length });
    const item = this.items[playing.at];
    if (item && isYourTurn(playing, this.lines)) return `${position} · ${words.your_turn({ name: nameIn(item) })}`;
    return isLast(playing, this.lines) ? `${position} · ${words.over}` : position;
  }

  /**
   * What a screen reader says of the line that is out.
   * @param {import("./playing.js").Playing} playing
   */
  said(playing) {
    const item = this.items[playing.at];
    if (!item) return "";
    const name = nameIn(item);
    if (isYourTurn(playing, this.lines)) return words.your_turn({ name });
    return words.spoken({ name, words: one(item, "[data-says]", HTMLElement).textContent ?? "" });
  }
}

/** @param {HTMLLIElement} item */
const nameIn = (item) => one(item, "[data-name]", HTMLElement).textContent?.trim() ?? "";
