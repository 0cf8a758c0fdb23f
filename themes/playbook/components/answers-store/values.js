// What may stand in links, files and the browser's storage: objects, ids, times, editions and the codes of answers.
/** How many answers a record, a link or a file of an assessment holds at most; an assessment has at most as many questions. */
export const MOST_ANSWERS = 500;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A field of parsed data, never one that every object has.
 * @param {object} data
 * @param {string} field
 * @returns {unknown}
 */
export const own = (data, field) => (Object.hasOwn(data, field) ? Reflect.get(data, field) : undefined);

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export const isId = (value) => typeof value === "string" && value.length <= 64 && ID.test(value);

/**
 * A time in UTC, to the second.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isDate = (value) => typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value));

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isWhole = (value) => typeof value === "number" && Number.isInteger(value);

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isEdition = (value) => isWhole(value) && value >= 1 && value <= 9999;

/**
 * The value of an answer on its scale, with at most three decimals.
 * @param {unknown} value
 * @returns {value is number}
 */
export const isCode = (value) =>
  typeof value === "number" && Math.abs(value) <= 999_999 && Number(value.toFixed(3)) === value;
