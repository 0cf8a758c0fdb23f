// What somebody has begun, and the entries opened last. The list is as high as its room, whatever it shows.
import { AnswersStore } from "../../answers-store/answers-store.js";
import { button, element } from "../../element/element.js";
import { one } from "../../element/find.js";
import { kindOfPage } from "../../icon/labels.js";
import { sign } from "../../icon/sign.js";
import { KeptPlan } from "../../own-plan/kept-plan.js";
import { KeptSession } from "../../session/kept-session.js";
import { KeptPages } from "../kept-pages.js";
import words from "../words.js";
import { idOf, inOrder, openWork, withPages } from "./open-work.js";

const MOST = 5; // entries that are kept
const PLANNER = "plan-a-session/";

/**
 * Show the list in its place, and again after each change, until the signal.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function showIn(place, signal) {
  const site = place.dataset.site ?? "";
  const pages = new KeptPages(site);
  const erase = one(place, "[data-erase]", HTMLButtonElement);
  erase.hidden = false;
  const show = () => {
    const forget = button(words.forget, () => {
      pages.forget();
      show();
      place.querySelector("a")?.focus();
    });
    const recent = pages.read();
    const items = itemsOf(site, recent);
    const list = items.length ? element("ul", {}, items) : element("p", {}, words.nothing);
    place.replaceChildren(element("h2", {}, words.title), list, element("div", { class: "continue-foot" }, recent.length ? forget : null, erase));
  };
  place.role = "region";
  place.ariaLabel = words.title;
  pages.store.listen(show, signal);
  place.addEventListener("forgotten", show, { signal });
  show();
}

/**
 * What is begun, then what is kept, then the other pages opened last.
 * @param {string} site
 * @param {import("../recent-record.js").RecentPage[]} recent
 */
function itemsOf(site, recent) {
  const work = openWork(withPages(tools(), recent), (id) => new AnswersStore(site, id).read());
  const begun = inOrder([
    ...work.map((tool) => ({ ...tool, state: tool.all ? words.done_of({ done: tool.done, all: tool.all }) : placeOf(tool) || words.begun })),
    ...planned(site),
  ]);
  const kept = new KeptPlan(site).read().kept.toReversed().slice(0, MOST);
  const all = [
    ...begun,
    ...kept.map(({ page, title }) => ({ url: page, kind: kindOfPage(page).kind ?? "", title, state: words.kept })),
    ...recent.map((page) => ({ ...page, state: placeOf(page) || words.opened })),
  ];
  const first = new Map(all.toReversed().map((page) => [page.url, page]));
  return all.filter((page) => first.get(page.url) === page).map(item);
}

/**
 * The session that is being planned, if there is a page for it.
 * @param {string} site
 */
function planned(site) {
  const link = document.querySelector(`a[href="${PLANNER}"]`);
  const session = link && new KeptSession(site).read();
  return session ? [{ url: PLANNER, kind: "session-plan", title: session.title, state: words.session, at: session.updatedAt }] : [];
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

/** @param {{ step?: string }} page */
function placeOf({ step }) {
  const [n = 0, all = 0] = step?.match(/\d+/g)?.map(Number) ?? [];
  return step && words.step_of({ n, all });
}

/** @param {{ url: string, kind: string, title: string, state: string, step?: string }} page */
function item({ url, kind, title, state, step }) {
  const named = kindOfPage(url).label ?? sign(kind);
  return element("li", { "data-kind": kind }, element("a", { href: url + (step ? step.slice(step.indexOf("#")) : "") }, title), element("p", {}, named, named && " · ", state));
}
