// An entry, a page or the settings of the site in the editor: loading, saving, and what is said of it meanwhile.

/** @import { JustDone } from "./done.js" */
/** @import { Entry, Mapping, Route, Saved, Target, Which } from "./contract.d.ts" */
import * as api from "./api.js";
import { Answers } from "./answers.js";
import { Clash } from "./clash.js";
import { control } from "./controls.js";
import { Form } from "./form.js";
import { Frame } from "./frame.js";
import { holding } from "./holding.js";
import { Keeper } from "./keeper.js";
import { momentOf } from "./labels.js";
import { listen } from "./listening.js";
import { Fields } from "./part-field.js";
import { newName, openName } from "./new-name.js";
import * as saves from "./saves.js";
import { learnTitles } from "./titles.js";
import { named, rebased, same } from "./tree.js";
import { areLinks } from "./values.js";
import words from "./words.js";

const PAUSE = 150;

export class Editor {
  /** @param {Target} target @param {string} back @param {JustDone | null} [done] what was done to it just before */
  static async open(target, back, done = null) {
    const entry = await api.load(target);
    const editor = new Editor({ ...entry, target: { ...entry.target, ...(target.new && { new: true }) } }, back);
    await editor.begin();
    if (done) editor.tell(saves.toldDone(done, saves.thenIn(editor), entry));
  }

  /** @param {Entry} entry @param {string} back */
  constructor(entry, back) {
    this.entry = entry;
    this.base = entry.value;
    this.version = entry.version;
    this.keeper = new Keeper(entry.target);
    this.isSaving = false;
    /** @type {Route} the place that had the focus last */
    this.route = [];
    this.frame = new Frame(this, back || entry.address || "/");
    this.form = new Form({
      target: entry.target, value: entry.value, build: control, status: this.frame.status, onChange: (mark) => this.#changed(mark),
    });
    this.form.saved = entry.value;
    if (entry.target.new) this.form.fresh.add(this.form.root);
    this.clash = new Clash(this.form, this.frame, entry.form, (file, value) => {
      this.form.saved = this.base = file.value;
      this.version = file.version;
      this.form.replace(value);
      this.clash.show(null);
      this.#changed("");
      this.form.announce(words.settled);
    });
    this.answers = new Answers(this.form, this.frame, entry.problems, {
      wish: () => this.#wish(), isKept: () => this.keeper.isSafe, onChanged: (changed) => this.clash.show(changed),
    });
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
    this.answers.show(); // which decides what is expected
    this.form.show = () => this.#build();
    this.#build();
    this.frame.show();
    this.frame.page.follow();
    this.answers.show();
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
    this.answers.ask(mark ? PAUSE : 0);
  }

  /** What somebody wants, and what it was made from. */
  #wish() {
    return { target: this.form.target, version: this.version, base: this.base, value: this.form.value };
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

  // ---- saving ----

  /** @param {boolean} draft */
  async save(draft) {
    this.form.settle();
    const hindrance = this.#hindrance();
    if (hindrance) return this.frame.refuse(hindrance);
    if (!this.canSave) return undefined; // it is being saved
    this.form.fresh.clear(); // whoever saves wants to know
    if (this.clash.isOpen) return this.clash.refuse();
    if (this.form.target.new && !this.form.target.id) return this.#askTitle();
    if (!draft && this.answers.isUnsound) return this.#refuse();
    this.answers.drop();
    const sent = { ...this.#wish(), draft };
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
    this.answers.show();
    this.frame.show();
    this.frame.refuseFor(this.form.problems, this.answers.tried?.stands === "draft-only");
  }

  /** Without a title a new entry has no name. */
  #askTitle() {
    this.frame.refuse(words.not_saved({ why: words.title_first }));
    if (this.form.value.title) openName();
    else this.form.places.reveal(["title"]);
  }

  /** @param {unknown} fault @param {Mapping} sent */
  #notSaved(fault, sent) {
    const said = fault instanceof api.Refusal ? fault.answer : null;
    if (said?.problems && this.form.value === sent) {
      this.answers.refuse(sent, said.stands, said.problems);
      this.#refuse();
      return;
    }
    this.answers.fail(fault);
    if (this.clash.isOpen) this.clash.refuse();
    else if (fault instanceof api.Refusal) this.frame.refuse(words.not_saved({ why: fault.status ? fault.message : words.no_answer }));
  }

  /** @param {Saved} saved @param {Mapping} sent */
  async #saved(saved, sent) {
    const hold = holding(() => this.form.places.nodeAt(this.route)?.querySelector(":is(textarea, input, select)"));
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
    this.answers.show(saved.problems);
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
    const attempt = (/** @type {import("./menu.js").Act} */ { label, run }) => ({ label, run: () => Promise.resolve(run()).catch((fault) => this.answers.fail(fault)) });
    this.frame.tell(text, acts.map(attempt));
  }

  /** What is in the file by now, with what was typed here and not saved. @param {Entry} entry */
  async reload(entry) {
    const value = rebased(this.base, this.form.value, entry.value);
    this.#take(entry);
    await learnTitles(this.form, this.entry, value);
    this.form.replace(value);
    this.answers.show(entry.problems);
    this.#changed("");
  }

  /** What is open is in no file any more. What was typed stays in the browser. @param {string} address of what to open */
  giveUp(address) {
    this.answers.drop(); // what is gone is not asked about
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
    this.answers.ask();
  }

  /** A field has been left: from now on its problems are told. @param {Element} left @param {EventTarget | null} next */
  leaveField(left, next) {
    if (this.form.leave(left, next)) this.answers.showLater();
  }
}
