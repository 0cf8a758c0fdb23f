// What somebody notes on the steps of a conversation: kept as a worksheet is, to take to a file and back, to print.
import { KeptPages } from "../../continue-list/kept-pages.js";
import { PageVisit } from "../../continue-list/page-visit.js";
import { element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
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

  /**
   * Keep where somebody is, and lead there from among all steps.
   * @param {number | null} at the step that is shown alone
   */
  keepPlace(at) {
    const visit = document.querySelector("page-visit");
    if (!(visit instanceof PageVisit)) return;
    if (at !== null) visit.keep({ step: `${at + 1}/${this.steps.length}#${this.steps[at].heading.id}` });
    const kept = new KeptPages(visit.dataset.site ?? "").read().find(({ url }) => url === visit.dataset.page)?.step;
    const left = this.steps.findIndex(({ heading }) => kept?.endsWith(`#${heading.id}`));
    if (left < 0) return;
    if (left < 1) return;
    const begins = one(this.host, ".talk-begin a", HTMLAnchorElement);
    begins.href = `#${this.steps[left].heading.id}`;
    begins.textContent = left ? words.go_on({ n: left + 1, all: this.steps.length }) : words.one_by_one;
  }

  /** The number of a step with a note has a dot, and says so. */
  showState() {
    super.showState();
    all(this.host, ".talk-numbers a", HTMLAnchorElement).forEach((link, at) => {
      const { heading, title } = this.steps[at];
      const hasNote = (this.record.answers.get(heading.id) ?? "").trim() !== "";
      link.textContent = hasNote ? `${at + 1} •` : String(at + 1);
      const name = words.step({ n: at + 1, title });
      link.ariaLabel = hasNote ? `${name} • ${words.notes}` : name;
    });
  }

  end() {
    super.end();
    this.bar.remove();
    for (const note of this.host.querySelectorAll(".talk-note")) note.remove();
  }
}
