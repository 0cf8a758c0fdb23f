// Blocks that are added to a session: those that can be chosen, those that fill the time that is left, and breaks.
import { button, element } from "../../element/element.js";
import { one } from "../../element/find.js";
import { added, placeOfNew } from "./changes.js";
import { closes, compiled, PAUSE_MINUTES } from "./compiled.js";
import { duration } from "./duration.js";
import { fillers, offered } from "./session-fit.js";
import { MOST_BLOCKS } from "./session-link.js";
import words from "../words.js";


export class BlockAdding {
  /** @param {import("./session-page.js").SessionPage} page */
  constructor(page) {
    this.page = page;
    this.choice = one(page.host, "#session-add", HTMLSelectElement);
    this.spare = page.at("[data-spare]");
  }

  showButtons() {
    const add = () => (this.choice.value ? this.entry(this.choice.value) : this.choice.focus());
    this.page.at("[data-adding]").replaceChildren(button(words.add, add), button(words.add_pause, () => this.pause()));
  }

  /** Show what can be chosen for an aim; with none, all. @param {string} aim */
  narrow(aim) {
    const offers = [...this.page.known().entries].filter(([, entry]) => entry.block && (!aim || entry.moments.includes(aim)));
    const kinds = [...new Set(offers.map(([, { kind }]) => kind))];
    const labels = /** @type {Record<string, string>} */ (JSON.parse(this.page.host.dataset.kinds ?? "{}"));
    const groups = kinds.map((kind) =>
      element("optgroup", { label: labels[kind] ?? kind }, offers.filter(([, entry]) => entry.kind === kind).map(([id, { title, minutes }]) => element("option", { value: id }, words.offer({ title, minutes: duration(minutes) })))),
    );
    this.choice.replaceChildren(element("option", { value: "" }, words.choose_block), ...groups);
  }

  /** Offer what could fill the minutes that are left. @param {string} aim */
  showSpare(aim) {
    const { session, times } = this.page;
    const spare = session.blocks.length ? session.minutes - times.total : 0;
    const add = (/** @type {string} */ id) => {
      this.entry(id);
      this.page.at("[data-status]").focus();
    };
    this.spare.replaceChildren(...offered(spare, fillers(session, spare, this.page.known(), aim), add));
  }

  /** @param {string} of the entry that becomes a block */
  entry(of) {
    const entry = this.page.known().entries.get(of);
    if (entry) this.add({ of, part: "", minutes: entry.minutes, drop: false }, entry.title);
  }

  pause() {
    this.add({ of: "", part: "", minutes: PAUSE_MINUTES, drop: false }, words.pause);
  }

  /**
   * Add a block before what closes the session.
   * @param {import("./session-link.js").ChosenBlock} block
   * @param {string} title
   */
  add(block, title) {
    const { choice } = this.page;
    if (choice.blocks.length >= MOST_BLOCKS) {
      this.page.at("[data-status]").textContent = words.no_more_blocks({ most: MOST_BLOCKS });
      return;
    }
    const library = this.page.known();
    const place = placeOfNew(choice, (known) => closes(known, library));
    const made = added(choice, block, place);
    const { at } = compiled(made, library);
    this.page.edit(() => made, words.added({ title, place: at.indexOf(place) + 1, all: at.length }));
  }
}
