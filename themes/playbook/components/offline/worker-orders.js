// What pages have the service worker do.

/** @typedef {{ pages: number, all: number, whole: boolean, bytes: number }} State How many pages are stored of how many. */

/**
 * Have the service worker do something, which may say more than once how far it is.
 * @param {ServiceWorker} worker
 * @param {object} order
 * @param {(said: any) => void} [heard]
 * @returns {Promise<State & { failed?: string }>}
 */
export const ordered = (worker, order, heard) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.end ? resolve(data) : heard?.(data));
    worker.postMessage(order, [port2]);
  });

const PATIENCE = 5000; // milliseconds

/** Remove the pages that are stored on this device, if any are. Says whether that worked. */
export async function forgetStored() {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration?.active) return true;
  /** @type {Promise<boolean>} */
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, false));
  return Promise.race([late, ordered(registration.active, { order: "forget" }).then(({ failed }) => !failed)]);
}
