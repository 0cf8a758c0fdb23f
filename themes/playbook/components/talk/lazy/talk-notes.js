// What somebody notes on the steps of a conversation: kept as a worksheet is, to take to a file and back, to print.
import { element } from "../../element/element.js";
import { SheetPage } from "../../sheet/lazy/sheet-page.js";
import words from "../words.js";

const LONGEST = 4000; // what a kept record takes

/** @param {import("./talk-page.js").Step} step */
function addNote({ item, heading }) {
  const id = `note-${heading.id}`;
  const field = element("textarea", { id, name: heading.id, rows: 3, maxlength: LONGEST, "aria-describedby": heading.id });
  item.append(
    element("div", { class: "talk-note" }, [element("label", { for: id }, words.notes), element("span", { class: "write" }, field)]),
  );
}

export class TalkNotes extends SheetPage {
  /**
   * @param {HTMLElement} host
   * @param {import("./talk-page.js").Step[]} steps
   */
  constructor(host, steps) {
    steps.forEach(addNote);
    super(host);
    this.steps = steps;
  }

  blocks() {
    return this.steps.map(({ heading, title }) => {
      const value = (this.record.answers.get(heading.id) ?? "").trim();
      return { heading: title, filled: value ? [{ label: title, value, isTick: false }] : [] };
    });
  }

  end() {
    super.end();
    this.bar.remove();
    for (const note of this.host.querySelectorAll(".talk-note")) note.remove();
  }
}
