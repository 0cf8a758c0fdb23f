// The entries that somebody opened last, as they are kept: newest first. No page, no storage.
import { isId, isObject, own } from "../answers-store/values.js";

/** How many are kept: as many as are shown. */
export const MOST = 5;
const SCHEMA = 1;
const LONGEST = 300;
const ADDRESS = /^[a-z0-9-]+\/[a-z0-9-]+\/$/;
const STEP = /^\d+\/\d+#[\w-]+$/;

/** @typedef {{ url: string, kind: string, title: string, step?: string }} RecentPage An entry: its address within the site, its kind, its title, and the step where somebody left it, such as `4/7#step-agree`. */

/**
 * The page in parsed data, or null if it is none.
 * @param {unknown} data
 * @returns {RecentPage | null}
 */
function page(data) {
  if (!isObject(data)) return null;
  const [url, kind, title, step] = ["url", "kind", "title", "step"].map((name) => own(data, name));
  if (typeof url !== "string" || url.length > LONGEST || !ADDRESS.test(url)) return null;
  if (!isId(kind) || typeof title !== "string" || !title || title.length > LONGEST) return null;
  return typeof step === "string" && STEP.test(step) ? { url, kind, title, step } : { url, kind, title };
}

/**
 * The pages in a text that was kept; none where it cannot be read. A newer version of the site may have kept it.
 * @param {string | null} text
 * @returns {RecentPage[]}
 */
export function parse(text) {
  try {
    const pages = own(JSON.parse(text ?? "{}"), "pages");
    return Array.isArray(pages) ? pages.map(page).filter((one) => one !== null).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/**
 * Whether a newer version of the site has kept a text: that is read, and left as it is.
 * @param {string | null} text
 */
export function isNewer(text) {
  try {
    const schema = own(JSON.parse(text ?? "{}"), "schema");
    return typeof schema === "number" && schema > SCHEMA;
  } catch {
    return false;
  }
}

/**
 * The pages after one was opened, which then is the first, with the step where somebody left it; the same where it is no
 * entry.
 * @param {RecentPage[]} pages
 * @param {RecentPage} opened
 */
export function opening(pages, opened) {
  const first = page(opened);
  const before = pages.find(({ url }) => url === first?.url);
  return first ? [{ ...before, ...first }, ...pages.filter(({ url }) => url !== first.url)].slice(0, MOST) : pages;
}

/**
 * A text to keep, or null where there is no page.
 * @param {RecentPage[]} pages
 */
export const format = (pages) => (pages.length ? JSON.stringify({ schema: SCHEMA, pages }) : null);
