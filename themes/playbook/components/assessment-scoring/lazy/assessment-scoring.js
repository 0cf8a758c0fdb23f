// Scores the answers to a questionnaire and picks what to read next: the same as generator/scoring/score.py and advice.py, in the same
// order of operations, so that both agree to the last bit. `questionnaire` is its data, `answers` a Map of values by
// item id. Nothing here touches the page or the storage.
import { evaluate, rounded } from "../../formula/formula.js";
import { bounds, membersOf, partsOf } from "./members.js";
import { highest, itemOf, lowest, methodOf } from "./methods.js";

/** @typedef {import("../../assessment/definition.js").Questionnaire} Questionnaire */
/** @typedef {import("../../assessment/definition.js").Item} Item */
/** @typedef {import("../../assessment/definition.js").Score} Score */
/** @typedef {Map<string, number>} Answers The values of answers, by the ids of their items. */

/**
 * What a score came to. `badness` runs from 0, as good as can be, to 1; `tally` says of a lean how many answers stand
 * left, in the middle, right.
 * @typedef {object} Scored
 * @property {number | null} value
 * @property {number} answered
 * @property {number} of
 * @property {string | null} band
 * @property {number | null} badness
 * @property {number[] | null} tally
 */

/** @typedef {Map<string, Scored>} Scores What each score came to, by its id. */

/** @typedef {{ to: string, kind: string, by: string }} Pick A page to go to, and what sends one there: an item, a dimension or a band. */

/**
 * Everything that a set of answers comes to: `lever` is the dimension in which one point of change moves a total by
 * formula most, `worries` are the items answered in the worse half of their scale, the worst first.
 * @typedef {{ scores: Scores, field: string | null, lever: string | null, worries: string[], picks: Pick[] }} Result
 */

export const TOTAL = "total";
export const PICKS = 4; // how many pages a result sends one to
const FROM_ITEMS = 2; // how many of them are for single answers before dimensions and bands have their turn
const WORSE_HALF = 0.5;

/**
 * The name under which a formula knows an item or a dimension.
 * @param {string} id
 */
const name = (id) => id.replaceAll("-", "_");

/**
 * What a score came to that has been worked out.
 * @param {Scores} scores
 * @param {string} id
 */
export function scoredAs(scores, id) {
  const found = scores.get(id);
  if (!found) throw new Error(`there is no score ${id}`);
  return found;
}

/**
 * What the answers come to. Answers that an item does not offer count as none.
 * @param {Questionnaire} questionnaire
 * @param {Answers} answers
 * @returns {Result}
 */
export function score(questionnaire, answers) {
  /** @type {Answers} */
  const known = new Map();
  for (const item of questionnaire.items) {
    const value = answers.get(item.id);
    if (value !== undefined && item.values.includes(value)) known.set(item.id, value);
  }
  /** @type {Scores} */
  const scores = new Map();
  for (const dimension of questionnaire.dimensions) workOut(questionnaire, dimension, known, scores);
  if (questionnaire.total) {
    scores.set(TOTAL, knockedOut(questionnaire, known, scored(questionnaire, questionnaire.total, known, scores)));
  }
  const worries = worriesOf(questionnaire, known);
  const field = fieldOf(questionnaire.fields, scores);
  return {
    scores,
    field,
    lever: leverOf(questionnaire, scores),
    worries,
    picks: picksOf(questionnaire, scores, worries, field),
  };
}

/**
 * Add a dimension to the scores, after those that it is worked out from.
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 * @param {Answers} known
 * @param {Scores} scores
 */
function workOut(questionnaire, wanted, known, scores) {
  for (const part of partsOf(questionnaire, wanted)) workOut(questionnaire, part, known, scores);
  if (!scores.has(wanted.id)) scores.set(wanted.id, scored(questionnaire, wanted, known, scores));
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 * @param {Answers} known
 * @param {Scores} before the scores that a formula may use, and those of the parts
 * @returns {Scored}
 */
function scored(questionnaire, wanted, known, before) {
  const method = methodOf(wanted);
  const answered = wanted.items.filter((id) => known.has(id)).length;
  const members = membersOf(questionnaire, wanted);
  const found = members.flatMap((member) => {
    const value = (wanted.parts.length ? before.get(member.id)?.value : known.get(member.id)) ?? null;
    return value === null ? [] : [{ member, value }];
  });
  let value = null;
  if (found.length && 2 * answered >= wanted.items.length) {
    /** @type {import("../../formula/formula.js").Values} */
    const names = new Map([...known].map(([id, answer]) => [name(id), answer]));
    for (const [id, one] of before) names.set(name(id), one.value);
    value = method.value(wanted, members, found, names);
  }
  if (value !== null) value = rounded(value, wanted.decimals);
  const band = value === null ? null : (bandAt(wanted, value)?.id ?? null);
  return {
    value,
    answered,
    of: wanted.items.length,
    band,
    badness: value === null ? null : badnessOf(questionnaire, wanted, value, band),
    tally: method.tally?.(found) ?? null,
  };
}

/**
 * The band that a value lies in.
 * @param {Score} wanted
 * @param {number} value
 */
export const bandAt = (wanted, value) => wanted.bands.find((band) => band.low <= value && value <= band.high);

/**
 * How far a value lies towards the bad end: from 0 to 1, or null if that is not known.
 * @param {Questionnaire} questionnaire
 * @param {Score} wanted
 * @param {number} value
 * @param {string | null} band
 */
function badnessOf(questionnaire, wanted, value, band) {
  const part = methodOf(wanted).part(wanted, membersOf(questionnaire, wanted), value, band);
  if (part === null) return null;
  return wanted.direction === "high-is-good" ? 1 - part : part;
}

/**
 * How far an answer lies towards the bad end of its scale.
 * @param {Item} item
 * @param {number} value
 */
export function itemBadness(item, value) {
  const part = (value - lowest(item)) / (highest(item) - lowest(item));
  return item.direction === "high-is-good" ? 1 - part : part;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Answers} known
 * @param {Scored} one
 */
function knockedOut(questionnaire, known, one) {
  const settled = questionnaire.knock_outs.find((rule) => (known.get(rule.item) ?? Infinity) <= rule.up_to);
  return settled ? { ...one, band: settled.band } : one;
}

/**
 * @param {Questionnaire["fields"]} fields
 * @param {Scores} scores
 */
function fieldOf(fields, scores) {
  if (!fields) return null;
  const across = scoredAs(scores, fields.across).value;
  const up = scoredAs(scores, fields.up).value;
  if (across === null || up === null) return null;
  const here = fields.fields.find(
    (field) => field.across_high === across >= fields.split && field.up_high === up >= fields.split,
  );
  return here?.id ?? null;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Scores} scores
 */
function leverOf(questionnaire, scores) {
  const total = questionnaire.total;
  if (!total || !methodOf(total).byFormula || scoredAs(scores, TOTAL).value === null) return null;
  const better = total.direction === "high-is-good" ? 1 : -1;
  /** @type {import("../../formula/formula.js").Values} */
  const values = new Map([...scores].map(([id, one]) => [name(id), one.value]));
  const formula = total.formula ?? 0;
  const now = evaluate(formula, values);
  let best = 0;
  /** @type {string | null} */
  let found = null;
  for (const dimension of questionnaire.dimensions) {
    const value = scoredAs(scores, dimension.id).value;
    if (value === null || now === null) continue;
    const [low, high] = bounds(questionnaire, dimension);
    const moved = dimension.direction === "high-is-good" ? Math.min(value + 1, high) : Math.max(value - 1, low);
    const then = evaluate(formula, new Map(values).set(name(dimension.id), moved));
    if (then !== null && (then - now) * better > best) {
      best = (then - now) * better;
      found = dimension.id;
    }
  }
  return found;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Answers} known
 */
function worriesOf(questionnaire, known) {
  return questionnaire.items
    .filter((item) => item.advice.length)
    .map((item) => ({ item, value: known.get(item.id) }))
    .map(({ item, value }) => ({ ...item, badness: value === undefined ? 0 : itemBadness(item, value) }))
    .filter((one) => one.badness > WORSE_HALF)
    .sort((a, b) => b.badness - a.badness || b.weight - a.weight)
    .map((one) => one.id);
}

/**
 * Item rules first, those of the worst answers; then the weakest dimension, then the bands; then the rest.
 * @param {Questionnaire} questionnaire
 * @param {Scores} scores
 * @param {string[]} worries
 * @param {string | null} field
 */
function picksOf(questionnaire, scores, worries, field) {
  /** @type {(kind: string, by: string, advice: string[]) => Pick[]} */
  const rules = (kind, by, advice) => advice.map((to) => ({ to, kind, by }));
  const items = worries.map((id) => rules("item", id, itemOf(questionnaire, id).advice));
  const others = [
    ...weakest(questionnaire, scores).map((one) => rules("dimension", one.id, one.advice)),
    ...reached(questionnaire, scores, field).map((one) => rules("band", one.id, one.advice)),
  ];
  /** @type {Pick[]} */
  const picks = [];
  const seen = new Set();
  /** @type {(list: Pick[]) => void} */
  const firstNew = (list) => {
    const pick = list.find((one) => !seen.has(one.to));
    if (!pick || picks.length === PICKS) return;
    seen.add(pick.to);
    picks.push(pick);
  };
  const inTurn = [items.slice(0, FROM_ITEMS), others, items.slice(FROM_ITEMS), items, others, others];
  for (const list of inTurn.flat()) firstNew(list);
  return picks;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Scores} scores
 */
function weakest(questionnaire, scores) {
  /** @param {Score} dimension */
  const badness = (dimension) => scoredAs(scores, dimension.id).badness ?? 0;
  return questionnaire.dimensions
    .filter((dimension) => dimension.advice.length && badness(dimension) > WORSE_HALF)
    .sort((a, b) => badness(b) - badness(a))
    .slice(0, 1);
}

/**
 * The bands that were reached: the total's, the field, then those of the dimensions.
 * @param {Questionnaire} questionnaire
 * @param {Scores} scores
 * @param {string | null} field
 */
export function reached(questionnaire, scores, field) {
  const here = questionnaire.fields ? questionnaire.fields.fields.filter((one) => one.id === field) : [];
  const wanted = [...(questionnaire.total ? [questionnaire.total] : []), ...questionnaire.dimensions];
  return [...here, ...wanted.flatMap((one) => one.bands.filter((band) => band.id === scoredAs(scores, one.id).band))];
}
