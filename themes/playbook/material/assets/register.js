// Lets the service worker keep the site for reading without a network. A classic script, which its own element tells
// where the worker is. Readers who save data are spared it.
"use strict";
{
  const address = document.currentScript?.dataset.worker;
  const { serviceWorker } = navigator;
  const savesData = /** @type {any} */ (navigator).connection?.saveData === true;

  async function register() {
    const scope = new URL(".", new URL(address ?? "", location.href)).href;
    const registration = await serviceWorker.register(address ?? "", { scope, updateViaCache: "none" });
    if (serviceWorker.controller || !registration) return;
    // The page was opened before there was a worker: it is to be kept as well.
    const ready = await serviceWorker.ready;
    ready.active?.postMessage({ order: "visited", url: location.href.split("#")[0] });
  }

  // Everything that the page needs comes first.
  if (address && serviceWorker && !savesData) {
    addEventListener("load", () => setTimeout(() => register().catch(() => {}), 1000));
  }
}
