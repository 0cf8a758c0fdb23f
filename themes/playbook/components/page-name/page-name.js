// Names the page in the header once its heading is out of sight, also for readers who arrive in the middle of it. Until then
// nothing of that is loaded.
// @common
const heading = document.querySelector("h1");
const site = document.querySelector(".shell-name");
const HEADER = "-44px 0px 0px"; // what covers the top of the page, as a margin of what is in sight

/** @type {Promise<typeof import("./lazy/page-name-button.js")> | null} */
let loading = null;

/**
 * Whether an element lies above what is in sight.
 * @param {IntersectionObserverEntry} entry
 */
const isPast = ({ isIntersecting, boundingClientRect: { height, bottom }, rootBounds }) =>
  !isIntersecting && height > 0 && bottom <= (rootBounds?.top ?? 0);

/** @param {IntersectionObserverEntry[]} entries */
async function seen(entries) {
  const past = isPast(entries[entries.length - 1]);
  if (!heading || !site || (!past && !loading)) return;
  loading ??= import("./lazy/page-name-button.js");
  loading.then(({ showName }) => showName(site, heading, past)).catch(() => (loading = null));
}

// On the home page both names are the same.
if (heading && site && heading.textContent?.trim() !== site.textContent?.trim()) {
  new IntersectionObserver(seen, { rootMargin: HEADER }).observe(heading);
}
