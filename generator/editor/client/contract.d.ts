// What the editor's program sends and takes, as JSON; docs/editing.md says what it means.

export type Data = string | Data[] | Mapping;
export type Mapping = { [name: string]: Data };
/** Where a value stands: names of fields and numbers of items, from the entry down. */
export type Route = (string | number)[];

export type Sort =
  | "text" | "line" | "prose" | "verbatim" | "id" | "ref" | "whole" | "number" | "yes_no" | "choice" | "date" | "address" | "colour"
  | "picture" | "file" | "list" | "named" | "part" | "one_of" | "written" | "formula" | "raw";

export type Choice = { value: string; label: string };
export type Part = { tag?: string; label?: string; help?: string; fields: Field[] };
export type Shape = {
  sort: Sort;
  choices?: Choice[];
  least?: number;
  most?: number;
  pattern?: string;
  kinds?: string[];
  item?: Shape;
  keys?: Choice[];
  /** Routes to the ids of parts of the same entry of which it is one, and those that its names are. */
  among?: string[];
  keys_among?: string[];
  /** The field from which it is made, and the sign between its words. */
  made_from?: string;
  sign?: string;
  /** The most characters that a rule has nothing to say of, and what it gives for more. */
  letters?: number;
  letters_give?: Severity;
  /** The field of the entry with whose value it begins in a new part. */
  begins_with?: string;
  parts?: Part[];
  tag_field?: string;
  bare?: string | null;
  markup?: boolean;
  raw_only?: string;
};
/**
 * `one` is an item of it as buttons call it, `asked` what rules ask of it. Where one that is `expected` is missing, a rule complains
 * with that severity; `conditional`: in some entries only.
 * New parts show what is `usual`.
 */
export type Field = {
  name: string;
  label: string;
  help: string;
  required: boolean;
  shape: Shape;
  advanced?: boolean;
  one?: string;
  asked?: string[];
  expected?: Severity;
  conditional?: boolean;
  usual?: boolean;
};

export type Target = { kind?: string; id?: string; page?: string; site?: boolean; new?: boolean; file?: string; line?: number };
export type Severity = "error" | "warning";
/** What corrects a problem: values and where they are written, items to be added to lists of the entry, and where it leads. */
export type Remedy = { label: string; put: { route: Route; value: string }[]; add: Mapping; lead: Route };
export type Problem = {
  route: Route;
  severity: Severity;
  code: string;
  message: string;
  /** The message without what stands beside it as the label. */
  at_field?: string;
  sentence?: string; // as at_field, with the name of the field
  hint?: string | null;
  fix?: string | null;
  remedy?: Remedy | null;
  file?: string;
  line?: number;
  elsewhere?: boolean;
  /** The other entry that it is about. */
  there?: { kind: string; id: string; title: string };
};
export type Title = { kind: string; id: string; title: string; kind_label: string };
export type Linking = { kind: string; id: string; title: string; relation: string; file?: string; address?: string };
export type Git = { can_propose: boolean; why_not?: string };

export type Entry = {
  target: Target;
  /** What a new entry is called until it has a title. */
  new_title: string;
  version: string;
  form: Part;
  value: Mapping;
  problems: Problem[];
  /** The entries that link to it; of the configuration, those on the home page. */
  linked_from: Linking[];
  address: string;
  is_shared: boolean;
  canUndo: boolean;
  canRedo: boolean;
  git: Git;
  read_only: string;
};

export type Conflict = { route: Route; base?: Data; theirs?: Data; mine?: Data };
/** What the file holds by now, where it is not what the form started from. */
export type Changed = { conflicts: Conflict[]; version: string; value: Mapping; merged: Mapping };
export type Formula = { value?: number | string; error?: string } | string | number;
export type Tried = {
  problems: Problem[];
  effects: string[];
  lost_addresses: string[];
  orphaned_answers: string[];
  /** How it can be saved: as it is, as a draft only, or not at all. */
  stands: "saved" | "draft-only" | "unsound";
  conflicts?: Conflict[];
  version?: string;
  value?: Mapping;
  merged?: Mapping;
  formulas?: { [route: string]: Formula };
};
/** What stands on a page, at which address, and the fields that its sections show by their ids; `frame` is the address of one with the same styles. */
export type WholePage = { html: string; address: string; frame: string; fields: { [section: string]: string } };
export type Saved = { target: Target; version: string; address: string; problems: Problem[]; effects: string[]; canUndo: boolean; canRedo: boolean };
export type Consequences = { refused: string; effects: string[]; linked_from: Linking[]; orphaned_answers?: string[] };
/** What was renamed or removed, or a save that was taken back: where it is now, and the name of the save that did it. */
export type Moved = { address: string; target?: Target | null; save: string };
/** Take a save back, or make it again. */
export type Which = "undo" | "redo";
/** A save that can be taken back or made again, by its name `save`: what it is of and what it changed. */
export type Save = { save: string; target: Target; title: string; kind_label: string; effects: string[]; act: "" | "renamed" | "removed" };
export type Source = { text: string; first_line: number; lines: [number, number] };
export type Proposed = { branch: string; commit: string; push: string };
export type Note = { text: string; below: Note[] };
export type Changes = { groups: { heading: string; notes: Note[] }[]; message: string; files: string[]; made: Proposed | null };
export type StoredFile = { path: string; words?: string; address?: string };
export type Start = {
  site: string;
  kinds: { kind: string; label: string; plural: string; about: string }[];
  pages: { path: string; title: string }[];
  settings: boolean;
  git: Git;
  read_only: string;
  canUndo: boolean;
  canRedo: boolean;
};
