// Pages that are near in meaning to words. generator/outputs/search/nearby.py says how they are written.
import { frontDecoded, numbers } from "./index.js";
import { stem } from "./stems.js";

/** @typedef {import("./query.js").Want} Want */

const STRENGTHS = 16; // a page and how near it is are one number: the page's times this, and the strength

export class Nearby {
  /** @type {Map<string, string>} the coded pages of each word, and of each stem those of its first word */
  #near = new Map();

  /** @param {{ words: string, near: string }} data */
  constructor({ words, near }) {
    const rows = near.split(" ");
    const all = frontDecoded(words);
    this.words = new Set(all);
    all.forEach((word, i) => {
      for (const key of [word, stem(word)]) if (key === word || !this.#near.has(key)) this.#near.set(key, rows[i]);
    });
  }

  /**
   * The numbers of the pages that are near to the words of a query, each with how near it is beside the nearest: from 0
   * to 1.
   * @param {Want[]} wants
   */
  pages(wants) {
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const { word, stop } of wants) {
      const row = stop ? undefined : (this.#near.get(word) ?? this.#near.get(stem(word)));
      for (const number of numbers(row ?? "")) {
        const page = Math.floor(number / STRENGTHS);
        sums.set(page, (sums.get(page) ?? 0) + (number % STRENGTHS));
      }
    }
    const most = Math.max(...sums.values());
    return new Map([...sums].map(([page, sum]) => [page, sum / most]));
  }
}
