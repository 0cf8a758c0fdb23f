// The panel under an assessment: what is kept and where, files, links, paper, erasing.
import { toFile } from "../../answers-store/answers-record.js";
import { fileField, offerFile } from "../../answers-store/files.js";
import { copyText } from "../../copy/copy-text.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";
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
        element("button", { type: "button", "data-erase": page.site }, words.erase),
      ]),
      this.file,
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
    this.place.replaceChildren();
  }

  startAfresh() {
    forgetMark(); // whoever answers next is somebody else
    this.page.startAfresh();
  }

  saveFile() {
    const { id, site, record } = this.page;
    const updatedAt = record.updatedAt ?? this.page.now();
    const { text, left } = toFile(site, id, { ...record, updatedAt });
    offerFile(`${id}-${updatedAt.slice(0, 10)}.json`, "application/json", text);
    if (left) this.page.note(words.not_in_file(left));
  }

  /** Copy a link with the answers. Where the browser does not let a page copy, the link is shown. */
  async copyLink() {
    const link = this.made();
    if (link === null) {
      this.place.replaceChildren(element("p", { role: "status" }, words.link_too_long));
      return;
    }
    const said = element("p", { role: "status" });
    this.place.replaceChildren(said); // before there is anything to say, so that readers of screens hear it
    said.textContent = await copyText(link, words.link_copied, "");
    if (said.textContent || !said.isConnected) return;
    const field = element("input", { type: "text", readonly: true, value: link, id: "keep-link" });
    this.place.replaceChildren(element("label", { for: "keep-link" }, words.link_here), field);
    field.focus();
    field.select();
  }

  /** Show the answers as a code, for the page that gathers those of the group. */
  async showCode() {
    const { liveView } = await import("../../live-check/lazy/live-show.js");
    this.place.replaceChildren(liveView(this.page.definition, this.page.record.answers));
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
