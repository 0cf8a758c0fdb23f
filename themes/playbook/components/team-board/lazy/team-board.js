// Gathers the answers of a team on one page. Nothing is kept and nothing is sent: it lasts as long as the page.
import { fileField, offerFile, textOf } from "../../answers-store/files.js";
import { RecordFault } from "../../answers-store/record.js";
import { resultStyles } from "../../assessment-result/lazy/result-styles.js";
import { definitionOf } from "../../assessment/definitions.js";
import { dayOf } from "../../element/day.js";
import { button, element } from "../../element/element.js";
import { all } from "../../element/find.js";
import { firstSign } from "../../element/first-sign.js";
import { ACCEPT, isPdf, takeDropped } from "../../filled-pdf/dropping.js";
import { sayWhatIsCut } from "../../field-limit/field-limit.js";
import { LiveGather } from "../../live-check/lazy/live-gather.js";
import { found, isSame, MOST_PEOPLE, onPaper, toTeamFile } from "./team-input.js";
import { exportRows, teamView } from "./team-view.js";
import { asCsv } from "./team-figures.js";
import words from "../words.js";

/** @typedef {import("./team-input.js").Person} Person */

/** @type {Record<string, (values: { n: number }) => string>} */
const FAULTS = {
  damaged: words.damaged,
  "too-long": words.too_long,
  newer: words.newer,
  unreadable: words.unreadable,
  nothing: words.nothing,
  "other-check": words.other_check,
  "no-link": words.no_link,
  "long-name": words.long_name,
  pdf: words.no_pdf_answers,
};

const MOST_FILES = 2 * MOST_PEOPLE;

class TeamBoard extends HTMLElement {
  /** @type {import("./team-input.js").Definitions} what is known of the checks, once it is loaded */
  definitions = new Map();
  /** @type {Promise<void> | null} */
  loading = null;
  leaving = new AbortController();
  /** @type {Person[]} */
  people = [];
  /** The id of the assessment that is shown. */
  chosen = "";
  text = element("textarea", { id: "team-links", rows: 5, "aria-describedby": "team-how" });
  file = fileField((files) => this.readFiles(files), { multiple: true, accept: ACCEPT });
  said = element("p", { class: "team-said", role: "status" });
  list = element("div", { class: "team-people" });
  view = element("div", { class: "team-view" });

  connectedCallback() {
    if (this.text.isConnected) return;
    resultStyles();
    this.append(this.built());
    firstSign.then(() => this.known()).catch(() => {}); // whoever needs them tries again
  }

  /** Load what is known of the checks, once. */
  known() {
    const loaded = this.loading ?? Promise.all(this.checks.map(({ id }) => definitionOf(id))).then((definitions) => {
      for (const one of definitions) this.definitions.set(one.id, one);
    });
    loaded.catch(() => (this.loading = null));
    this.loading = loaded;
    return loaded;
  }

  /** The ids and titles of the checks that the page names. */
  get checks() {
    return all(this, "[data-check]", HTMLElement).map(({ dataset: { check = "", title = "" } }) => ({ id: check, title }));
  }

  built() {
    const drop = element("div", { class: "team-drop" }, [
      element("label", { for: "team-links" }, words.links),
      element("p", { id: "team-how", class: "team-how" }, words.how),
      this.text,
      element("p", { class: "check-buttons" }, [button(words.add, () => this.addText()), button(words.choose, () => this.file.click())]),
      this.file,
    ]);
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => this.dropped(event));
    this.live = new LiveGather(this.checks, () => this.known().then(() => this.definitions), (person) => this.arrived(person));
    sayWhatIsCut(this.list);
    takeDropped((files) => this.readFiles(files), this.leaving.signal);
    return element("div", { class: "team" }, [drop, this.live.node, this.said, this.list, this.view]);
  }

  async addText() {
    await this.known();
    this.take(found(this.text.value, this.definitions));
    this.text.value = "";
  }

  /** @param {DragEvent} event */
  async dropped(event) {
    event.preventDefault();
    const given = event.dataTransfer;
    if (given?.files.length) {
      this.readFiles([...given.files]);
      return;
    }
    const text = given?.getData("text/plain") ?? ""; // which is gone a moment later
    await this.known();
    this.take(found(text, this.definitions));
  }

  /** @param {File[]} files */
  async readFiles(files) {
    const parts = await Promise.all(files.slice(0, MOST_FILES).map((file) => this.readFile(file)));
    /** @type {import("./team-input.js").Found["faults"]} */
    const faults = new Map();
    for (const part of parts) for (const [reason, count] of part.faults) faults.set(reason, (faults.get(reason) ?? 0) + count);
    this.take({ people: parts.flatMap((part) => part.people), faults }, Math.max(0, files.length - MOST_FILES));
  }

  /**
   * Somebody's code was scanned or typed. Who shows other answers than before has changed them.
   * @param {Person} person
   */
  arrived(person) {
    this.people = this.people.filter((one) => one.mark !== person.mark || one.assessment !== person.assessment);
    this.take({ people: [person], faults: new Map() });
  }

  /**
   * What a file of answers or a filled-in PDF holds.
   * @param {File} file
   */
  async readFile(file) {
    await this.known();
    if (!isPdf(file)) return found((await textOf(file)) || "{", this.definitions);
    const { copiesOf } = await import("../../filled-pdf/lazy/filled-pdf.js");
    const copies = await copiesOf(file);
    return onPaper(typeof copies === "string" ? [] : copies, file.lastModified, this.definitions);
  }

  /**
   * @param {import("./team-input.js").Found} found
   * @param {number} unread how many files were not read because they are too many
   */
  take({ people, faults }, unread = 0) {
    /** @type {string[]} */
    const said = [];
    let added = 0;
    let twice = 0;
    let beyond = 0;
    for (const one of people) {
      const others = this.people.filter((other) => other.assessment === one.assessment);
      if (others.some((other) => isSame(one, other))) twice += 1;
      else if (others.length >= MOST_PEOPLE) beyond += 1;
      else {
        this.people.push(one);
        added += 1;
      }
    }
    said.push(words.added({ n: added }));
    if (unread) said.push(words.unread({ n: unread, most: MOST_FILES }));
    if (twice) said.push(words.twice({ n: twice }));
    if (beyond) said.push(words.beyond({ n: beyond, most: MOST_PEOPLE }));
    for (const [reason, count] of faults) said.push(FAULTS[reason]({ n: count }));
    if (added) this.chosen = people.at(-1)?.assessment ?? "";
    this.said.textContent = said.join(" ");
    this.show();
  }

  here() {
    return this.people.filter((one) => one.assessment === this.chosen);
  }

  show() {
    this.list.replaceChildren(...this.lists());
    const people = this.here();
    const definition = this.definitions.get(this.chosen);
    this.view.replaceChildren(...(definition && people.length ? teamView(definition, people) : []));
    if (people.length) document.documentElement.dataset.printing = "team";
    else delete document.documentElement.dataset.printing;
  }

  lists() {
    if (!this.people.length) return [];
    const people = this.here();
    return [
      this.choice(),
      element("details", { class: "team-names" }, [
        element("summary", {}, words.people(people.length)),
        element("ol", {}, people.map((one, at) => this.person(one, at))),
      ]),
      element("p", { class: "check-buttons" }, [
        button(words.print, () => print()),
        button(words.as_table, () => this.saveTable()),
        button(words.save, () => this.saveTeam()),
        button(words.clear, () => this.clear()),
      ]),
    ];
  }

  choice() {
    const ids = [...new Set(this.people.map((one) => one.assessment))];
    if (ids.length < 2) return "";
    const options = ids.map((id) => element("option", { value: id, selected: id === this.chosen }, this.definitions.get(id)?.title));
    const select = element("select", { id: "team-check" }, options);
    select.addEventListener("change", () => this.choose(select.value));
    return element("p", {}, [element("label", { for: "team-check" }, `${words.which} `), select]);
  }

  /** @param {string} id */
  choose(id) {
    this.chosen = id;
    this.show();
    const [select] = this.getElementsByTagName("select");
    select?.focus();
  }

  /**
   * @param {Person} one
   * @param {number} at
   */
  person(one, at) {
    const name = element("input", {
      type: "text",
      value: one.name,
      maxlength: 60,
      "aria-label": words.name({ number: at + 1 }),
      autocomplete: "off",
      onchange: () => {
        one.name = name.value;
      },
    });
    return element("li", {}, [
      name,
      ` ${dayOf(one.at)} `,
      button(words.remove, () => this.takeOut(one), { "aria-label": words.remove_which({ number: at + 1 }) }),
    ]);
  }

  /** @param {Person} one */
  takeOut(one) {
    this.people = this.people.filter((other) => other !== one);
    this.chosen = this.here().length ? this.chosen : (this.people[0]?.assessment ?? "");
    this.show();
    const names = this.list.querySelector("details");
    if (names) names.open = true;
    (names?.querySelector("summary") ?? this.text).focus();
    this.said.textContent = words.removed;
  }

  saveTeam() {
    try {
      const name = "team.json";
      offerFile(name, "application/json", toTeamFile(this.people, this.definitions));
      this.said.textContent = words.saved_as({ name });
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      this.said.textContent = words.too_long_for_file;
    }
  }

  saveTable() {
    const definition = this.definitions.get(this.chosen);
    if (!definition) return;
    const name = `${definition.id}-team.csv`;
    offerFile(name, "text/csv", asCsv(exportRows(definition, this.here())));
    this.said.textContent = words.saved_as({ name });
  }

  clear() {
    this.people = [];
    this.chosen = "";
    this.show();
    this.said.textContent = words.empty;
    this.text.focus();
  }
}

customElements.define("team-board", TeamBoard);
