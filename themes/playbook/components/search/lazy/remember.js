// What was looked for, for the page that a result leads to.
export const KEY = "playbook:search-marks";

/** @typedef {import("./query.js").Sought} Sought */

/**
 * Each stem for one of the words looked for alone, as synonyms of several words stand for them together.
 * @param {Sought[]} sought
 */
function apart(sought) {
  const taken = new Set(sought.flatMap(({ own }) => own));
  const each = sought.map(({ own, also }) => {
    const left = new Set(also.filter((one) => !taken.has(one)));
    for (const one of left) taken.add(one);
    return { own: [...new Set(own)], also: [...left] };
  });
  return each.filter(({ own, also }) => own.length || also.length);
}

/**
 * Remember for the page at `href` what was looked for.
 * @param {string} href
 * @param {Sought[]} sought
 */
export function remember(href, sought) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(href).pathname, sought: apart(sought) }));
  } catch {
    // Storage may be blocked: the page is then shown without a mark.
  }
}
