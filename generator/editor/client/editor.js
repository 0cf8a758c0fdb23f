// An entry, a page or the settings of the site in the editor: loading, saving, and what is said of it meanwhile.

/** @import { JustDone } from "./done.js" */
/** @import { Changed, Entry, Mapping, Problem, Route, Saved, Target, Tried, Which } from "./contract.d.ts" */
import * as api from "./api.js";
import { asker } from "./asking.js";
import { conflictPanel } from "./conflict-panel.js";
import { sameClash, settled } from "./conflicts.js";
import { control } from "./controls.js";
import { toldDone } from "./done.js";
import { Form } from "./form.js";
import { Frame } from "./frame.js";
import { holding } from "./holding.js";
import { Keeper } from "./keeper.js";
import { momentOf } from "./labels.js";
import { listen } from "./listening.js";
import { Fields } from "./part-field.js";
import { pressing } from "./pressing.js";
import { newName, openName } from "./new-name.js";
import * as saves from "./saves.js";
import { learnTitles } from "./titles.js";
import { named, rebased, same } from "./tree.js";
import { areLinks } from "./values.js";
import words from "./words.js";

const PAUSE = 150;
const AGAIN = 3000;

/** @type {Tried} */
const NOTHING = { problems: [], effects: [], lost_addresses: [], orphaned_answers: [], stands: "saved" };

export class Editor {
  /** @param {Target} target @param {string} back @param {JustDone | null} [done] what was done to it just before */
  static async open(target, back, done = null) {
    const entry = await api.load(target);
    const editor = new Editor({ ...entry, target: { ...entry.target, ...(target.new && { new: true }) } }, back);
    await editor.begin();
    if (done) editor.tell(toldDone(done, saves.thenIn(editor), entry));
  }

  /** @param {Entry} entry @param {string} back */
  constructor(entry, back) {
    this.entry = entry;
    this.base = entry.value;
    this.version = entry.version;
    this.keeper = new Keeper(entry.target);
    /** @type {Tried | null} */
    this.tried = null;
    this.asked = this.answered = this.base; // the values that the program was asked about, and last answered
    this.problems = entry.problems;
    this.isSaving = this.isRefused = false;
    /** @type {Changed | null} */
    this.changed = null;
    /** @type {Route} the place that had the focus last */
    this.route = [];
    this.frame = new Frame(this, back || entry.address || "/");
    this.form = new Form({
      target: entry.target, value: entry.value, build: control, status: this.frame.status, onChange: (mark) => this.#changed(mark),
    });
    this.form.saved = entry.value;
    if (entry.target.new) this.form.fresh.add(this.form.root);
    this.whenReleased = pressing(document);
    this.asking = asker(api.attempt, (answer) => this.whenReleased(() => this.#heard(answer)), (fault) => this.fail(fault));
    listen(this);
  }

  get isDirty() {
    return !same(this.form.value, this.base);
  }

  get canSave() {
    return this.entry.read_only === "" && !this.isSaving && (this.isDirty || this.form.target.new === true);
  }

  async begin() {
    // Nothing is typed before it is known what was typed before.
    const [isFirst] = await Promise.all([this.keeper.claim(), learnTitles(this.form, this.entry, this.entry.value)]);
    if (this.entry.target.new) this.#openUsual();
    this.#showProblems(this.problems); // which decide what is expected
    this.form.show = () => this.#build();
    this.#build();
    this.frame.show();
    this.frame.page.follow();
    this.#showProblems(this.problems);
    if (!isFirst) this.frame.notice(words.other_window);
    this.#restore();
    this.retry();
  }

  /** Nearly every entry has links and words to be found by, so a new one asks for them. */
  #openUsual() {
    const isUsual = (/** @type {import("./contract.d.ts").Field} */ { usual, shape }) => usual || areLinks(shape.parts?.[0]?.fields ?? []);
    for (const { name } of this.entry.form.fields.filter(isUsual)) this.form.opened.add(named([name]));
  }

  #build() {
    const fields = new Fields(this.form, this.form.root, this.entry.form.fields, { id: "entry", label: "", describedBy: "", isOptional: false, level: 2 });
    if (this.form.target.new) fields.node.firstElementChild?.after(newName(this.form, () => this.#changed("name")));
    this.form.node.replaceChildren(fields.node);
    this.frame.put(this.form.node);
  }

  // ---- what is typed ----

  /** @param {string} mark */
  #changed(mark) {
    this.frame.refuse(null);
    this.#keep();
    this.frame.show();
    this.#ask(mark ? PAUSE : 0);
  }

  /** Without a name, which a title gives it, a new entry has no place in a file yet. @param {number} [pause] */
  #ask(pause) {
    if (!this.form.target.new || this.form.target.id) this.asking.ask(() => this.#sent(), pause);
  }

  #sent() {
    this.asked = this.form.value;
    return { target: this.form.target, version: this.version, base: this.base, value: this.asked };
  }

  #keep() {
    this.keeper.keep(this.isDirty ? { version: this.version, base: this.base, value: this.form.value } : null);
  }

  /** What was typed before and not saved is in the form again, and may be given up. */
  #restore() {
    const { kept } = this.keeper;
    if (!kept || same(kept.value, this.entry.value)) return;
    const loaded = { base: this.base, version: this.version };
    const restore = () => {
      Object.assign(this, { base: kept.base, version: kept.version });
      this.form.replace(kept.value);
      this.frame.notice(words.restored({ at: momentOf(kept.at) }), [{ label: words.discard, run: discard }, { label: words.keep_it, run: () => this.frame.notice(null) }]);
    };
    const discard = () => {
      Object.assign(this, loaded);
      this.form.replace(this.entry.value);
      this.frame.notice(words.discarded, [{ label: words.bring_back, run: restore }, { label: words.close, run: () => this.frame.notice(null) }]);
    };
    restore();
    void learnTitles(this.form, this.entry, kept.value).then(() => this.form.rebuild());
  }

  // ---- what the program says ----

  /** @param {Tried} answer */
  #heard(answer) {
    this.tried = answer;
    this.answered = this.asked;
    if (this.isRefused) this.frame.notice(null);
    this.isRefused = false;
    this.form.formulas = answer.formulas ?? {};
    if (this.answered === this.form.value) this.form.unasked.clear();
    this.#showProblems(answer.problems);
    if (answer.conflicts?.length && answer.merged && answer.value && answer.version) this.#conflict(/** @type {Changed} */ (answer));
    else this.#settled();
    this.frame.show();
  }

  /** @param {Problem[]} problems */
  #showProblems(problems) {
    this.problems = problems;
    this.form.complaints = this.tried || !this.form.target.new ? new Set(problems.map(({ route }) => named(route))) : null;
    this.form.problems = this.form.told(problems);
    this.form.showProblems();
  }

  /** @param {unknown} fault */
  fail(fault) {
    if (!(fault instanceof api.Refusal)) throw fault;
    if (fault.changed) this.#conflict(fault.changed);
    else if (fault.status === 0) this.#lost();
    else {
      // Nothing is known of the value as it is now.
      this.tried = null;
      this.#showProblems([]);
      this.frame.notice(fault.message);
    }
    this.isRefused = !fault.changed;
    this.frame.show();
  }

  #lost() {
    this.frame.notice(this.keeper.isSafe ? words.no_answer : words.no_answer_nor_kept);
    this.asking.ask(() => this.#sent(), AGAIN);
  }

  /** @param {Changed} changed */
  #conflict(changed) {
    // Whoever goes on typing keeps the choices made so far.
    const isShown = this.changed !== null && sameClash(this.changed, changed);
    this.changed = changed;
    if (isShown) return;
    this.frame.conflicts(conflictPanel(this.form, this.entry.form, changed, (chosen) => {
      const newest = this.changed ?? changed;
      this.form.saved = this.base = newest.value;
      this.version = newest.version;
      this.form.replace(settled(newest, chosen));
      this.#settled();
      this.#changed("");
      this.form.announce(words.settled);
    }));
    this.frame.focusConflicts();
  }

  #settled() {
    if (this.changed) this.frame.conflicts(null);
    this.changed = null;
  }

  // ---- saving ----

  /** @param {boolean} draft */
  async save(draft) {
    this.form.settle();
    const hindrance = this.#hindrance();
    if (hindrance) return this.frame.refuse(hindrance);
    if (!this.canSave) return undefined; // it is being saved
    this.form.fresh.clear(); // whoever saves wants to know
    if (this.changed) return this.#refuseClash();
    if (this.form.target.new && !this.form.target.id) return this.#askTitle();
    if (!draft && this.answered === this.form.value && (this.tried?.stands ?? "saved") !== "saved" && this.problems.length) return this.#refuse();
    this.asking.drop();
    const sent = { ...this.#sent(), draft };
    this.isSaving = true;
    this.frame.refuse(null);
    this.frame.busy(true);
    try {
      const saved = await api.save(sent);
      await this.#saved(saved, sent.value);
    } catch (fault) {
      this.#notSaved(fault, sent.value);
    } finally {
      this.isSaving = false;
      this.frame.busy(false);
    }
  }

  /** Why there is nothing that could be saved; empty if there is. */
  #hindrance() {
    if (this.entry.read_only) return words.not_saved({ why: this.entry.read_only });
    return this.isDirty || this.form.target.new ? "" : words.nothing_to_save;
  }

  /** Say what stops the save, and lead to the first of it. */
  #refuse() {
    this.#showProblems(this.problems);
    this.frame.show();
    this.frame.refuseFor(this.form.problems, this.tried?.stands === "draft-only");
  }

  #refuseClash() {
    this.frame.refuse(words.not_saved({ why: words.conflicts(this.changed?.conflicts.length ?? 0) }));
    this.frame.focusConflicts();
  }

  /** Without a title a new entry has no name. */
  #askTitle() {
    this.frame.refuse(words.not_saved({ why: words.title_first }));
    if (this.form.value.title) openName();
    else this.form.reveal(["title"]);
  }

  /** @param {unknown} fault @param {Mapping} sent */
  #notSaved(fault, sent) {
    const problems = fault instanceof api.Refusal ? fault.answer?.problems : undefined;
    if (problems && this.form.value === sent) {
      this.answered = sent;
      this.tried = { ...(this.tried ?? NOTHING), stands: fault instanceof api.Refusal && fault.answer.stands };
      this.problems = problems;
      this.#refuse();
      return;
    }
    this.fail(fault);
    if (this.changed) this.#refuseClash();
    else if (fault instanceof api.Refusal) this.frame.refuse(words.not_saved({ why: fault.status ? fault.message : words.no_answer }));
  }

  /** @param {Saved} saved @param {Mapping} sent */
  async #saved(saved, sent) {
    const hold = holding(() => this.form.nodeAt(this.route)?.querySelector(":is(textarea, input, select)"));
    this.keeper.keep(null);
    this.form.saved = sent;
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const entry = await api.load(saved.target);
    const isNew = this.form.target.new;
    const value = rebased(sent, this.form.value, entry.value);
    this.#take(entry);
    if (isNew) {
      history.replaceState(null, "", `?${new URLSearchParams(api.asQuery(entry.target))}`);
      this.frame.renew(entry.address);
    }
    await learnTitles(this.form, this.entry, value);
    if (isNew || !same(value, this.form.value)) {
      this.form.replace(value);
      this.form.rebuild();
    }
    this.frame.notice(null);
    this.#showProblems(saved.problems);
    const sentence = this.frame.saved(saved.problems, saved.effects);
    this.form.announce(sentence);
    this.#changed("");
    hold();
    if (document.activeElement === document.body) {
      before?.focus();
      if (document.activeElement === document.body) this.frame.focusDone();
    }
    this.frame.sayDone(sentence);
  }

  /** @param {Entry} entry */
  #take(entry) {
    this.entry = entry;
    this.base = entry.value;
    this.version = entry.version;
    this.form.saved = entry.value;
    this.keeper.become(entry.target);
    this.form.target = entry.target;
  }

  /** Go one step back or forward in what was done in this form. @param {Which} which */
  step(which) {
    if (this.form.step(which)) this.form.announce(which === "undo" ? words.undone : words.redone);
  }

  // ---- saves that are taken back and made again ----

  /** @param {Which} which */
  moveSave(which) {
    return saves.ask(which, saves.thenIn(this), this.isDirty ? words.typed_stays : "");
  }

  /** Say what was done, with what leads back. @param {ReturnType<typeof saves.toldOf>} told */
  tell({ text, acts }) {
    const attempt = (/** @type {import("./menu.js").Act} */ { label, run }) => ({ label, run: () => Promise.resolve(run()).catch((fault) => this.fail(fault)) });
    this.frame.tell(text, acts.map(attempt));
  }

  /** What is in the file by now, with what was typed here and not saved. @param {Entry} entry */
  async reload(entry) {
    const value = rebased(this.base, this.form.value, entry.value);
    this.#take(entry);
    await learnTitles(this.form, this.entry, value);
    this.form.replace(value);
    this.#showProblems(entry.problems);
    this.#changed("");
  }

  /** What is open is in no file any more. What was typed stays in the browser. @param {string} address of what to open */
  giveUp(address) {
    this.asking.drop(); // what is gone is not asked about
    this.base = this.form.value;
    location.assign(address);
  }

  /** Give up what is not saved: what it is of is gone, or has another name. */
  leave() {
    this.keeper.keep(null);
    this.base = this.form.value;
  }

  /** What is not saved goes along to where this is now. @param {Target} target */
  leaveFor(target) {
    this.keeper.move(target);
    this.base = this.form.value;
  }

  /** Ask again what the program says of the form. */
  retry() {
    this.#ask();
  }

  /** A field has been left: from now on its problems are told. @param {Element} left @param {EventTarget | null} next */
  leaveField(left, next) {
    if (!this.form.leave(left, next)) return;
    this.whenReleased(() => {
      this.#showProblems(this.problems);
      this.frame.show();
    });
  }
}
