// Loads the index and the styles of search, once.
import { loadStyles } from "../../element/styles.js";
import { part } from "../parts.js";
import { Index } from "./index.js";
import { Nearby } from "./nearby.js";

/** @type {Promise<Index> | null} */
let whole = null;

/** What can be searched first: titles and search words. It has no filters. */
export const firstIndex = () => part("search-first.json").then((data) => new Index(data));

export function wholeIndex() {
  whole ??= part("search.json").then((data) => new Index(data));
  whole.catch(() => (whole = null)); // the next attempt may succeed
  return whole;
}

/** @type {Promise<Nearby | null> | null} */
let nearby = null;

/** The pages near to words in meaning; null where they cannot be had: search works without them. */
export function loadNearby() {
  nearby ??= part("nearby.json").then((data) => new Nearby(data), () => null);
  return nearby;
}

/** Resolves when the styles are there or cannot be had: search works without them. */
export const loadSearchStyles = () => loadStyles(new URL("search.css", import.meta.url));
