// A page of the preview as a frame without scripts, and what is shown in it.

/** @import { Data, Route, WholePage } from "./contract.d.ts" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { routeTo, routeToLink, valueAt } from "./tree.js";
import words from "./words.js";

/** @typedef {(field: string | undefined, node?: Element) => void} Lead Leads to a field, or to that of its items which an element shows. */

const OWN = "/__edit/generator/editor/client/within-page.css";
const EMPTY = "<!doctype html><meta charset=utf-8><title></title>";
const ADDRESSES = ["href", "src", "poster"];
const LINKS = ".links > li, .next-steps > li, .row > li, .facts a[href]";

/** Fill a frame with the styles of the page at an address, and with nothing else of it. Gives what is in the frame. @param {HTMLIFrameElement} frame @param {string} address */
export async function framed(frame, address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const sheets = /** @type {HTMLLinkElement[]} */ ([...page.querySelectorAll("link[rel=stylesheet]")]);
  const loaded = new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
  });
  frame.srcdoc = EMPTY;
  await loaded;
  const made = frame.contentDocument;
  if (!made) throw new Error("the frame is closed");
  const { lang, dir } = page.documentElement;
  Object.assign(made.documentElement, { lang, dir });
  const ofSite = sheets.map((one) => absolute(one, "href", address)).filter((one) => !new URL(one).pathname.startsWith("/__"));
  await Promise.all([...ofSite, OWN].map((href) => styled(made, href)));
  await inType(made);
  const content = element("div", { class: "md-content__inner body", id: "__shown" });
  made.body.append(element("div", { class: "md-container" }, element("div", { class: "md-main" },
    element("div", { class: "md-main__inner md-grid" }, element("div", { class: "md-content" }, content)))));
  coloured(frame);
  new MutationObserver(() => coloured(frame)).observe(document.documentElement, { attributes: true });
  return made;
}

/** Load a stylesheet. Without it the page is plain, which is still a page. @param {Document} made @param {string} href */
const styled = (made, href) => new Promise((resolve) => {
  made.head.append(element("link", { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
});

/** Load the typefaces before they are used: those that come later than a page are not shown on it. @param {Document} made */
async function inType(made) {
  const upright = [...made.fonts].filter(({ style, weight }) => style === "normal" && /^\d+$/.test(weight));
  const faces = new Set(upright.map(({ family, weight }) => `${weight} 1em "${family.replaceAll('"', "")}"`));
  await Promise.allSettled([...faces].map((face) => made.fonts.load(face)));
}

/** Light or dark, as the editor is. @param {HTMLIFrameElement} frame */
function coloured(frame) {
  for (const name of ["data-md-color-scheme"]) {
    const value = document.documentElement.getAttribute(name) ?? "default";
    for (const node of [frame.contentDocument?.documentElement, frame.contentDocument?.body]) node?.setAttribute(name, value);
  }
}

/** @param {Element} node @param {string} name @param {string} address */
const absolute = (node, name, address) => new URL(node.getAttribute(name) ?? "", new URL(address, location.href)).href;

/**
 * @param {HTMLIFrameElement} frame
 * @param {WholePage} page
 * @param {(id: string, heading: string) => string | null} fieldOf
 * @param {Lead} lead
 */
export function shownIn(frame, { html, address }, fieldOf, lead) {
  const shown = frame.contentDocument?.getElementById("__shown");
  if (!shown) return;
  const made = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of made.querySelectorAll("script, noscript, script-notice")) node.remove();
  for (const name of ADDRESSES) for (const node of made.querySelectorAll(`[${name}]`)) node.setAttribute(name, absolute(node, name, address));
  for (const node of made.querySelectorAll("[srcset]")) node.removeAttribute("srcset"); // the picture itself is there
  connect(made, fieldOf, lead);
  const wereOpen = [...shown.querySelectorAll("details")].map((one) => one.open);
  const edited = shown.querySelector(".is-edited")?.getAttribute("data-field");
  shown.replaceChildren(...made.childNodes);
  for (const [at, one] of [...shown.querySelectorAll("details")].entries()) one.open = wereOpen[at] ?? one.open;
  if (edited) shown.querySelector(`[data-field="${CSS.escape(edited)}"]`)?.classList.add("is-edited");
  shown.onclick = (event) => clicked(event, lead);
}

/** Say at each part of the page which field it shows, with a button that leads there. @param {HTMLElement} page @param {(id: string, heading: string) => string | null} fieldOf @param {Lead} lead */
function connect(page, fieldOf, lead) {
  const title = page.querySelector("h1");
  const head = title?.parentElement?.matches("header") ? title.parentElement : title;
  if (title && head) join(title, fieldOf("title", ""), words.title_of_page, lead, head);
  mark(page.querySelector("header p.lead"), fieldOf("summary", ""));
  mark(page.querySelector("header .entry-kind > span"), fieldOf("number", ""));
  for (const fact of page.querySelectorAll("header .facts > div")) {
    const name = fact.querySelector("dt")?.textContent.trim() ?? "";
    mark(fact, fieldOf("", name) ?? (fact.querySelector("a") ? null : (fieldOf("tell_in", "") ?? fieldOf("minutes", ""))));
  }
  for (const section of /** @type {Iterable<HTMLElement>} */ (page.querySelectorAll("section[aria-labelledby]"))) {
    const id = section.getAttribute("aria-labelledby") ?? "";
    const heading = page.querySelector(`[id="${CSS.escape(id)}"]`)?.textContent.trim() ?? "";
    join(section, fieldOf(id, heading), heading, lead);
  }
}

/** @param {Element | null} node @param {string | null} field */
function mark(node, field) {
  if (field !== null) node?.setAttribute("data-field", field);
}

/** @param {HTMLElement} node @param {string | null} field @param {string} name @param {Lead} lead @param {Element} [place] where the button stands */
function join(node, field, name, lead, place = node) {
  if (field === null) return;
  mark(node, field);
  place.append(button("✎", () => lead(field), { class: "to-field", "aria-label": words.edit_part({ name }), title: words.edit_part({ name }) }));
}

/** Links of the page lead nowhere here; what is clicked leads to its field. @param {MouseEvent} event @param {Lead} lead */
function clicked(event, lead) {
  const node = /** @type {Element} */ (event.target);
  if (node.closest("a, [type=submit]")) event.preventDefault();
  if (node.closest("summary, button, input, select, textarea, label")) return;
  if (!node.ownerDocument.getSelection()?.isCollapsed) return;
  lead(node.closest("[data-field]")?.getAttribute("data-field") ?? undefined, node);
}

/**
 * The link to another entry that a part of the page shows, or the reason for it. Null where the entry that is open has
 * none, because the playbook makes it; undefined where the part shows no link.
 * @param {Data} value
 * @param {string | undefined} field
 * @param {Element} node
 * @returns {Route | null | undefined}
 */
export function linkAt(value, field, node) {
  const shown = node.closest(LINKS);
  const link = shown?.matches("a") ? shown : shown?.querySelector("a[href]");
  if (!shown || !link) return undefined;
  const id = new URL(/** @type {HTMLAnchorElement} */ (link).href).pathname.split("/").filter(Boolean).at(-1) ?? "";
  const within = field === undefined ? undefined : routeToLink(valueAt(value, [field]), id);
  const found = within && field !== undefined ? [field, ...within] : routeToLink(value, id);
  if (!found) return null;
  return found.at(-1) === "to" && node.closest(".why") ? [...found.slice(0, -1), "why"] : found;
}

/**
 * The item of a value that a part of its section shows: the one whose id is in an address there, or that has its place in a list.
 * @param {Data | undefined} value
 * @param {Element} node
 * @returns {Route}
 */
export function itemAt(value, node) {
  const part = node.closest("[data-field]");
  for (let at = node.closest("[id]"); at && part?.contains(at) && at !== part; at = at.parentElement?.closest("[id]") ?? null) {
    const found = routeTo(value, at.id) ?? routeTo(value, at.id.slice(at.id.indexOf("-") + 1));
    if (found) return found;
  }
  const row = node.closest("li");
  const rows = [...(row?.parentElement?.children ?? [])];
  return row && Array.isArray(value) && rows.length === value.length ? [rows.indexOf(row)] : [];
}
