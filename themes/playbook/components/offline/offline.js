// What this device keeps for reading without a network: says how much, keeps everything, and removes it again.
import { button, element } from "../element/element.js";
import { ROOT } from "../element/site.js";
import { part } from "../search/parts.js";
import { ordered } from "./worker-orders.js";
import words from "./words.js";

const LONGEST = 200;
const PATIENCE = 10_000; // milliseconds until a worker that nothing has begun to install is not expected any more

/** @typedef {import("./worker-orders.js").State} State */

/**
 * What a page of the site is called, as search knows it: its index is stored before any page is.
 * @param {URL} page
 * @returns {Promise<string | undefined>}
 */
async function titleOf(page) {
  /** @type {{ pages: import("../search/lazy/index.js").Columns }} */
  const { pages } = await part("search-first.json");
  const addresses = pages.url.split("\n").map((url) => new URL(url, ROOT).href);
  return pages.title.split("\n")[addresses.indexOf(page.href)];
}

class KeepOffline extends HTMLElement {
  missing = element("div", {});
  status = element("p", { role: "status" });
  bar = element("progress", { hidden: true, "aria-label": words.title });
  keeping = button("", () => this.keepAll());
  forgetting = button(words.forget, () => this.forget());
  /** @type {ServiceWorker | null} */
  worker = null;

  async connectedCallback() {
    this.keeping.hidden = this.forgetting.hidden = true;
    this.replaceChildren(this.missing, this.status, this.bar, element("div", { class: "offline-actions" }, this.keeping, this.forgetting));
    this.showMissing();
    this.worker = await this.ready();
    if (this.worker) this.show(await ordered(this.worker, { order: "state" }));
    else this.status.textContent = words.no_worker;
  }

  /** The service worker; null if there is none, or if nothing begins to install one. The first page is here before it. */
  async ready() {
    const { serviceWorker } = navigator;
    const registration = () => serviceWorker?.getRegistration().catch(() => undefined);
    const found = await registration();
    if (found?.active) return found.active;
    if (!found && !document.querySelector("script[data-worker]")) return null;
    this.status.textContent = words.getting_ready;
    /** @type {Promise<null>} */
    const none = new Promise((resolve) => setTimeout(async () => !(await registration()) && resolve(null), PATIENCE));
    return Promise.race([serviceWorker?.ready.then(({ active }) => active) ?? null, none]);
  }

  /** The address in the fragment is that of a page which is not kept. */
  showMissing() {
    const asked = location.hash.slice(1, LONGEST);
    if (!/^[\w%.-]+$/.test(asked)) return;
    const page = new URL(decodeURIComponent(asked), new URL("../", location.href));
    if (!page.href.startsWith(new URL("../", location.href).href)) return;
    const again = element("a", { href: page.href }, words.try_again);
    const said = element("strong", {}, words.missing({ page: page.pathname }));
    titleOf(page).then((title) => title && (said.textContent = words.missing_titled({ title })), () => {}); // else the address says it
    this.missing.className = "offline-missing";
    this.missing.append(
      element("p", {}, said),
      element("p", {}, words.missing_what),
      element("p", {}, again),
    );
  }

  /** @param {State & { failed?: string }} state */
  show({ pages, all, whole, bytes, failed }) {
    this.bar.hidden = true;
    this.keeping.disabled = this.forgetting.disabled = false;
    if (failed) {
      this.status.textContent = words.failed;
      return;
    }
    this.status.textContent = whole ? words.all_kept : words.kept(pages, { all });
    this.keeping.textContent = words.keep({ size: Math.max(1, Math.round(bytes / 1e6)) });
    this.keeping.hidden = whole;
    this.forgetting.hidden = pages === 0;
  }

  async keepAll() {
    if (!this.worker) return;
    this.keeping.disabled = this.forgetting.disabled = true;
    this.bar.hidden = false;
    const { all } = await ordered(this.worker, { order: "state" });
    this.bar.max = all;
    await navigator.storage?.persist?.().catch(() => false);
    const state = await ordered(this.worker, { order: "keepAll" }, ({ done }) => {
      this.bar.value = done;
      this.status.textContent = words.keeping({ done, all });
    });
    this.show(state);
  }

  async forget() {
    if (this.worker) this.show(await ordered(this.worker, { order: "forget" }));
  }
}

customElements.define("keep-offline", KeepOffline);
