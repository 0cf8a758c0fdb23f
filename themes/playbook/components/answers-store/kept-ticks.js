// Ticks that are kept in this browser. Each tick is added to what is kept by then: another tab may have been faster.
import { AnswersStore } from "./answers-store.js";
import { format, parse } from "./ticks-record.js";

export class KeptTicks {
  /**
   * @param {string} site
   * @param {string} id
   * @param {string} earlier where earlier versions kept the ticks of all sites
   */
  constructor(site, id, earlier) {
    this.id = id;
    this.store = new AnswersStore(site, id, [`${earlier}${id}`]);
    /** Whether ticks are kept: what a newer version kept is left as it is. */
    this.writable = true;
  }

  /** The ids of what is done. What cannot be read is set aside. */
  read() {
    const text = this.store.read();
    const { done, writable, damaged } = parse(text);
    if (damaged && text !== null) this.store.putAside(text);
    this.writable = writable;
    return done;
  }

  /**
   * @param {string} id
   * @param {boolean} isDone
   */
  tick(id, isDone) {
    const done = this.read();
    if (isDone) done.add(id);
    else done.delete(id);
    this.#write(done);
  }

  clear() {
    this.read();
    this.#write(new Set());
  }

  /** @param {Set<string>} done */
  #write(done) {
    if (this.writable) this.store.write(format(done, new Date()));
  }
}
