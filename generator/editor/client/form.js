// The form of an entry: its value, what was undone, and the problems at its fields.

/** @import { Data, Formula, Mapping, Problem, Route, Shape, Target, Title } from "./contract.d.ts" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { begun, paused, redone, stepped, undone } from "./history.js";
import { Place } from "./place.js";
import { Places } from "./places.js";
import { inPageOrder, leadsThrough, placed } from "./problems.js";
import { told } from "./severity.js";
import { named, same, withValue } from "./tree.js";

/** @typedef {{ id: string, label: string, describedBy: string, isOptional: boolean, isRequired?: boolean, level: number, isRow?: boolean, isNew?: boolean, one?: string, isTwin?: boolean }} Look How a control is named: its id, its label, the elements that describe it, whether it may be left out and whether a save is refused then, the level of headings below, and what one of its items is called. A row shows all of its fields without their help; a new part those that are usual. */
/** @typedef {{ node: HTMLElement, isGroup?: boolean, tools?: HTMLElement, acts?: import("./menu.js").Act[] }} Control What shows a value. The element with the id takes the focus. The tools stand beside the label; where there is none, the acts are in the menu of the item. */
/** @typedef {(form: Form, shape: Shape, place: Place, look: Look) => Control} Builder */

export class Form {
  /** @type {Map<string, Title>} the titles of entries that links lead to */
  titles = new Map();
  /** @type {Problem[]} */
  problems = [];
  /** @type {Record<string, Formula>} */
  formulas = {};
  /** @type {Set<string>} fields that somebody opened, by their routes */
  opened = new Set();
  /** @type {Set<string>} fields that somebody took away, by their routes */
  closed = new Set();
  /** @type {Set<string> | null} the routes of what rules complain of, told or not; null as long as nobody was asked */
  complaints = null;
  /** @type {Set<string>} parts that were added since the rules were asked, by their routes */
  unasked = new Set();
  /** @type {Set<Place>} what is new: its problems are told when its fields have been left, or when it is to be saved */
  fresh = new Set();
  /** @type {Mapping} */
  #saved = {};
  /** @type {[Element, () => void][]} what follows the value, as long as the element is in the form */
  #following = [];
  #ids = 0;

  /**
   * @param {object} options
   * @param {Target} options.target
   * @param {Mapping} options.value
   * @param {Builder} options.build
   * @param {HTMLElement} options.status the live region
   * @param {(mark: string) => void} options.onChange
   */
  constructor({ target, value, build, status, onChange }) {
    this.target = target;
    this.history = begun(value);
    this.builder = build;
    this.status = status;
    this.onChange = onChange;
    this.root = new Place(null, "", { read: () => this.value, write: (data, mark) => this.#write(data, mark) });
    this.node = element("div", { class: "form" });
    this.places = new Places(this.node);
    this.tried = new EventTarget(); // hears when there are new answers; another one after each building anew
    this.show = () => {};
  }

  get value() {
    return this.history.present;
  }

  /** The value that is in the file. */
  get saved() {
    return this.#saved;
  }

  set saved(value) {
    this.#saved = value;
    this.#follow();
  }

  /** Have something done whenever the value in the form or in the file is another one. @param {Element} node @param {() => void} show */
  whenChanged(node, show) {
    this.#following.push([node, show]);
  }

  #follow() {
    this.#following = this.#following.filter(([node]) => node.isConnected);
    for (const [, show] of this.#following) show();
  }

  /** @param {Data | undefined} data @param {string} mark */
  #write(data, mark) {
    const value = /** @type {Mapping} */ (data ?? {});
    if (same(value, this.value)) return;
    this.history = stepped(this.history, value, mark);
    this.#follow();
    this.onChange(mark);
  }

  /** Put a whole value in place of this one, as a step that can be undone. @param {Mapping} value */
  replace(value) {
    this.#write(value, "");
    this.rebuild();
  }

  /** Typing from now on is a step of its own. */
  pause() {
    this.history = paused(this.history);
  }

  /** @param {"undo" | "redo"} which whether anything was left to undo or redo is the answer */
  step(which) {
    const before = this.value;
    this.history = (which === "undo" ? undone : redone)(this.history);
    if (same(before, this.value)) return false;
    this.onChange("");
    this.rebuild();
    return true;
  }

  get canUndo() {
    return this.history.past.length > 0;
  }

  get canRedo() {
    return this.history.future.length > 0;
  }

  newId() {
    this.#ids += 1;
    return `f${this.#ids}`;
  }

  /** @param {Shape} shape @param {Place} place @param {Look} look */
  control(shape, place, look) {
    return this.builder(this, shape, place, look);
  }

  /** Say what happened to those who do not see it. @param {string} text */
  announce(text) {
    this.status.replaceChildren(element("p", {}, text));
  }

  /** @param {string} id */
  titleOf(id) {
    return this.titles.get(id)?.title;
  }

  /** Whether nobody has asked the rules yet what they say of a place. @param {Route} route */
  isUnasked(route) {
    return this.complaints === null || route.some((_, at) => this.unasked.has(named(route.slice(0, at + 1))));
  }

  // ---- what is still open ----

  /** @type {Set<() => void>} */
  #open = new Set();

  /** Something is open that a save has to end first, such as a search for a link. Gives what says that it is no more. @param {() => void} end */
  pending(end) {
    this.#open.add(end);
    return () => this.#open.delete(end);
  }

  /** End what is open. */
  settle() {
    for (const end of [...this.#open]) end();
    this.#open.clear();
  }

  /** Build the whole form anew. What is open stays open, and the focus stays where it is. */
  rebuild() {
    const active = document.activeElement;
    const within = this.node.contains(active);
    const route = within ? this.places.placeOf(active)?.route : undefined;
    const marked = active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : null;
    const open = this.places.unfolded();
    const fresh = [...this.fresh].map((place) => named(place.route.map(String)));
    this.tried = new EventTarget();
    this.#open.clear();
    this.show();
    this.fresh = new Set([this.root, ...this.places.shown().map(({ place }) => place)].filter((place) => fresh.includes(named(place.route.map(String)))));
    for (const one of open) this.places.reveal(one, false);
    if (route) this.places.reveal(route);
    const again = document.activeElement;
    if (marked && again instanceof HTMLTextAreaElement) again.setSelectionRange(marked[0] ?? 0, marked[1] ?? 0);
    this.showProblems();
  }

  // ---- problems ----

  /** A field has been left, and perhaps what it stands in. Whether something may be told now that was not. @param {Element} left @param {EventTarget | null} next */
  leave(left, next) {
    for (let holder = this.fresh.size ? left.closest("[data-place]") : null; holder instanceof HTMLElement; holder = holder.parentElement?.closest("[data-place]") ?? null) {
      if (next instanceof Node && holder.contains(next)) break;
      holder.dataset.touched = "yes";
      if (!next) break; // the window was left, or what is no field was clicked
    }
    return this.fresh.size > 0;
  }

  /** The problems without those of new parts that nobody has come to yet. @param {Problem[]} problems */
  told(problems) {
    const shown = this.places.shown();
    const empty = shown.filter(({ place }) => place.isUnmade).map(({ place }) => named(place.route.map(String)));
    // What is made from a text is missing because that is.
    const others = problems.filter((problem) => !empty.includes(named(problem.route.map(String))));
    return inPageOrder(this.fresh.size ? this.#come(others, shown) : others, shown.map(({ place }) => place.route));
  }

  /** A button that corrects a problem. @param {Problem} problem */
  #remedy({ remedy }) {
    if (!remedy) return null;
    return button(remedy.label, () => this.apply(remedy), { class: "add" });
  }

  /** Correct a problem, and lead to what is to be read of it. @param {import("./contract.d.ts").Remedy} remedy */
  apply({ put, add, lead }) {
    const value = put.reduce((data, one) => /** @type {Mapping} */ (withValue(data, one.route, one.value)), { ...this.value });
    for (const [name, item] of Object.entries(add)) value[name] = [...itemsOf(value[name]), item];
    this.replace(value);
    this.places.reveal(lead);
  }

  /** The problems of places that are not new, or that somebody has left. @param {Problem[]} problems @param {{ node: HTMLElement, place: Place }[]} shown */
  #come(problems, shown) {
    const fresh = [...this.fresh].map((place) => place.route);
    return problems.filter((problem) => {
      const way = shown.filter(({ place }) => !problem.elsewhere && leadsThrough(problem.route, place.route));
      const at = way.toSorted((one, other) => other.place.route.length - one.place.route.length).at(0);
      const isFresh = fresh.some((route) => leadsThrough(at?.place.route ?? [], route));
      return !isFresh || at?.node.dataset.touched !== undefined;
    });
  }

  /** Show each problem at its field. */
  showProblems() {
    this.tried.dispatchEvent(new Event("tried"));
    const shown = this.places.shown();
    const found = placed(this.problems, shown.map(({ place }) => place.route));
    for (const { node, place } of shown) {
      const room = node.querySelector(":scope > [data-said]");
      if (!room) continue;
      const problems = found.get(named(place.route.map(String))) ?? [];
      const texts = problems.map((problem) => element("p", { class: problem.severity }, told(problem, true), this.#remedy(problem)));
      if (room.textContent !== texts.map((text) => text.textContent).join("")) room.replaceChildren(...texts);
      const isWrong = problems.some((problem) => problem.severity === "error");
      node.classList.toggle("is-wrong", isWrong);
      node.classList.toggle("is-doubtful", problems.length > 0 && !isWrong);
      const input = document.getElementById(room.id.replace(/-said$/, ""));
      if (!input?.matches("input, textarea, select")) continue;
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

/** @param {Data | undefined} data */
const itemsOf = (data) => (Array.isArray(data) ? data : []);
