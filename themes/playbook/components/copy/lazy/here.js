// The section of a page where somebody is.

const READING = 0.3; // how far down the window its top part reaches

/** @param {Element} one */
function isInView(one) {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/**
 * The heading of the section that has the focus, that the address names, or that is in the top part of the window:
 * whichever of these comes first and is in view. Above all sections there is none.
 * @template {Element} T
 * @param {Element} page
 * @param {T[]} headings
 */
export function headingHere(page, headings) {
  const shown = headings.filter((heading) => heading.checkVisibility());
  const named = page.querySelector(":target");
  const place = [document.activeElement, named].find((one) => one && one !== page && page.contains(one) && isInView(one));
  if (!place) return shown.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * READING);
  return shown.findLast(
    (heading) => heading.contains(place) || heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}
