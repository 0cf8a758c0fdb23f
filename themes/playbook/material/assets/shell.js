// What the frame around a page needs: light or dark colours, and links that work on a page opened from a disk.
// A classic script in the head, so that the colours are right before the first paint.
"use strict";
{
  const KEY = "playbook:scheme";
  const DARK = "slate"; // Material's name of its dark colours
  const LIGHT = "default";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  // Storage may be blocked, and may hold anything: then the system's choice counts.
  function stored() {
    try {
      const value = localStorage.getItem(KEY);
      return value === DARK || value === LIGHT ? value : null;
    } catch {
      return null;
    }
  }

  /** @param {string | null} scheme */
  function store(scheme) {
    try {
      if (scheme === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, scheme);
    } catch {
      // The choice then lasts for this page only.
    }
  }

  const wished = () => (system.matches ? DARK : LIGHT);

  /** @param {string} scheme */
  function show(scheme) {
    root.dataset.mdColorScheme = scheme;
    for (const button of document.querySelectorAll(".shell-palette")) {
      button.setAttribute("aria-pressed", String(scheme === DARK));
    }
  }

  function toggle() {
    const scheme = root.dataset.mdColorScheme === DARK ? LIGHT : DARK;
    show(scheme);
    store(scheme === wished() ? null : scheme); // back at what the system wants: follow it again
  }

  // Room for what somebody has begun is kept before the first paint, so that the page does not move when it is shown.
  const kept = `playbook:${document.currentScript?.dataset.site}:`;

  function hasKept() {
    try {
      return [localStorage, sessionStorage].some((storage) =>
        Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").some((key) => key.startsWith(kept)),
      );
    } catch {
      return false;
    }
  }

  // A folder's address shows its listing where no server turns it into its index.html.
  /** @param {Element} node */
  function openIndex(node) {
    const link = node.closest("a");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }

  const follow = () => show(stored() ?? wished());

  root.classList.replace("no-js", "js");
  if (location.protocol === "file:" && !root.classList.contains("offline")) root.classList.add("from-file");
  if (hasKept()) root.classList.add("has-kept");
  follow();
  system.addEventListener("change", follow);
  addEventListener("load", () => root.classList.add("loaded")); // by now every module has run that ever will
  addEventListener("storage", follow); // another window of the same site
  document.addEventListener("DOMContentLoaded", follow);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest(".shell-palette")) toggle();
    // Before the browser goes to the place, which is further up without the list.
    event.target.closest(".shell-contents a")?.closest("details")?.removeAttribute("open");
  });
  // A group of the menu may open below its edge.
  document.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const menu = target.closest("#__nav");
    if (menu && getComputedStyle(menu).position === "fixed") target.scrollIntoView({ block: "nearest" });
  }, true);
  // In all ways to follow a link, and before other scripts read its address.
  for (const kind of location.protocol === "file:" ? ["click", "auxclick", "contextmenu"] : []) {
    document.addEventListener(kind, ({ target }) => target instanceof Element && openIndex(target), true);
  }
  document.addEventListener("submit", ({ target }) => {
    if (location.protocol !== "file:" || !(target instanceof HTMLFormElement)) return;
    target.action = target.action.replace(/\/$/, "/index.html");
  });
}
