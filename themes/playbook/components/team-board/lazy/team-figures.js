// What the answers of several people come to: how they are spread, and what to talk about first. Pure.
import { itemBadness, score } from "../../assessment-scoring/lazy/assessment-scoring.js";

const APART = 0.5; // a spread from which on people do not see the same thing
const TOPICS = 4;

/** How the answers to one item are spread. `spread` runs from 0, all alike, to 1, half at either end. */
export function distribution(item, people) {
  const values = people.map((one) => one.answers.get(item.id)).filter((value) => item.values.includes(value));
  const counts = new Map(item.values.map((value) => [value, values.filter((one) => one === value).length]));
  if (!values.length) return { item, counts, answered: 0, mean: null, spread: null, badness: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const spread = Math.sqrt(variance) / ((item.values.at(-1) - item.values[0]) / 2);
  return { item, counts, answered: values.length, mean, spread, badness: itemBadness(item, mean), sorted: values.sort((a, b) => a - b) };
}

export const distributions = (questionnaire, people) => questionnaire.items.map((item) => distribution(item, people));

/** The items on which people differ most, the most first. */
export function mostApart(found, most = 3) {
  return found
    .filter((one) => one.answered > 1 && one.spread >= APART)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, most);
}

/** What to talk about first: where people differ, then what they agree is weak, then what many left open. */
export function topics(found, people) {
  const apart = mostApart(found, 2).map((one) => ({ ...one, why: "apart" }));
  const weak = found
    .filter((one) => one.answered > 1 && one.spread < APART && one.badness > 0.5 && one.item.advice.length)
    .sort((a, b) => b.badness - a.badness)
    .map((one) => ({ ...one, why: "weak" }));
  const open = found
    .filter((one) => people.length > 1 && 2 * one.answered <= people.length)
    .map((one) => ({ ...one, why: "open" }));
  const chosen = new Map();
  for (const one of [...apart, ...weak, ...open]) if (!chosen.has(one.item.id)) chosen.set(one.item.id, one);
  return [...chosen.values()].slice(0, TOPICS);
}

/** Lowest, middle and highest of somebody's scores, or null. */
export function range(questionnaire, people, scoreId) {
  const values = people
    .map((one) => score(questionnaire, one.answers).scores.get(scoreId).value)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  return values.length ? [values[0], median(values), values.at(-1)] : null;
}

export function median(sorted) {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** A table as a file for spreadsheets. What a spreadsheet might take for a formula is kept from being one. */
export function asCsv(rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
