// Answers that come from elsewhere, by link or file: shown first, taken only when told to.
import { textOf } from "../../answers-store/files.js";
import { answersOnPaper } from "../../filled-pdf/answers-on-paper.js";
import * as records from "../../answers-store/answers-record.js";
import { RecordFault } from "../../answers-store/record.js";
import { dayOf } from "../../element/day.js";
import { button } from "../../element/element.js";
import { copyIn, isPdf } from "../../filled-pdf/dropping.js";
import { sharedAddress } from "../../element/shared-address.js";
import { LinkFault } from "../../share-link/packed.js";
import { fromLink, isLink, toLink } from "../../share-link/share-link.js";
import words from "../words.js";

/** @type {Partial<Record<RecordFault["reason"] | LinkFault["reason"], string>>} */
const FAULTS = {
  damaged: words.damaged,
  "too-long": words.too_long,
  newer: words.newer,
  unreadable: words.unreadable,
  nothing: words.nothing,
};

export class Exchange {
  /** @param {import("./assessment-page.js").AssessmentPage} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * An address that carries the answers.
   * @throws {LinkFault} where they are too many for one
   */
  link() {
    const { definition, record } = this.page;
    const at = record.updatedAt ?? this.page.now();
    const fragment = toLink({ assessment: definition.id, edition: definition.edition, at, answers: record.answers });
    return `${sharedAddress()}#${fragment}`;
  }

  /** Show what the address carries, if it carries answers. Says whether it does. */
  openLink() {
    const fragment = location.hash.slice(1);
    if (!isLink(fragment)) return false;
    try {
      const { assessment, edition, at, answers } = fromLink(fragment);
      const record = { edition, updatedAt: at, answers, history: [] };
      this.show(records.candidate({ assessment, record }, this.page.definition));
    } catch (fault) {
      this.refuse(fault);
    }
    return true;
  }

  /**
   * Offer what a file or a filled-in PDF holds.
   * @param {File} file
   */
  async takeChosen(file) {
    if (!isPdf(file)) {
      this.takeFile(await textOf(file));
      return;
    }
    const { definition } = this.page;
    const found = await copyIn(file, definition.id);
    if ("fault" in found) {
      this.page.clearNotes();
      this.page.note(`${found.fault} ${words.unchanged}`);
      return;
    }
    const answers = answersOnPaper(found.copy.values);
    const record = { edition: found.copy.edition || definition.edition, updatedAt: this.page.now(), answers, history: [] };
    try {
      this.offer(records.candidate({ assessment: definition.id, record }, definition));
    } catch (fault) {
      this.refuse(fault);
    }
  }

  /**
   * Offer what a file holds.
   * @param {string | null} text null stands for one that is too long
   */
  takeFile(text) {
    try {
      if (text === null) throw new RecordFault("too-long");
      this.offer(records.candidate(records.fromFile(text), this.page.definition));
    } catch (fault) {
      this.refuse(fault);
    }
  }

  /**
   * Say why something cannot be taken. What is no fault of a link or a file is thrown on.
   * @param {unknown} fault
   */
  refuse(fault) {
    if (!(fault instanceof LinkFault || fault instanceof RecordFault)) throw fault;
    const other = fault instanceof RecordFault ? fault.detail : "";
    this.page.clearNotes();
    this.page.note(FAULTS[fault.reason] ?? words.other_check({ check: other }));
  }

  /** @param {records.CurrentRecord} shared */
  show(shared) {
    const { answers, updatedAt } = shared.record;
    this.page.clearNotes();
    this.page.note(
      words.shared({ day: dayOf(updatedAt) }),
      button(words.copy_shared, () => this.copy(shared)),
      button(words.close_shared, () => this.close()),
    );
    if (shared.lost) this.page.noteLost(shared.lost);
    this.page.showShared(answers, updatedAt);
  }

  /** Go back to the person's own answers. */
  close() {
    history.replaceState(null, "", location.href.split("#")[0]);
    this.page.load();
  }

  /** @param {records.CurrentRecord} shared */
  copy(shared) {
    this.close();
    this.offer(shared);
  }

  /** @param {records.CurrentRecord} found */
  offer(found) {
    const { page } = this;
    page.catchUp();
    if (page.mode !== "mine") return;
    const { record, later } = records.withoutLater(found.record, page.now());
    const replace = () => this.take({ ...record, updatedAt: page.now() }, { later });
    const merge = () => {
      page.catchUp();
      const both = records.merged(page.record, record, page.now());
      this.take(both.record, { later, left: both.left });
    };
    if (!page.record.answers.size && !page.record.history.length) {
      replace();
      return;
    }
    page.clearNotes();
    page.note(
      this.preview({ ...found, record }),
      button(words.merge, merge),
      button(words.replace, replace),
      button(words.leave, () => page.load()),
    );
    page.notes.querySelector("button")?.focus();
  }

  /** @param {records.CurrentRecord} found */
  preview({ record, lost }) {
    const mine = this.page.record.answers;
    const differ = [...record.answers].filter(([id, value]) => mine.get(id) !== value).length;
    const past = record.history.length ? words.earlier_results(record.history.length) : "";
    const left = lost ? words.left_out(lost) : "";
    return words.found({
      answers: words.answers(record.answers.size),
      past,
      day: dayOf(record.updatedAt),
      differ: words.differ(differ),
      mine: mine.size,
      left,
    });
  }

  /**
   * @param {records.AnswersRecord} record
   * @param {{ later: number, left?: number }} without how many results were left out: of days to come, and for lack of room
   */
  take(record, { later, left = 0 }) {
    const { page } = this;
    page.change(words.taken_over, { ...record, edition: page.definition.edition });
    if (later) page.note(words.later_results(later));
    if (left) page.note(words.no_room(left, { most: records.MAX_HISTORY }));
  }
}
