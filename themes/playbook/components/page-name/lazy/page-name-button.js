// The name of the page in the header, in the place of the name of the site, which is back at the top of the page.
import { element } from "../../element/element.js";
import { loadStyles } from "../../element/styles.js";
import words from "../words.js";

/** @type {HTMLButtonElement | null} */
let name = null;
let isWanted = false;

/**
 * @param {Element} site where the header names the site
 * @param {Element} heading
 * @param {boolean} wanted whether to name the page
 */
export async function showName(site, heading, wanted) {
  isWanted = wanted;
  await loadStyles(new URL("page-name.css", import.meta.url));
  name ??= made(site, heading.textContent?.trim() ?? "");
  name.hidden = !isWanted; // what was wanted last
}

/**
 * @param {Element} site
 * @param {string} title
 */
function made(site, title) {
  const toTop = () => {
    scrollTo(0, 0);
    document.getElementById("__content")?.focus({ preventScroll: true });
  };
  const attributes = { type: "button", class: "shell-button page-name", "aria-label": words.to_top({ title }), onclick: toTop };
  const button = element("button", attributes, element("span", {}, title));
  site.after(button);
  return button;
}
