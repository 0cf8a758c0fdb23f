// What the program says of the value in the form: it is asked after each change, and the problems are shown.

/** @import { Changed, Mapping, Problem, Target, Tried } from "./contract.d.ts" */
/** @import { Form } from "./form.js" */
/** @import { Frame } from "./frame.js" */
import * as api from "./api.js";
import { asker } from "./asking.js";
import { pressing } from "./pressing.js";
import { named } from "./tree.js";
import words from "./words.js";

const AGAIN = 3000;

/** @type {Tried} */
const NOTHING = { problems: [], effects: [], lost_addresses: [], orphaned_answers: [], stands: "saved" };

/** @typedef {{ target: Target, version: string, base: Mapping, value: Mapping }} Wish a value that somebody wants, and what it was made from */
/**
 * @typedef {object} Answering
 * @property {() => Wish} wish what is in the form
 * @property {() => boolean} isKept whether what is typed survives the window
 * @property {(changed: Changed | null) => void} onChanged hears what somebody else changed as well; null: nothing
 */

export class Answers {
  /** @type {Tried | null} the last answer; null as long as nothing is known of the value as it is now */
  tried = null;
  /** @type {Mapping} the value that was asked about */
  #asked;
  /** @type {Mapping} the value that the last answer is about */
  #answered;
  #isRefused = false;

  /** @param {Form} form @param {Frame} frame @param {Problem[]} problems of what is saved @param {Answering} answering */
  constructor(form, frame, problems, { wish, isKept, onChanged }) {
    this.form = form;
    this.frame = frame;
    this.problems = problems;
    this.wish = wish;
    this.isKept = isKept;
    this.onChanged = onChanged;
    this.#asked = this.#answered = form.value;
    this.whenReleased = pressing(document);
    this.asking = asker(api.attempt, (answer) => this.whenReleased(() => this.#heard(answer)), (fault) => this.fail(fault));
  }

  /** Without a name, which a title gives it, a new entry has no place in a file yet. @param {number} [pause] */
  ask(pause) {
    if (!this.form.target.new || this.form.target.id) this.asking.ask(() => this.#question(), pause);
  }

  #question() {
    const wish = this.wish();
    this.#asked = wish.value;
    return wish;
  }

  /** Neither ask what waits nor hear what was asked. */
  drop() {
    this.asking.drop();
  }

  /** @param {Tried} answer */
  #heard(answer) {
    this.tried = answer;
    this.#answered = this.#asked;
    if (this.#isRefused) this.frame.notice(null);
    this.#isRefused = false;
    this.form.formulas = answer.formulas ?? {};
    if (this.#answered === this.form.value) this.form.unasked.clear();
    this.show(answer.problems);
    const isChanged = answer.conflicts?.length && answer.merged && answer.value && answer.version;
    this.onChanged(isChanged ? /** @type {Changed} */ (answer) : null);
    this.frame.show();
  }

  /** Show problems in the form: those that are known, or others. @param {Problem[]} [problems] */
  show(problems = this.problems) {
    this.problems = problems;
    this.form.complaints = this.tried || !this.form.target.new ? new Set(problems.map(({ route }) => named(route))) : null;
    this.form.problems = this.form.told(problems);
    this.form.showProblems();
  }

  /** Show what may be told by now, as soon as nothing is pressed any more. */
  showLater() {
    this.whenReleased(() => {
      this.show();
      this.frame.show();
    });
  }

  /** @param {unknown} fault */
  fail(fault) {
    if (!(fault instanceof api.Refusal)) throw fault;
    if (fault.changed) this.onChanged(fault.changed);
    else if (fault.status === 0) this.#lost();
    else {
      // Nothing is known of the value as it is now.
      this.tried = null;
      this.show([]);
      this.frame.notice(fault.message);
    }
    this.#isRefused = !fault.changed;
    this.frame.show();
  }

  #lost() {
    this.frame.notice(this.isKept() ? words.no_answer : words.no_answer_nor_kept);
    this.asking.ask(() => this.#question(), AGAIN);
  }

  /** Whether the value in the form is known to be one that cannot be saved. */
  get isUnsound() {
    const isKnown = this.#answered === this.form.value;
    return isKnown && (this.tried?.stands ?? "saved") !== "saved" && this.problems.length > 0;
  }

  /** A value was refused that was to be saved. @param {Mapping} value @param {Tried["stands"]} stands @param {Problem[]} problems */
  refuse(value, stands, problems) {
    this.#answered = value;
    this.tried = { ...(this.tried ?? NOTHING), stands };
    this.problems = problems;
  }
}
