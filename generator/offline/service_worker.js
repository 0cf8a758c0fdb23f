// Keeps a build of the site for reading without a network, whole or not at all. What belongs to a build is known by the
// hashes of its files, so a page never gets a file of another build. Why it works as it does: docs/decisions.
{
  const worker = /** @type {any} */ (globalThis);
  const HASH = "playbook-hash";
  const PATIENCE = 5000; // milliseconds for which a page that is kept waits for the network
  const AT_ONCE = 6; // downloads

  /**
   * The hashes of the files of a build by their paths. `core` is always kept: what pages load, and a few of the pages.
   * `pictures` are those of the content: at the addresses that stay the same, which are kept with all pages, and in sizes.
   * @typedef {{ id: string, core: Record<string, string>, pages: Record<string, string>, pictures: Record<string, string>,
   *   bytes: number }} Build
   * @typedef {(said: object) => void} Tell
   */

  /** @param {ArrayBuffer} content */
  async function hashOf(content) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * Do something with all items, a few at once. After an error no more are begun, and those under way end first: they
   * must not keep anything behind a caller who clears it away.
   * @template T
   * @param {T[]} items
   * @param {(item: T) => Promise<unknown>} act
   */
  async function each(items, act) {
    const left = [...items];
    const turns = Array.from({ length: AT_ONCE }, async () => {
      try {
        for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    });
    await Promise.allSettled(turns);
    await Promise.all(turns);
  }

  /** @param {Build} build */
  function playbookWorker(build) {
    /** @type {string} */
    const scope = worker.registration.scope;
    const prefix = `playbook:${scope}:`;
    const name = `${prefix}${build.id}`;
    const settings = `${prefix}settings`; // what readers have decided, for all builds
    const known = new Map([build.core, build.pages, build.pictures].flatMap((files) => Object.entries(files)));
    const isForGood = (/** @type {string} */ path) => path.startsWith("assets/");
    // A picture is one file at the address that stays the same; its sizes lie in a folder that is called like it.
    const plainPictures = Object.keys(build.pictures).filter((path) => path.startsWith("files/"));
    const plainOf = (/** @type {string} */ path) =>
      path.replace(/^assets\/pictures\/(.+)\/[^/]+$/, (_whole, file) => `files/${file}`);
    const addressOf = (/** @type {string} */ path) => scope + path.replace(/(^|\/)index\.html$/, "$1");
    const wholeKey = `${scope}whole`;
    const otherKey = (/** @type {string} */ client) => `${scope}client/${client}`;

    /**
     * The path of an address in the site; null if it is elsewhere.
     * @param {string} address
     */
    function pathOf(address) {
      if (!address.startsWith(scope)) return null;
      const path = address.slice(scope.length).replace(/[?#].*$/, "");
      return path === "" || path.endsWith("/") ? `${path}index.html` : path;
    }

    /**
     * The answer as it is kept, if it is the file of this build; null otherwise.
     * @param {string} path
     * @param {Response} answer
     */
    async function checked(path, answer) {
      if (!answer.ok || !known.has(path)) return null;
      const content = await answer.clone().arrayBuffer();
      const hash = await hashOf(content);
      if (hash !== known.get(path)) return null;
      const headers = new Headers(answer.headers);
      for (const one of ["content-encoding", "content-length"]) headers.delete(one);
      headers.set(HASH, hash);
      return new Response(content, { headers });
    }

    /** @param {string} path */
    const kept = async (path) => (await caches.open(name)).match(scope + path);

    /**
     * @param {string} path
     * @param {Response} answer
     */
    const keep = async (path, answer) => (await caches.open(name)).put(scope + path, answer);

    const earlierBuilds = async () =>
      (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name && one !== settings);

    /**
     * The same file, kept by an earlier build.
     * @param {string} path
     */
    async function keptEarlier(path) {
      for (const one of await earlierBuilds()) {
        const found = await (await caches.open(one)).match(scope + path);
        if (found?.headers.get(HASH) === known.get(path)) return found;
      }
      return null;
    }

    /**
     * Keep a file of this build. Throws if the server has another.
     * @param {string} path
     */
    async function bring(path) {
      if (await kept(path)) return;
      const download = () => fetch(addressOf(path), { cache: isForGood(path) ? "default" : "no-cache" });
      const found = (await keptEarlier(path)) ?? (await checked(path, await download()));
      if (!found) throw new Error(`the server has another ${path} than this build`);
      await keep(path, found);
    }

    const isWhole = async () => Boolean(await (await caches.open(settings)).match(wholeKey));

    /** The pages that earlier builds have kept. */
    async function keptPages() {
      const found = new Set();
      for (const one of [name, ...(await earlierBuilds())]) {
        for (const { url } of await (await caches.open(one)).keys()) found.add(url.slice(scope.length));
      }
      return Object.keys(build.pages).filter((path) => found.has(path));
    }

    // A build is installed whole, or thrown away. Pages that were read before come along if that is possible.
    async function install() {
      try {
        await each(Object.keys(build.core), bring);
      } catch (error) {
        await caches.delete(name);
        throw error;
      }
      const pages = (await isWhole()) ? Object.keys(build.pages) : await keptPages();
      const pictures = (await isWhole()) ? plainPictures : [];
      await each([...pages, ...pictures], (path) => bring(path).catch(() => {}));
    }

    // No page of an earlier build is open any more.
    async function activate() {
      for (const one of await earlierBuilds()) await caches.delete(one);
    }

    /** A page of another build was shown: all that it asks for comes from the server. @param {string} client */
    async function noteOther(client) {
      if (client) await (await caches.open(name)).put(otherKey(client), new Response());
      worker.registration.update().catch(() => {});
    }

    /** @param {string} client */
    const isOther = async (client) => Boolean(await (await caches.open(name)).match(otherKey(client)));

    /**
     * The page that is kept, or the one that says what to do.
     * @param {string} path
     */
    async function withoutNetwork(path) {
      const found = await kept(path);
      return found ?? Response.redirect(`${scope}offline/#${encodeURIComponent(addressOf(path).slice(scope.length))}`);
    }

    /**
     * The answer of the server, or null if there is none, or if it takes too long for a page that is kept.
     * @param {Request} request
     * @param {string} path
     */
    async function fromNetwork(request, path) {
      const asked = fetch(request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" });
      const answer = asked.catch(() => null);
      if (!(await kept(path))) return answer;
      const late = new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));
      const first = /** @type {Response | null} */ (await Promise.race([answer, late]));
      return first && first.status < 500 ? first : null;
    }

    /**
     * @param {any} event
     * @param {string} path
     */
    async function navigated(event, path) {
      const answer = await fromNetwork(event.request, path);
      if (!answer) return withoutNetwork(path);
      const own = await checked(path, answer);
      if (own) event.waitUntil(keep(path, own.clone()).catch(() => {}));
      else if (answer.type !== "opaqueredirect") await noteOther(event.resultingClientId);
      return own ?? answer;
    }

    /**
     * @param {any} event
     * @param {string} path
     */
    async function answered(event, path) {
      if (!isForGood(path) && (await isOther(event.clientId))) return fetch(event.request);
      const found = await kept(path);
      if (found) return found;
      const answer = await fetch(event.request).catch(() => null);
      if (!answer) return (await kept(plainOf(path))) ?? Response.error();
      const own = await checked(path, answer);
      if (own) event.waitUntil(keep(path, own.clone()).catch(() => {}));
      return own ?? Response.error();
    }

    async function state() {
      const own = await caches.open(name);
      const pages = (await own.keys()).filter(({ url }) => url.slice(scope.length) in build.pages).length;
      const all = Object.keys(build.pages).length;
      return { pages, all, whole: (await isWhole()) && pages === all, bytes: build.bytes };
    }

    /** What pages can ask for. @type {Record<string, (given: any, tell: Tell) => Promise<object>>} */
    const orders = {
      state,
      async visited({ url }) {
        const path = pathOf(String(url));
        if (!path || !(path in build.pages)) return state();
        await bring(path);
        const html = await (await kept(path))?.text();
        const shown = plainPictures.filter((file) => html?.includes(file) || html?.includes(file.replace("files/", "pictures/")));
        await each(shown, bring);
        return state();
      },
      async keepAll(_given, tell) {
        await (await caches.open(settings)).put(wholeKey, new Response());
        let done = 0;
        await each(Object.keys(build.pages), async (path) => {
          await bring(path);
          done += 1;
          if (done % 10 === 0) tell({ done });
        });
        await each(plainPictures, bring);
        return state();
      },
      async forget() {
        await (await caches.open(settings)).delete(wholeKey);
        const own = await caches.open(name);
        for (const path of [...Object.keys(build.pages), ...Object.keys(build.pictures)]) await own.delete(scope + path);
        return state();
      },
    };

    /** @param {any} event */
    function ordered(event) {
      const { order } = event.data ?? {};
      if (!Object.hasOwn(orders, order)) return;
      /** @type {Tell} */
      const tell = (said) => event.ports[0]?.postMessage(said);
      const end = (/** @type {object} */ said) => tell({ ...said, end: true });
      const failed = (/** @type {Error} */ error) => end({ failed: error.name });
      event.waitUntil(orders[order](event.data, tell).then(end, failed));
    }

    /** @param {any} event */
    function fetched(event) {
      const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
      if (path === null) return;
      if (event.request.mode === "navigate") {
        if (known.has(path) || path.endsWith("/index.html")) event.respondWith(navigated(event, path));
      } else if (known.has(path)) event.respondWith(answered(event, path));
    }

    worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
    worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
    worker.addEventListener("fetch", fetched);
    worker.addEventListener("message", ordered);
  }

  Object.assign(globalThis, { playbookWorker });
}
