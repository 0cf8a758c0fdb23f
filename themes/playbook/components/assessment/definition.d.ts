// What scripts know of an assessment, as generator/outputs/checks_json.py writes it.
import type { Tree } from "../formula/tree.js";

export type Direction = "high-is-good" | "high-is-bad";

/** A question as it counts. `advice` holds the ids of the entries it may lead to. */
export interface Item {
  id: string;
  values: number[];
  direction: Direction;
  weight: number;
  advice: string[];
}

/** A range of a score, both ends included. */
export interface Band {
  id: string;
  low: number;
  high: number;
  advice: string[];
}

/** Something that is worked out: a dimension, or the total. */
export interface Score {
  id: string;
  method: string;
  items: string[];
  direction: Direction;
  decimals: number;
  bands: Band[];
  advice: string[];
  formula: Tree | null;
  optional: boolean;
  /** The ids of the dimensions that it is worked out from. `items` are then theirs. */
  parts: string[];
  weight: number;
}

/** One of the four fields that two dimensions span. */
export interface Field {
  id: string;
  across_high: boolean;
  up_high: boolean;
  advice: string[];
}

/** Two dimensions, each split: from `split` on it counts as high. */
export interface Fields {
  across: string;
  up: string;
  split: number;
  fields: Field[];
}

/** All that scoring needs to know of an assessment. */
export interface Questionnaire {
  items: Item[];
  dimensions: Score[];
  total: Score | null;
  knock_outs: { item: string; up_to: number; band: string }[];
  fields: Fields | null;
}

/** A page that advice leads to. In the file, its address is within the site; definitions.js makes it a whole one. */
export interface Target {
  title: string;
  url: string;
  kind: string;
  label: string;
}

/** The words of an item: its text, and the value and the label of each option; numbers that are typed have none. */
export interface ItemTexts {
  text: string;
  options: [number, string][];
}

/**
 * The words of an assessment by the ids of what they belong to. `whys` go by `<kind>:<id>:<id of the page>`. `counted`: what
 * each question is about one of, such as `tells`, where they are counted.
 */
export interface Texts {
  items: Record<string, ItemTexts>;
  counted: string | null;
  scores: Record<string, { title: string; unit: string | null }>;
  bands: Record<string, { title: string; meaning: string }>;
  knockOuts: Record<string, string>;
  targets: Record<string, Target>;
  whys: Record<string, string>;
}

/** What became of items with an edition. */
export interface Change {
  edition: number;
  what: string;
  renamed: Record<string, string>;
  removed: string[];
}

/** What an assessment says of its editions and its items. */
export interface Editions {
  id: string;
  edition: number;
  changes: Change[];
  scoring: { items: Pick<Item, "id" | "values">[] };
}

export interface Definition extends Editions {
  title: string;
  scoring: Questionnaire;
  texts: Texts;
}
