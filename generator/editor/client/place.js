// A place in the form: where its value stands in the entry, and how it is read and written. Items of lists change their
// numbers when they are moved, and all that stands below them goes along.

/** @import { Data, Route } from "./contract.d.ts" */
import { valueAt, withChild } from "./tree.js";

/** @typedef {(value: Data | undefined, mark: string) => void} Write `mark` names typing into one field, or is empty. */
/** @typedef {{ read: (data: Data | undefined) => Data | undefined, write: (data: Data, before: Data | undefined) => Data | undefined }} Form How a value that contains others is read, and written back. */

/** @type {Form} */
const PLAIN = { read: (data) => data, write: (data) => data };

export class Place {
  /**
   * @param {Place | null} parent
   * @param {string | number} key
   * @param {{ read: () => Data | undefined, write: Write }} [root] of the place that has no parent
   */
  constructor(parent, key, root) {
    this.parent = parent;
    this.key = key;
    this.root = root;
    this.form = PLAIN;
    this.isScope = false; // whether ids within it differ from each other alone
    this.isUnmade = false; // whether it waits for the text that it is made from
  }

  /** @returns {Route} */
  get route() {
    return this.parent ? [...this.parent.route, this.key] : [];
  }

  /** @returns {Data | undefined} */
  get value() {
    return this.parent ? valueAt(this.parent.inside, [this.key]) : this.root?.read();
  }

  /** The value that stands here in another state of the whole, read as the form reads it. @param {Data | undefined} whole @returns {Data | undefined} */
  valueIn(whole) {
    return this.parent ? valueAt(this.parent.form.read(this.parent.valueIn(whole)), [this.key]) : whole;
  }

  /** The value as one that contains others. @returns {Data | undefined} */
  get inside() {
    return this.form.read(this.value);
  }

  /**
   * @param {Data | undefined} value none removes it
   * @param {string} [mark]
   */
  put(value, mark = "") {
    if (this.parent) this.parent.putChild(this.key, value, mark);
    else this.root?.write(value, mark);
  }

  /**
   * @param {string | number} key
   * @param {Data | undefined} value
   * @param {string} mark
   */
  putChild(key, value, mark) {
    const before = this.value;
    this.put(this.form.write(withChild(this.form.read(before), key, value), before), mark);
  }

  /**
   * @param {string | number} key
   * @param {Form} [form]
   */
  child(key, form = PLAIN) {
    const place = new Place(this, key);
    place.form = form;
    return place;
  }
}
