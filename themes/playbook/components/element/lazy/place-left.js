// Where somebody was on a page that a link led away from. Back leads there again, also where scripts fill the page after
// the browser has gone there: the link is put where it was, as long as nobody has done anything.
import { all } from "../find.js";

/** @typedef {{ top: number, link: { href: string, at: number, top: number } | null }} Place How far the page was scrolled, which of the links with its address was followed, and where on the screen that was. */

const USED = ["wheel", "touchstart", "pointerdown", "keydown", "click"];

/** @param {string} href */
const linksTo = (href) => all(document, "article a[href]", HTMLAnchorElement).filter((link) => link.href === href);

/**
 * @param {HTMLAnchorElement} link
 * @returns {Place}
 */
function placeAt(link) {
  const { href } = link;
  const at = linksTo(href).indexOf(link);
  return { top: scrollY, link: at < 0 ? null : { href, at, top: link.getBoundingClientRect().top } };
}

/** @param {Place} place */
function goTo({ top, link }) {
  const found = link ? linksTo(link.href)[link.at] : null;
  const moved = link && found?.checkVisibility() ? found.getBoundingClientRect().top - link.top : top - scrollY;
  scrollBy({ top: moved, behavior: "instant" });
}

/**
 * Keep the place with this entry of the history, or none any more.
 * @param {Place | null} place
 */
function keep(place) {
  const { place: before, ...others } = history.state ?? {};
  if (place || before) history.replaceState(place ? { ...others, place } : others, "");
}

/** @param {MouseEvent} event */
function left({ target, button, altKey, ctrlKey, metaKey, shiftKey }) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link && !(button || altKey || ctrlKey || metaKey || shiftKey || link.target || link.download)) keep(placeAt(link));
}

/** @param {Place} place */
function returnTo(place) {
  const used = new AbortController();
  const growing = new ResizeObserver(() => goTo(place));
  history.scrollRestoration = "manual";
  growing.observe(document.body);
  used.signal.addEventListener("abort", () => {
    growing.disconnect();
    history.scrollRestoration = "auto";
  });
  for (const sign of USED) addEventListener(sign, () => used.abort(), { capture: true, passive: true, signal: used.signal });
}

const [arrived] = performance.getEntriesByType("navigation");
/** @type {Place | undefined} */
const place = history.state?.place;
if (place && arrived instanceof PerformanceNavigationTiming && arrived.type === "back_forward") returnTo(place);
keep(null);
addEventListener("pageshow", () => keep(null));
addEventListener("click", left);
