// Loads the index and the styles of search, once.
import { element } from "../../element/element.js";
import { dataAddress } from "../../element/site.js";
import { Index } from "./index.js";

/** @type {Promise<Index> | null} */
let index = null;

export function loadIndex() {
  index ??= dataAddress("search.json")
    .then((address) => fetch(address))
    .then((response) => {
      if (!response.ok) throw new Error(`the index answers ${response.status}`);
      return response.json();
    })
    .then((data) => new Index(data))
    .catch((error) => {
      index = null; // the next attempt may succeed
      throw error;
    });
  return index;
}

/** @type {Promise<unknown> | null} */
let styles = null;

/** Resolves when the styles are there or cannot be had: search works without them. */
export function loadStyles() {
  styles ??= new Promise((resolve) => {
    const href = new URL("search.css", import.meta.url).href;
    document.head.append(element("link", { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
  });
  return styles;
}
