// What somebody has begun, and the entries opened last. The list is as high as its room, whatever it shows.
// @joined
import { AnswersStore } from "../../answers-store/answers-store.js";
import { button, element } from "../../element/element.js";
import { sign } from "../../icon/sign.js";
import { KeptPages } from "../kept-pages.js";
import words from "../words.js";
import { idOf, openWork, withPages } from "./open-work.js";

/**
 * Show the list in its place, and again after each change, until the signal.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function showIn(place, signal) {
  const site = place.dataset.site ?? "";
  const pages = new KeptPages(site);
  const show = () => {
    const forget = button(words.forget, () => {
      pages.forget();
      show();
      place.querySelector("a")?.focus();
    });
    const recent = pages.read();
    const items = itemsOf(recent, (id) => new AnswersStore(site, id).read());
    const end = recent.length ? [element("li", { class: "continue-end" }, forget)] : [];
    const list = items.length ? element("ul", {}, items, end) : element("p", {}, words.nothing);
    place.replaceChildren(element("h2", {}, words.title), list);
  };
  place.role = "region";
  place.ariaLabel = words.title;
  pages.store.listen(show, signal);
  place.addEventListener("forgotten", show, { signal });
  show();
}

/**
 * What is begun, then the other pages opened last.
 * @param {import("../recent-record.js").RecentPage[]} recent
 * @param {(id: string) => string | null} kept
 */
function itemsOf(recent, kept) {
  const work = openWork(withPages(tools(), recent), kept);
  const shown = new Set(work.map(({ url }) => url));
  return [
    ...work.map((tool) => item(tool, tool.all ? words.done_of({ done: tool.done, all: tool.all }) : words.begun)),
    ...recent.filter(({ url }) => !shown.has(url)).map((page) => item(page, words.opened)),
  ];
}

/** The entries of the page that can be filled in. */
const tools = () =>
  [...document.querySelectorAll("a")].filter((link) => "tool" in link.dataset).map((link) => ({
    id: idOf(link.getAttribute("href") ?? ""),
    url: link.getAttribute("href") ?? "",
    kind: link.closest("li[data-kind]")?.getAttribute("data-kind") ?? "",
    title: link.textContent ?? "",
    all: Number(link.dataset.all ?? 0),
  }));

/**
 * @param {{ url: string, kind: string, title: string }} page
 * @param {string} state
 */
const item = ({ url, kind, title }, state) =>
  element("li", { "data-kind": kind }, element("a", { href: url }, sign(kind), title), element("span", {}, state));
