// The panel under an assessment: what is kept and where, files, links, paper, erasing.
import { MAX_FILE, toFile } from "../../answers-store/answers-record.js";
import { button, dayOf, element, offerFile } from "../element.js";

export class KeepPanel {
  constructor(page) {
    this.page = page;
    this.state = element("p", { class: "keep-state" });
    this.place = element("div", { class: "keep-place" });
    this.file = element("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => this.read() });
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
    const kept = `Your answers are kept in this browser only, last changed on ${record.updatedAt ? dayOf(record.updatedAt) : ""}.`;
    const words = { kept: some && record.updatedAt ? kept : "Answers are kept in this browser only. Nothing is sent anywhere." };
    this.state.textContent = words[store.state] ?? "Answers are not being kept in this browser.";
    this.place.replaceChildren();
  }

  saveFile() {
    const { definition, record, host } = this.page;
    const stamped = { ...record, updatedAt: record.updatedAt ?? this.page.now() };
    offerFile(`${definition.id}-${stamped.updatedAt.slice(0, 10)}.json`, "application/json", toFile(host.dataset.site, definition.id, stamped));
  }

  async read() {
    const [file] = this.file.files;
    this.file.value = "";
    if (file) this.page.exchange.takeFile(file.size > MAX_FILE ? null : await file.text());
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
