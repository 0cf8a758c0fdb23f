// The panel under an assessment: what is kept and where, files, links, paper, erasing.
import { toFile } from "../../answers-store/answers-record.js";
import { fileField, offerFile } from "../../answers-store/files.js";
import { copyText } from "../../copy/copy-text.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";
import { eraseButton } from "../../erase/lazy/erase-button.js";
import { ACCEPT } from "../../filled-pdf/dropping.js";
import { forgetMark } from "../../live-check/own-mark.js";
import { LinkFault } from "../../share-link/packed.js";
import words from "../words.js";

/** @typedef {import("./assessment-page.js").AssessmentPage} AssessmentPage */

export class KeepPanel {
  /** @param {AssessmentPage} page */
  constructor(page) {
    this.page = page;
    this.state = element("p", { class: "keep-state" });
    this.status = element("p", { role: "status" }); // what came of a button, until the answers change
    this.place = element("div", { class: "keep-place" });
    this.file = fileField(([file]) => page.exchange.takeChosen(file), { accept: ACCEPT });
    this.save = button(words.save, () => this.saveFile());
    this.link = button(words.copy_link, () => this.copyLink());
    this.live = button(words.show_code, () => this.showCode());
    this.afresh = button(words.afresh, () => this.startAfresh());
    this.load = button(words.load, () => this.file.click());
    this.node = element("section", { class: "keep", "aria-label": words.yours }, [
      this.state,
      element("p", { class: "check-buttons" }, [
        this.save,
        this.load,
        this.link,
        this.live,
        button(words.print_blank, () => page.printBlank()),
        this.afresh,
        eraseButton(page.site),
      ]),
      this.file,
      this.status,
      this.place,
    ]);
  }

  show() {
    const { record, mode, store } = this.page;
    const own = mode === "mine";
    const some = record.answers.size > 0 || record.history.length > 0;
    this.save.disabled = this.link.disabled = this.afresh.disabled = !own || !some;
    this.load.disabled = !own;
    this.live.disabled = !own || record.answers.size === 0;
    if (store.state !== "kept") this.state.textContent = words.not_kept;
    else if (some && record.updatedAt) {
      this.state.textContent = this.page.saidOfKept(words.kept({ day: dayOf(record.updatedAt) }));
    } else this.state.textContent = this.page.saidOfKept(words.kept_here);
    this.say("");
  }

  /**
   * @param {string} text
   * @param {Node[]} more
   */
  say(text, ...more) {
    this.status.textContent = text;
    this.place.replaceChildren(...more);
    if (text) this.status.scrollIntoView({ block: "nearest" });
  }

  /** Whether the answers are all that stands in the form. If not, nothing is handed on, and one is led to what is no answer. */
  isWhole() {
    const { form, pages, questions } = this.page;
    questions.settle();
    const wrong = form.hidden ? null : questions.firstWrong();
    if (!wrong) return true;
    pages.showOf(wrong.id);
    questions.askFor(wrong.id, words.not_handed_on, null);
    return false;
  }

  startAfresh() {
    forgetMark(); // whoever answers next is somebody else
    this.page.startAfresh();
  }

  saveFile() {
    if (!this.isWhole()) return;
    const { id, site, record } = this.page;
    const updatedAt = record.updatedAt ?? this.page.now();
    const { text, left } = toFile(site, id, { ...record, updatedAt });
    const name = `${id}-${updatedAt.slice(0, 10)}.json`;
    offerFile(name, "application/json", text);
    this.say([words.saved_as({ name }), left ? words.not_in_file(left) : ""].filter(Boolean).join(" "));
  }

  /** Copy a link with the answers. Where the browser does not let a page copy, the link is shown. */
  async copyLink() {
    if (!this.isWhole()) return;
    const link = this.made();
    if (link === null) {
      this.say(words.link_too_long);
      return;
    }
    const { record } = this.page;
    const said = await copyText(link, words.link_copied, "");
    if (record !== this.page.record || !this.node.isConnected) return;
    if (said) {
      this.say(said);
      return;
    }
    const field = element("input", { type: "text", readonly: true, value: link, id: "keep-link" });
    this.say("", element("label", { for: "keep-link" }, words.link_here), field);
    field.focus();
    field.select();
  }

  /** Show the answers as a code, for the page that gathers those of the group. */
  async showCode() {
    if (!this.isWhole()) return;
    const { liveView } = await import("../../live-check/lazy/live-show.js");
    this.say("", liveView(this.page.definition, this.page.record.answers));
    const code = this.place.querySelector(".live-code");
    if (code instanceof HTMLElement) code.focus();
  }

  /** A link with the answers, or null where they are too many for one. */
  made() {
    try {
      return this.page.exchange.link();
    } catch (fault) {
      if (fault instanceof LinkFault) return null;
      throw fault;
    }
  }
}
