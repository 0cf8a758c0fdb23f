// The session that somebody has planned last, as this browser keeps it: when, under which title, and as an address has it,
// without the names of its people, which are kept for themselves.
import { AnswersStore } from "../answers-store/answers-store.js";
import { isObject, own } from "../answers-store/values.js";

const ID = "session.planned"; // no entry has such an id
const SCHEMA = 1;

/** @typedef {{ link: string, title: string, updatedAt: string }} Planned The fragment of its address, its title, and when it was changed last. */

/** @param {string} text */
function dataIn(text) {
  try {
    const data = JSON.parse(text);
    return isObject(data) ? data : {};
  } catch {
    return {};
  }
}

export class KeptSession {
  /** @param {string} site */
  constructor(site) {
    this.store = new AnswersStore(site, ID);
  }

  /** @returns {Planned | null} */
  read() {
    const data = dataIn(this.store.read() ?? "");
    const [link, title, updatedAt] = [own(data, "link"), own(data, "title"), own(data, "updatedAt")];
    const sound = typeof link === "string" && typeof title === "string" && typeof updatedAt === "string";
    return sound && own(data, "schema") === SCHEMA ? { link, title, updatedAt } : null;
  }

  /**
   * Keep a session in the place of the one before, or none with null. What a newer version of the site kept is left as it is.
   * @param {Planned | null} planned
   */
  write(planned) {
    const schema = own(dataIn(this.store.read() ?? ""), "schema");
    if (typeof schema === "number" && schema > SCHEMA) return;
    this.store.write(planned && JSON.stringify({ schema: SCHEMA, ...planned }));
  }
}
