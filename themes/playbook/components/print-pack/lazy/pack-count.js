// Why a sheet is there as often as it is.
import { copiesFor } from "./pack-choice.js";
import words from "../words.js";

/** @type {Map<string, (number: number) => string>} */
const GROUPS = new Map([
  ["person", words.persons],
  ["pair", words.pairs],
  ["trio", words.trios],
  ["table", words.tables],
]);

/**
 * For how many people, pairs, threes or tables a sheet is there, times how many each of them has. Empty where that says
 * nothing: each person has one, or all have theirs together.
 * @param {number} people
 * @param {{ each: string, number: number, isSet: boolean }} rule who shares the sheet; whether it is a set of cards
 */
export function reckoning(people, { each, number, isSet }) {
  const groups = GROUPS.get(each);
  if (!groups || (each === "person" && number === 1)) return "";
  return words.times({ groups: groups(copiesFor(people, each, 1)), copies: (isSet ? words.card_sets : words.sheets)(number) });
}

/**
 * A text with the reckoning of the only sheet that there is. Of several the list says it.
 * @param {string} text
 * @param {string[]} reckonings
 */
export const withReckoning = (text, reckonings) => (reckonings.length === 1 && reckonings[0] ? `${text} ${words.that_is({ reckoning: reckonings[0] })}` : text);
