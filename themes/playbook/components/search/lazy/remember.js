// What was looked for, for the page that a result leads to.
export const KEY = "playbook:search-marks";

/**
 * Remember for the page at `href` what was looked for.
 * @param {string} href
 * @param {Iterable<string>} stems
 */
export function remember(href, stems) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(href).pathname, stems: [...stems] }));
  } catch {
    // Storage may be blocked: the page is then shown without a mark.
  }
}
