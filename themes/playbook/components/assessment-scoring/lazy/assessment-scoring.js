// Scores the answers to a questionnaire and picks what to read next: the same as generator/scoring/score.py and advising.py, in the same
// order of operations, so that both agree to the last bit. `questionnaire` is its data, `answers` a Map of values by
// item id. Nothing here touches the page or the storage.
import { evaluate, rounded } from "../../formula/formula.js";

export const TOTAL = "total";
export const PICKS = 4; // how many pages a result sends one to
const FROM_ITEMS = 2; // how many of them are for single answers before dimensions and bands have their turn
const WORSE_HALF = 0.5;

/** The name under which a formula knows an item or a dimension. */
const name = (id) => id.replaceAll("-", "_");

const itemOf = (questionnaire, id) => questionnaire.items.find((item) => item.id === id);

/** What the answers come to. Answers that an item does not offer count as none. */
export function score(questionnaire, answers) {
  const known = new Map();
  for (const item of questionnaire.items) {
    if (item.values.includes(answers.get(item.id))) known.set(item.id, answers.get(item.id));
  }
  const scores = new Map();
  for (const dimension of questionnaire.dimensions) {
    scores.set(dimension.id, scored(questionnaire, dimension, known, scores));
  }
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

function scored(questionnaire, wanted, known, before) {
  const found = wanted.items.filter((id) => known.has(id)).map((id) => [itemOf(questionnaire, id), known.get(id)]);
  let value = valueOf(questionnaire, wanted, found, known, before);
  if (value !== null) value = rounded(value, wanted.decimals);
  const reached = value === null ? undefined : wanted.bands.find((band) => band.low <= value && value <= band.high);
  const band = reached?.id ?? null;
  return {
    value,
    answered: found.length,
    of: wanted.items.length,
    band,
    badness: value === null ? null : badnessOf(questionnaire, wanted, value, band),
    tally: wanted.method === "lean" ? tallyOf(found) : null,
  };
}

function valueOf(questionnaire, wanted, found, known, before) {
  if (!found.length || 2 * found.length < wanted.items.length) return null;
  if (wanted.method === "formula") {
    const values = new Map([...known].map(([id, value]) => [name(id), value]));
    for (const [id, one] of before) values.set(name(id), one.value);
    return evaluate(wanted.formula, values);
  }
  let sum = 0;
  let low = 0;
  let high = 0;
  for (const [item, value] of found) {
    const weight = wanted.method === "weighted" ? item.weight : 1;
    sum += weight * value;
    low += weight * item.values[0];
    high += weight * item.values.at(-1);
  }
  if (found.length < wanted.items.length) {
    // What is missing is taken to lie where the others lie, each on its own scale.
    const [least, most] = spanOf(questionnaire, wanted);
    sum = least + ((sum - low) * (most - least)) / (high - low);
  }
  return wanted.method === "mean" ? sum / wanted.items.length : sum;
}

/** The lowest and the highest value that a score can come to; of a formula, what its bands span. */
export function bounds(questionnaire, wanted) {
  if (wanted.method === "formula") {
    return wanted.bands.length ? [wanted.bands[0].low, wanted.bands.at(-1).high] : [0, 0];
  }
  const [low, high] = spanOf(questionnaire, wanted);
  return wanted.method === "mean" ? [low / wanted.items.length, high / wanted.items.length] : [low, high];
}

/** The lowest and the highest sum of the items of a score. */
function spanOf(questionnaire, wanted) {
  let low = 0;
  let high = 0;
  for (const id of wanted.items) {
    const item = itemOf(questionnaire, id);
    const weight = wanted.method === "weighted" ? item.weight : 1;
    low += weight * item.values[0];
    high += weight * item.values.at(-1);
  }
  return [low, high];
}

/** How far a value lies towards the bad end. Of a formula, which need not be even, the bands are counted. */
function badnessOf(questionnaire, wanted, value, band) {
  let part;
  if (wanted.method === "formula") {
    const names = wanted.bands.map((one) => one.id);
    if (band === null || names.length < 2) return null;
    part = names.indexOf(band) / (names.length - 1);
  } else {
    const [low, high] = bounds(questionnaire, wanted);
    part = (value - low) / (high - low);
  }
  return wanted.direction === "high-is-good" ? 1 - part : part;
}

/** How far an answer lies towards the bad end of its scale. */
export function itemBadness(item, value) {
  const part = (value - item.values[0]) / (item.values.at(-1) - item.values[0]);
  return item.direction === "high-is-good" ? 1 - part : part;
}

function tallyOf(found) {
  const sides = [0, 0, 0];
  for (const [item, value] of found) {
    const middle = item.values[0] + item.values.at(-1);
    sides[2 * value < middle ? 0 : 2 * value === middle ? 1 : 2] += 1;
  }
  return sides;
}

function knockedOut(questionnaire, known, one) {
  const settled = questionnaire.knock_outs.find((rule) => known.has(rule.item) && known.get(rule.item) <= rule.up_to);
  return settled ? { ...one, band: settled.band } : one;
}

function fieldOf(fields, scores) {
  if (!fields) return null;
  const across = scores.get(fields.across).value;
  const up = scores.get(fields.up).value;
  if (across === null || up === null) return null;
  const here = fields.fields.find(
    (field) => field.across_high === across >= fields.split && field.up_high === up >= fields.split,
  );
  return here?.id ?? null;
}

function leverOf(questionnaire, scores) {
  const total = questionnaire.total;
  if (total?.method !== "formula" || scores.get(TOTAL).value === null) return null;
  const better = total.direction === "high-is-good" ? 1 : -1;
  const values = new Map([...scores].map(([id, one]) => [name(id), one.value]));
  const now = evaluate(total.formula, values);
  let best = 0;
  let found = null;
  for (const dimension of questionnaire.dimensions) {
    const value = scores.get(dimension.id).value;
    if (value === null || now === null) continue;
    const [low, high] = bounds(questionnaire, dimension);
    const moved = dimension.direction === "high-is-good" ? Math.min(value + 1, high) : Math.max(value - 1, low);
    const then = evaluate(total.formula, new Map(values).set(name(dimension.id), moved));
    if (then !== null && (then - now) * better > best) {
      best = (then - now) * better;
      found = dimension.id;
    }
  }
  return found;
}

function worriesOf(questionnaire, known) {
  return questionnaire.items
    .filter((item) => known.has(item.id) && item.advice.length)
    .map((item) => ({ id: item.id, weight: item.weight, badness: itemBadness(item, known.get(item.id)) }))
    .filter((one) => one.badness > WORSE_HALF)
    .sort((a, b) => b.badness - a.badness || b.weight - a.weight)
    .map((one) => one.id);
}

/** Item rules first, those of the worst answers; then the weakest dimension, then the bands; then the rest. */
function picksOf(questionnaire, scores, worries, field) {
  const rules = (kind, by, advice) => advice.map((to) => ({ to, kind, by }));
  const items = worries.map((id) => rules("item", id, itemOf(questionnaire, id).advice));
  const others = [
    ...weakest(questionnaire, scores).map((one) => rules("dimension", one.id, one.advice)),
    ...reached(questionnaire, scores, field).map((one) => rules("band", one.id, one.advice)),
  ];
  const picks = [];
  const seen = new Set();
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

function weakest(questionnaire, scores) {
  return questionnaire.dimensions
    .filter((dimension) => dimension.advice.length && (scores.get(dimension.id).badness ?? 0) > WORSE_HALF)
    .sort((a, b) => scores.get(b.id).badness - scores.get(a.id).badness)
    .slice(0, 1);
}

/** The bands that were reached: the total's, the field, then those of the dimensions. */
export function reached(questionnaire, scores, field) {
  const here = questionnaire.fields ? questionnaire.fields.fields.filter((one) => one.id === field) : [];
  const wanted = [...(questionnaire.total ? [questionnaire.total] : []), ...questionnaire.dimensions];
  return [...here, ...wanted.flatMap((one) => one.bands.filter((band) => band.id === scores.get(one.id).band))];
}
