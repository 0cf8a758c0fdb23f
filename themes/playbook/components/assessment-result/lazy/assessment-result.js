// Shows what answers come to: the band and its meaning, the figures, the best next pages, what changed.
import { bandAt, reached, score, scoredAs, TOTAL } from "../../assessment-scoring/lazy/assessment-scoring.js";
import { dayOf } from "../../element/day.js";
import { element } from "../../element/element.js";
import { row, table } from "../../element/table.js";
import { kindLabel } from "../../icon/sign.js";
import { charts, trend } from "./result-figures.js";
import { meanings } from "./result-profile.js";
import { answerText, bandNamed, countsOf, isOfPart, isProfile, itemNamed, scoresOf, shown, titleOf } from "./score-words.js";
import words from "../words.js";

/** @typedef {import("../../assessment/definition.js").Definition} Definition */
/** @typedef {import("../../answers-store/answers-record.js").PastResult} PastResult */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Answers} Answers */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Pick} Pick */
/** @typedef {import("../../assessment-scoring/lazy/assessment-scoring.js").Result} Result */

/**
 * What a result is shown with: the time of it, the results of earlier days, the oldest first, and the one before.
 * @typedef {{ at?: string | null, history?: PastResult[], before?: PastResult | null }} Context
 */

/**
 * The whole result, as nodes.
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Context} context
 */
export function resultView(definition, answers, { at = null, history = [], before = null }) {
  const result = score(definition.scoring, answers);
  const overTime = trend(definition, history);
  return [
    ...verdict(definition, answers, result, at),
    ...guess(definition, answers, result),
    ...charts(definition, result),
    ...picks(definition, answers, result),
    ...lever(definition, result),
    ...meanings(definition, result),
    ...(before ? changes(definition, answers, result, before) : []),
    ...(overTime.length ? [part(words.over_time), ...overTime] : []),
    answersTable(definition, answers, result),
  ];
}

/** @param {string} text */
const part = (text) => element("h4", { class: "result-part" }, text);

/**
 * The heading of a result, and a line for each band that was reached. Each names the score that it belongs to, unless
 * there is but the total.
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Result} result
 * @param {string | null} at
 */
function verdict(definition, answers, result, at) {
  const { scoring } = definition;
  const all = reached(scoring, result.scores, result.field);
  // Many dimensions stand in a list of their own, with what their bands mean below it.
  const bands = isProfile(scoring) ? all.filter(({ id }) => !isOfPart(definition, id)) : all;
  const [first, ...others] = bands.map(({ id }) => ({ ...definition.texts.bands[id], line: bandNamed(definition, id) }));
  const alone = first && !others.length;
  const title = first && isWhole(definition, result) ? first.title : alone ? first.line : words.your_result;
  return [
    element("p", { class: "result-kind" }, at ? words.result_of({ day: dayOf(at) }) : words.result),
    element("h3", { class: "result-title", tabindex: "-1", id: "result-title" }, title),
    ...counted(definition, answers),
    ...(alone ? [element("p", { class: "result-meaning" }, first.meaning)] : []),
    ...(others.length ? [first, ...others] : []).map(({ line, meaning }) =>
      element("p", { class: "result-meaning" }, [element("b", {}, `${line}.`), " ", meaning]),
    ),
    ...knocked(definition, result),
  ];
}

/**
 * Whether the first band that was reached says something of the whole: that of the total, or a field.
 * @param {Definition} definition
 * @param {Result} result
 */
const isWhole = ({ scoring }, { scores, field }) =>
  field !== null || Boolean(scoring.total && scoredAs(scores, TOTAL).band !== null);

/**
 * @param {Definition} definition
 * @param {Answers} answers
 */
function counted(definition, answers) {
  const lines = countsOf(definition, answers).map((line) => element("li", {}, line));
  return lines.length ? [element("ul", { class: "result-counted" }, lines)] : [];
}

/**
 * @param {Definition} definition
 * @param {Result} result
 */
function knocked({ texts, scoring }, result) {
  const total = result.scores.get(TOTAL);
  const byValue = scoring.total && total && total.value !== null ? bandAt(scoring.total, total.value) : null;
  const rule = scoring.knock_outs.find((one) => one.band === total?.band);
  if (!byValue || byValue.id === total?.band || !rule) return [];
  return [element("p", {}, `${words.alone({ title: texts.bands[byValue.id].title })} ${texts.knockOuts[rule.item]}`)];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Result} result
 */
function guess(definition, answers, result) {
  const known = new Set(
    scoresOf(definition).flatMap((wanted) => (scoredAs(result.scores, wanted.id).value === null ? [] : wanted.items)),
  );
  const open = [...known].filter((id) => !answers.has(id)).length;
  if (!open) return [];
  return [
    element("p", { class: "result-guess" }, words.open(open)),
  ];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Pick} pick
 */
function reasonFor(definition, answers, pick) {
  const { texts } = definition;
  if (pick.kind === "item") {
    const value = answerText(texts.items[pick.by], answers.get(pick.by));
    const title = itemNamed(definition, pick.by);
    return title.endsWith("?") ? `${title} ${value}` : words.named({ title, value });
  }
  if (pick.kind === "dimension") return words.weakest({ title: texts.scores[pick.by].title });
  return isOfPart(definition, pick.by) ? bandNamed(definition, pick.by) : words.reached({ title: texts.bands[pick.by].title });
}

/**
 * A link to an entry that advice leads to, with its reason.
 * @param {Definition} definition
 * @param {Pick} pick
 */
function advice(definition, { to, kind, by }) {
  const target = definition.texts.targets[to];
  return [
    element("a", { href: target.url, "data-kind": target.kind }, target.title),
    " ",
    kindLabel(target.kind, target.label),
    element("span", { class: "why" }, definition.texts.whys[`${kind}:${by}:${to}`]),
  ];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Result} result
 */
function picks(definition, answers, result) {
  if (!result.picks.length) return [];
  const links = result.picks.map((pick) =>
    element("li", { "data-kind": definition.texts.targets[pick.to].kind }, [
      ...advice(definition, pick),
      element("span", { class: "because" }, reasonFor(definition, answers, pick)),
    ]),
  );
  return [
    part(words.next(result.picks.length)),
    element("ol", { class: "links links--ordered result-picks" }, links),
  ];
}

/**
 * @param {Definition} definition
 * @param {Result} result
 */
function lever({ scoring, texts }, result) {
  const wanted = scoring.dimensions.find((one) => one.id === result.lever);
  if (!wanted) return [];
  const moves = wanted.direction === "high-is-bad" ? words.lever_less : words.lever_more;
  return [element("p", { class: "result-lever" }, moves({ title: texts.scores[wanted.id].title }))];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Result} result
 * @param {PastResult} before
 */
function changes(definition, answers, result, before) {
  const { texts, scoring } = definition;
  const then = score(scoring, before.answers);
  const lines = scoresOf(definition).flatMap((wanted) => {
    const [old, now] = [then, result].map(({ scores }) => scoredAs(scores, wanted.id).value);
    if (old === null || now === null || old === now) return [];
    return [words.moved({ title: titleOf(definition, wanted), old: shown(old, wanted), now: shown(now, wanted) })];
  });
  for (const { id } of scoring.items) {
    const [old, now] = [before.answers.get(id), answers.get(id)];
    if (old === now) continue;
    lines.push(words.moved_answer({ title: itemNamed(definition, id), old: answerText(texts.items[id], old), now: answerText(texts.items[id], now) }));
  }
  return [
    part(words.changed({ day: dayOf(before.at) })),
    lines.length
      ? element("ul", { class: "result-changes" }, lines.map((line) => element("li", {}, line)))
      : element("p", {}, words.unchanged),
  ];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Result} result
 */
function answersTable(definition, answers, result) {
  const { texts, scoring } = definition;
  const rows = scoring.items.map((item) => {
    const advised = result.worries.includes(item.id) ? item.advice.map((to) => texts.targets[to]) : [];
    const links = advised.map(({ url, title }) => element("div", {}, element("a", { href: url }, title)));
    return row(itemNamed(definition, item.id), answerText(texts.items[item.id], answers.get(item.id)), links);
  });
  return element("section", { class: "result-answers" }, [
    part(words.by_answer),
    table(words.every_answer, [words.question, words.answer, words.read], rows),
  ]);
}
