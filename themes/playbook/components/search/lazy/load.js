// Loads the index and the styles of search, once.
import { Index } from "./index.js";

export const ROOT = new URL("../../../", import.meta.url);

let index = null;

export function loadIndex() {
  index ??= fetch(new URL("../index.json", import.meta.url))
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

let styles = null;

// Resolves when the styles are there or cannot be had: search works without them.
export function loadStyles() {
  styles ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("search.css", import.meta.url).href;
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    document.head.append(link);
  });
  return styles;
}
