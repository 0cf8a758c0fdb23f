// What a page says of its calculator, as the generator writes it into `data-program`.
import type { Tree } from "../formula/tree.js";

/** How a number is written: with how many decimals, and whether a plus stands before what is more than zero. */
export interface Format {
  decimals: number | null;
  sign: boolean;
}

/** A number that is counted in a text; of `phrases`, those of the field `of`. */
export interface Measure {
  name: string;
  counts: "characters" | "words" | "marks" | "phrases";
  of: string | null;
}

export interface Input {
  name: string;
  label: string;
  type: "number" | "counter" | "choice" | "message" | "list" | "word";
  min: number;
  max: number;
  default: number;
  options: number[];
  measures: Measure[];
}

/** A number that comes out. Each band is the lowest and the highest value in it, null where it has no end. */
export interface Output extends Format {
  name: string;
  tree: Tree;
  bands: [number | null, number | null][];
}

/** A column of a table, a curve or a bar. */
export interface Column extends Format {
  tree: Tree;
}

/** Something that runs through several values. */
export interface Range {
  name: string;
  values: number[];
}

export interface Table {
  over: Range;
  across?: Range | null;
  columns: Column[];
}

/** Where a drawing lies, and which values stand at its edges. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
  low_x: number;
  high_x: number;
  low_y: number;
  high_y: number;
}

/** Curves over a range, drawn through so many samples. A mark stands where two values meet. */
export interface Curves {
  frame: Frame;
  samples: number;
  over: Range;
  columns: Column[];
  marks: [x: Tree, y: Tree][];
}

/** A sentence that is shown when its tree is true; one that stands `instead` takes the place of all results. */
export interface Case {
  tree: Tree;
  instead: boolean;
}

export interface Program {
  inputs: Input[];
  outputs: Output[];
  cases: Case[];
  tables: Table[];
  curves: Curves | null;
  bars: Column[];
}
