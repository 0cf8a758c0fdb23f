// The panel under an assessment: what is kept and where, files, links, paper, erasing.
import { toFile } from "../../answers-store/answers-record.js";
import { fileField, offerFile, textOf } from "../../answers-store/files.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";

/** @typedef {import("./assessment-page.js").AssessmentPage} AssessmentPage */

export class KeepPanel {
  /** @param {AssessmentPage} page */
  constructor(page) {
    this.page = page;
    this.state = element("p", { class: "keep-state" });
    this.place = element("div", { class: "keep-place" });
    this.file = fileField(async ([file]) => page.exchange.takeFile(await textOf(file)));
    this.save = button("Save to a file", () => this.saveFile());
    this.link = button("Make a link", () => this.showLink());
    this.afresh = button("Start afresh", () => page.startAfresh());
    this.load = button("Load a file", () => this.file.click());
    this.node = element("section", { class: "keep", "aria-label": "Your answers" }, [
      this.state,
      element("p", { class: "check-buttons" }, [
        this.save,
        this.load,
        this.link,
        button("Print a blank sheet", () => page.printBlank()),
        this.afresh,
        button("Erase everything", () => this.askToErase()),
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
    if (store.state !== "kept") this.state.textContent = "Answers are not being kept in this browser.";
    else if (some && record.updatedAt) {
      this.state.textContent = `Your answers are kept in this browser only, last changed on ${dayOf(record.updatedAt)}.`;
    } else this.state.textContent = "Answers are kept in this browser only. Nothing is sent anywhere.";
    this.place.replaceChildren();
  }

  saveFile() {
    const { id, site, record } = this.page;
    const updatedAt = record.updatedAt ?? this.page.now();
    offerFile(`${id}-${updatedAt.slice(0, 10)}.json`, "application/json", toFile(site, id, { ...record, updatedAt }));
  }

  showLink() {
    const field = element("input", { type: "text", readonly: true, value: this.page.exchange.link(), id: "keep-link" });
    const copied = element("span", { role: "status" });
    const copy = async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        copied.textContent = "Copied.";
      } catch {
        copied.textContent = "Copy the marked text.";
      }
    };
    this.place.replaceChildren(
      element("label", { for: "keep-link" }, "Whoever opens this link sees your answers. They travel in the link itself; no server gets them."),
      field,
      button("Copy", copy),
      copied,
    );
    field.select();
    field.focus();
  }

  askToErase() {
    const yes = button("Yes, erase everything", () => this.page.eraseAll());
    this.place.replaceChildren(
      element("p", {}, "This erases all answers and results that this site has kept in this browser, on every page. It cannot be undone."),
      element("p", { class: "check-buttons" }, [yes, button("Keep them", () => this.place.replaceChildren())]),
    );
    yes.focus();
  }
}
