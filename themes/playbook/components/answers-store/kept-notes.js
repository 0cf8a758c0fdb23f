// What to tell of ticks that are kept: that they are not, why, and what was set aside.
import { button, element } from "../element/element.js";
import { loadStyles } from "../element/styles.js";
import { offerFile } from "./files.js";
import words from "./words.js";

/** @typedef {import("./answers-store.js").AnswersStore} AnswersStore */

const STYLES = new URL("lazy/kept-notes.css", import.meta.url);

/**
 * The buttons that save what was set aside, and remove it.
 * @param {AnswersStore} store
 * @param {string} id
 * @param {() => void} again what to do once it is removed
 */
export function asideButtons(store, id, again) {
  const save = () => store.aside().forEach((text, at) => offerFile(`${id}-set-aside-${at + 1}.txt`, "text/plain", text));
  const forget = () => {
    store.forgetAside();
    again();
  };
  return [button(words.download, save), button(words.remove, forget)];
}

/** A place for notes about ticks. It is there before there is anything to say, so that readers of screens hear it. */
export const ticksNotes = () => element("div", { class: "tick-notes", role: "alert", hidden: true });

/**
 * Say in `place` what there is to say.
 * @param {HTMLElement} place
 * @param {{ store: AnswersStore, id: string, writable: boolean }} kept
 * @param {() => void} again what to do once what was set aside is removed
 */
export function showNotes(place, { store, id, writable }, again) {
  const { state } = store;
  const reason = state === "refused" ? words.ticks_refused : state === "full" ? words.ticks_full : "";
  const texts = [reason, writable ? "" : words.ticks_newer].filter(Boolean);
  const notes = texts.map((text) => element("p", {}, text));
  const aside = store.aside().length ? [element("p", {}, words.set_aside, " ", asideButtons(store, id, again))] : [];
  const before = place.textContent;
  const now = element("div", {}, notes, aside);
  if (before !== now.textContent) place.replaceChildren(...now.childNodes);
  if (!place.childNodes.length) place.hidden = true;
  else void loadStyles(STYLES).then(() => (place.hidden = !place.childNodes.length));
}
