// Lets the service worker keep the site for reading without a network. A classic script, which its own element tells
// where the worker is. Readers who save data are spared it.
"use strict";
{
  const address = document.currentScript?.dataset.worker;
  const { serviceWorker } = navigator;
  const savesData = /** @type {any} */ (navigator).connection?.saveData === true;
  const scope = new URL(".", new URL(address ?? "", location.href)).href;
  const key = `playbook:opened:${scope}`;
  const MOST = 30;

  // The pages that this tab has opened while there was no worker to keep them, some perhaps for a moment only.
  /** @type {string[]} */
  let opened = [];

  /** @param {string[]} pages */
  function note(pages) {
    opened = pages;
    try {
      if (pages.length) sessionStorage.setItem(key, pages.join(" "));
      else sessionStorage.removeItem(key);
    } catch {
      // Then it is this page only.
    }
  }

  function noted() {
    try {
      return sessionStorage.getItem(key)?.split(" ") ?? [];
    } catch {
      return [];
    }
  }

  async function register() {
    const registration = await serviceWorker.register(address ?? "", { scope, updateViaCache: "none" });
    if (!opened.length || !registration) return;
    const { active } = await serviceWorker.ready;
    for (const url of opened) active?.postMessage({ order: "visited", url });
    note([]);
  }

  if (address && serviceWorker && !savesData) {
    const here = serviceWorker.controller ? [] : [location.href.split("#")[0]];
    note([...new Set([...noted(), ...here])].slice(-MOST));
    // Everything that the page needs comes first.
    addEventListener("load", () => setTimeout(() => register().catch(() => {}), 1000));
  }
}
