// What the papers are called that are made of a session, in the order in which a pack has them.
import words from "../words.js";

export const TITLES = new Map([["tents", words.tents], ["attendance", words.attendance], ["certificates", words.certificates]]);
