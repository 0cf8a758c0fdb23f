// The page that makes a pack: keeps the choice in the address, says how many pages it gives, and joins the PDF.
import { nameOf } from "../../answers-store/files.js";
import { element } from "../../element/element.js";
import { filling } from "../../element/filling.js";
import { all, one } from "../../element/find.js";
import { numberIn } from "../../element/number.js";
import { sharedAddress } from "../../element/shared-address.js";
import { reckoning, withReckoning } from "../../print-pack/lazy/pack-count.js";
import { unfoldBelow } from "../../print-pack/lazy/pack-bar.js";
import { choiceIn, earlier, fragmentOf, MOST_PEOPLE } from "../../print-pack/lazy/pack-choice.js";
import { pagesOf } from "../../session/lazy/papers.js";
import { fromLink, toLink } from "../../session/lazy/session-link.js";
import { keptNames } from "../../session-papers/lazy/names-store.js";
import { TITLES } from "../../session-papers/lazy/paper-titles.js";
import { LinkFault } from "../../share-link/packed.js";
import { assembled, isSame } from "./pack-assembled.js";
import { packFile, pagesOf as pagesOfPack } from "./pack-file.js";
import words, { writing } from "../words.js";

/** @typedef {import("../../print-pack/lazy/pack-choice.js").Choice} Choice */
/** @typedef {import("./pack-file.js").Pack} Pack */

/**
 * The file of cards to cut out, and who shares a set.
 * @param {string} text
 */
function cardsOf(text) {
  const [path, each, number] = text.split(" ");
  return { path, each, number: Number(number) };
}

class PackPdf extends HTMLElement {
  leaving = new AbortController();
  /** @type {Map<string, HTMLInputElement>} what can be chosen, by the ids of the sheets */
  boxes = new Map();
  /** @type {Choice} */
  choice = { paper: "a4", people: 1, seed: 1, notes: false, collate: "sheet", sides: 1, session: "", sheets: [] };
  /** @type {Promise<Pack | null>} */
  ready = Promise.resolve(null);
  /** The address of the PDF that was made last. */
  made = "";

  connectedCallback() {
    this.leaving.abort();
    this.leaving = new AbortController();
    const options = { signal: this.leaving.signal };
    this.boxes = new Map(all(this, "[name=sheet]", HTMLInputElement).map((box) => [box.value, box]));
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.changed(target), options);
    this.addEventListener("click", ({ target }) => target instanceof Element && this.press(target.closest("button")), options);
    addEventListener("hashchange", () => filling(() => this.follow()), options);
    one(this, "[data-needs-script]", HTMLElement).hidden = false;
    unfoldBelow(this);
    filling(() => this.follow());
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.forget();
  }

  /** What is chosen in the form, such as before this script came, as it stands in an address. */
  chosen() {
    const checked = (/** @type {string} */ name) => all(this, `[name=${name}]:checked`, HTMLInputElement).map((field) => field.value);
    const names = ["paper", "collate", "sides", "notes"].map((name) => `${name}=${checked(name).join()}`);
    return `#${names.join("&")}&people=${one(this, "[name=people]", HTMLInputElement).value}&sheets=${checked("sheet").join()}`;
  }

  /** Take the choice from the address, or from the form if the address has none. */
  follow() {
    this.choice = choiceIn(location.hash || location.search || this.chosen(), this.boxes);
    const { paper, people, notes, collate, sides, sheets } = this.choice;
    for (const radio of all(this, "[name=paper]", HTMLInputElement)) radio.checked = radio.value === paper;
    for (const radio of all(this, "[name=collate]", HTMLInputElement)) radio.checked = radio.value === collate;
    const field = one(this, "[name=people]", HTMLInputElement);
    field.value = String(people);
    field.setAttribute("aria-invalid", "false");
    one(this, "[name=notes]", HTMLInputElement).checked = notes;
    one(this, "[name=sides]", HTMLInputElement).checked = sides === 2;
    for (const [id, box] of this.boxes) box.checked = sheets.includes(id);
    this.show();
  }

  /** @param {HTMLInputElement} field */
  changed(field) {
    const { sheets } = this.choice;
    if (field.name === "sheet") {
      this.choose({ sheets: field.checked ? [...sheets, field.value] : sheets.filter((id) => id !== field.value) });
    } else if (field.name === "notes") this.choose({ notes: field.checked });
    else if (field.name === "sides") this.choose({ sides: field.checked ? 2 : 1 });
    else if (field.name === "people") this.people(field);
    else this.choose({ [field.name]: field.value });
  }

  /**
   * Take the number of people. As long as it is none that fits, no PDF is made: it would be that of others.
   * @param {HTMLInputElement} field
   */
  people(field) {
    const found = numberIn(field.value, writing);
    const people = found && "value" in found ? found.value : NaN;
    const fits = Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE;
    field.setAttribute("aria-invalid", String(!fits));
    if (fits) this.choose({ people });
    else {
      this.say(words.people_wrong({ most: MOST_PEOPLE }));
      this.allow();
    }
  }

  /** @param {Partial<Choice>} part */
  choose(part) {
    this.choice = { ...this.choice, ...part };
    history.replaceState(history.state, "", location.pathname + fragmentOf(this.choice));
    this.show();
  }

  allow() {
    const wrong = this.querySelector("[aria-invalid=true]") !== null;
    one(this, "[data-action=make]", HTMLButtonElement).disabled = wrong || !this.hasSomething();
  }

  hasSomething() {
    return this.choice.sheets.length > 0 || this.session() !== null;
  }

  /** @param {HTMLButtonElement | null} button */
  async press(button) {
    const place = Number(button?.dataset.place);
    if (button?.dataset.action === "make") await this.make();
    if (button?.dataset.action === "link") await this.copyLink();
    if (button?.dataset.action === "without") {
      this.leaveOut(button.dataset.paper ?? "");
      one(this, "[data-action=make]", HTMLButtonElement).focus();
    }
    if (button?.dataset.action === "earlier") {
      this.choose({ sheets: earlier(this.choice.sheets, place) });
      const [again] = all(this, `[data-action=earlier][data-place="${Math.max(1, place - 1)}"]`, HTMLButtonElement);
      again?.focus();
    }
  }

  /** Copy a link to the choice. While the number of people is none that fits there is none: the pack would be that of others. */
  async copyLink() {
    const wrong = this.querySelector("[aria-invalid=true]");
    if (wrong instanceof HTMLInputElement) {
      this.say(words.people_wrong({ most: MOST_PEOPLE }));
      wrong.focus();
      return;
    }
    try {
      await navigator.clipboard.writeText(sharedAddress() + location.hash);
      this.say(words.copied);
    } catch {
      this.say(words.not_copied);
    }
  }

  /** @param {import("../../element/element.js").Child[]} said */
  say(...said) {
    one(this, "[data-status]").replaceChildren(...said.filter((part) => part instanceof Node || typeof part === "string"));
  }

  /**
   * Who shares a sheet, and what is printed of it.
   * @param {string} id
   * @returns {import("./pack-sheets.js").Rule}
   */
  rule(id) {
    const box = this.boxes.get(id);
    const { sort = "sheet", notes = "no", each = "person", number = "1", cards = "" } = box?.dataset ?? {};
    const title = box?.closest("label")?.textContent.trim() ?? id;
    return { id, title, sort, notes: notes === "yes", each: sort === "run" ? "room" : each, number: Number(number), cards: cards.split(",").filter(Boolean).map(cardsOf) };
  }

  show() {
    one(this, "[data-order]").replaceChildren(...this.sessionLines(), ...this.choice.sheets.map((id, place) => this.line(id, place)));
    this.allow();
    this.forget();
    this.ready = this.assemble(this.choice);
  }

  /**
   * A sheet of the pack in the list of what is printed. How many copies there are follows when its PDF is there.
   * @param {string} id
   * @param {number} place
   */
  line(id, place) {
    const { title } = this.rule(id);
    const attributes = { type: "button", "aria-label": words.earlier_what({ title }), "data-action": "earlier", "data-place": place };
    const why = this.reckoning(id);
    const said = why ? element("span", { class: "pack-about" }, ` (${why})`) : null;
    return element("li", {}, element("span", { "data-line": id }, title), said, place ? element("button", attributes, words.earlier) : null);
  }

  /** Why there are so many of a sheet. @param {string} id */
  reckoning(id) {
    const { each, number, sort } = this.rule(id);
    return sort === "run" ? "" : reckoning(this.choice.people, { each, number, isSet: sort === "roles" });
  }

  /** What a session has besides its sheets, in the list of what is printed; there is a way to leave papers out. */
  sessionLines() {
    const session = this.session();
    if (!session) return [];
    const papers = pagesOf(session.papers, session.people, this.names()).map(({ paper, pages }) => {
      const title = TITLES.get(paper) ?? paper;
      const attributes = { type: "button", "aria-label": words.without_what({ title }), "data-action": "without", "data-paper": paper };
      return element("li", {}, element("span", {}, words.paper_line({ title, pages: words.pages(pages) })), element("button", attributes, words.without));
    });
    return [element("li", {}, this.choice.notes ? words.session_texts : words.session_agenda), ...papers];
  }

  /**
   * The session that the pack is for, for as many people as the pack; null if there is none that can be read.
   * @returns {import("../../session/lazy/session-link.js").Choice | null}
   */
  session() {
    const { session, people, collate } = this.choice;
    try {
      return session ? { ...fromLink(session), people, collation: collate, names: this.names() } : null;
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return null;
    }
  }

  /**
   * Leave a paper out of the session.
   * @param {string} paper
   */
  leaveOut(paper) {
    const session = this.session();
    if (session) this.choose({ session: toLink({ ...session, papers: session.papers.filter((kept) => kept !== paper), names: [] }) });
  }

  /** The names that the page which plans sessions has kept in this browser; as many as a pack can be for. */
  names() {
    return keptNames(this.dataset.siteId ?? "").slice(0, MOST_PEOPLE);
  }

  /**
   * Fetch what a pack needs, and say how many pages it has. Only the last choice counts.
   * @param {Choice} choice
   * @returns {Promise<Pack | null>}
   */
  async assemble(choice) {
    const chosen = this.session();
    const damaged = choice.session && !chosen ? words.damaged : "";
    if (!this.hasSomething()) {
      this.say(damaged || words.too_few);
      return null;
    }
    this.say(words.fetching);
    const { print = "", site = "", language = "" } = this.dataset;
    const rules = choice.sheets.map((id) => this.rule(id));
    const { pack, said } = await assembled({ host: this, choice, chosen, rules, names: this.names(), print, site, language, label: this.paperLabel(choice.paper) });
    const pages = pack && isSame(choice, this.choice) ? await this.sizeOf(pack) : "";
    const size = pages && !chosen ? withReckoning(pages, choice.sheets.map((id) => this.reckoning(id))) : pages;
    if (!isSame(choice, this.choice)) return null;
    for (const { id, title, copies } of pack?.sheets ?? []) one(this, `[data-line="${id}"]`).textContent = (this.rule(id).sort === "roles" ? words.line_sets : words.line)(copies, { title });
    this.say([size, damaged, ...said].filter(Boolean).join(" "));
    return pack;
  }

  /** @param {string} paper */
  paperLabel(paper) {
    return one(this, `[name=paper][value=${paper}]`, HTMLInputElement).closest("label")?.textContent.trim() ?? "";
  }

  /** @param {Pack} pack */
  async sizeOf(pack) {
    const pages = await pagesOfPack(pack);
    return `${words.ready(pages)}${pack.how.sides === 2 ? ` ${words.leaves(Math.ceil(pages / 2))}` : ""}`;
  }

  async make() {
    const { choice } = this;
    const pack = await this.ready;
    if (!pack || !isSame(choice, this.choice)) return;
    this.say(words.making);
    const [size, file] = [await this.sizeOf(pack), await packFile(pack)];
    if (!isSame(choice, this.choice)) return;
    this.forget();
    this.made = URL.createObjectURL(file);
    const { session, sheets, people, paper } = choice;
    const name = `${nameOf(session ? pack.title : "", sheets[0]?.replace("/", "-") ?? "pack")}-${people}-${paper}.pdf`;
    const link = element("a", { href: this.made, download: name }, words.open);
    this.say(`${size} ${words.saved({ name })} `, link);
    link.click();
  }

  /** Free the PDF that was made last. */
  forget() {
    if (this.made) URL.revokeObjectURL(this.made);
    this.made = "";
  }
}

customElements.define("pack-pdf", PackPdf);
