// The parts of the same entry that a value may name: its dimensions, its questions, the columns of its table.

/** @import { Choice, Data } from "./contract.d.ts" */
/** @import { Place } from "./place.js" */
import { isMapping } from "./tree.js";
import { called } from "./values.js";

/**
 * The ids to choose from at a place, with what their parts are called. They stand in the nearest part around it that
 * has any at one of the routes.
 * @param {Place} place
 * @param {string[]} routes such as `dimensions.*.id`
 * @returns {Choice[]}
 */
export function among(place, routes) {
  for (let at = place.parent; at; at = at.parent) {
    const found = routes.flatMap((route) => [...idsAt(at.inside, route.split("."), {})]);
    if (found.length) return toldApart(found);
  }
  return [];
}

/**
 * @param {Data | undefined} data
 * @param {string[]} route
 * @param {Data} part the part in which an id stands
 * @returns {Generator<Choice>}
 */
function* idsAt(data, [step, ...rest], part) {
  if (step === undefined) {
    if (typeof data === "string" && data) yield { value: data, label: nameOf(part, data) };
  } else if (step === "*" || step === "+") {
    for (const item of Array.isArray(data) ? data.slice(step === "+" ? 1 : 0) : []) yield* idsAt(item, rest, item);
  } else if (isMapping(data) && Object.hasOwn(data, step)) {
    yield* idsAt(data[step], rest, data);
  }
}

/** What a part is called beside its id. @param {Data} part @param {string} id */
const nameOf = (part, id) => called(isMapping(part) ? Object.fromEntries(Object.entries(part).filter(([, value]) => value !== id)) : "", () => undefined) || id;

/** Parts that are called the same are told apart by their ids. @param {Choice[]} choices */
const toldApart = (choices) =>
  choices.map(({ value, label }) => ({ value, label: choices.filter((one) => one.label === label).length > 1 ? `${label} (${value})` : label }));
