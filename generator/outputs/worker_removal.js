// The service worker of a site that keeps nothing for reading without a network: it removes what an earlier one has kept,
// and itself.
{
  const worker = /** @type {any} */ (globalThis);

  async function remove() {
    const mine = `playbook:${worker.registration.scope}:`;
    for (const name of await caches.keys()) if (name.startsWith(mine)) await caches.delete(name);
    await worker.registration.unregister();
  }

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(remove()));
}
