// The entries opened last, kept in this browser unless somebody does not want that.
import { AnswersStore } from "../answers-store/answers-store.js";
import { store, stored } from "../answers-store/storage.js";
import { format, isNewer, opening, parse } from "./recent-record.js";

// No entry can have this id. The choice counts for all playbooks of a server, as the one of colours does.
const ID = "recent.pages";
const CHOICE = "playbook:recent-pages";
const OFF = "off";

export class KeptPages {
  /** @param {string} site */
  constructor(site) {
    this.store = new AnswersStore(site, ID);
  }

  get wanted() {
    return stored(CHOICE).text !== OFF;
  }

  /** Keep pages from now on, or keep none any more. */
  set wanted(wanted) {
    store(CHOICE, wanted ? null : OFF);
    if (!wanted) this.forget();
  }

  read() {
    return parse(this.store.read());
  }

  /** @param {import("./recent-record.js").RecentPage} page */
  open(page) {
    const text = this.store.read();
    if (this.wanted && !isNewer(text)) this.store.write(format(opening(parse(text), page)));
  }

  forget() {
    this.store.write(null);
  }
}
