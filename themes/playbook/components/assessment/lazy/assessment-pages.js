// The pages of a long form: one is shown at a time, each has an address. A form of one page has nothing of this.
import { button, element } from "../../element/element.js";
import words from "../words.js";

const ADDRESS = /^#questions-(\d+)$/;

export class FormPages {
  at = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {Map<string, HTMLInputElement[]>} fields the fields of each question
   */
  constructor(form, fields) {
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll(".check-page")].filter((one) => one instanceof HTMLElement);
    this.items = this.sections.map((section) => [...fields].flatMap(([id, [field]]) => (field && section.contains(field) ? [id] : [])));
    this.title = element("p", { class: "check-page-title", tabindex: "-1" });
    this.counts = this.sections.map(() => element("span"));
    this.links = this.sections.map((_, at) => element("a", { href: `#questions-${at + 1}` }, this.titleOf(at)));
    this.list = element("details", {}, [
      element("summary", {}, words.all_pages),
      element("ol", {}, this.links.map((link, at) => element("li", {}, [link, " ", this.counts[at]]))),
    ]);
    this.head = element("nav", { class: "check-pages", "aria-label": words.all_pages }, [this.title, this.list]);
    this.back = button(words.page_before, () => this.open(this.at - 1));
    this.next = button(words.next_page, () => this.open(this.at + 1));
    this.turns = element("p", { class: "check-buttons check-turns" }, [this.back, this.next]);
    if (!this.sections.length) return;
    form.before(this.head);
    form.after(this.turns);
    this.show(0);
  }

  /** @param {number} at */
  titleOf(at) {
    return this.sections[at].dataset.title || words.page({ page: at + 1, pages: this.sections.length });
  }

  /** @param {boolean} hidden */
  set hidden(hidden) {
    this.head.hidden = this.turns.hidden = hidden;
  }

  /**
   * Go to the address of a page, which shows it.
   * @param {number} at
   */
  open(at) {
    location.assign(`#questions-${at + 1}`);
  }

  /**
   * Show the page, or the question, that an address leads to, and go there. Says whether there is one.
   * @param {string} hash
   */
  moved(hash) {
    const asked = document.getElementById(hash.slice(1));
    if (asked instanceof HTMLFieldSetElement) {
      this.showOf(asked.id.replace(/^question-/, ""));
      asked.scrollIntoView();
      return true;
    }
    const at = Number(ADDRESS.exec(hash)?.[1]) - 1;
    if (!this.sections[at]) return false;
    this.show(at);
    this.list.open = false;
    this.title.focus({ preventScroll: true });
    this.title.scrollIntoView();
    return true;
  }

  /**
   * Show the page of a question.
   * @param {string} id
   */
  showOf(id) {
    const at = this.items.findIndex((ids) => ids.includes(id));
    if (at >= 0) this.show(at);
  }

  /** @param {number} at */
  show(at) {
    this.at = at;
    const title = this.sections[at].dataset.title;
    const place = { page: at + 1, pages: this.sections.length };
    this.title.textContent = title ? words.page_title({ ...place, title }) : words.page(place);
    for (const [index, section] of this.sections.entries()) {
      section.hidden = index !== at;
      if (index === at) this.links[index].setAttribute("aria-current", "step");
      else this.links[index].removeAttribute("aria-current");
    }
    this.back.hidden = at === 0;
    this.next.hidden = at === this.sections.length - 1;
  }

  /**
   * Say how many questions of each page are answered.
   * @param {Map<string, number>} answers
   */
  count(answers) {
    for (const [at, ids] of this.items.entries()) {
      const answered = ids.filter((id) => answers.has(id)).length;
      this.counts[at].textContent = words.answered({ answered, all: ids.length });
    }
  }

  /** Leave the form as it was. */
  remove() {
    for (const section of this.sections) section.hidden = false;
    this.head.remove();
    this.turns.remove();
  }
}
