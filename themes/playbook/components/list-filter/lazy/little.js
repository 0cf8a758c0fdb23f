// Words that say little about what somebody looks for, in the language of the site.
import words from "../words.js";

export const LITTLE = words.little;
