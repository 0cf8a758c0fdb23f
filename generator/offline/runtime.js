// Runs the modules of a playbook that was opened from a disk. Browsers load neither modules nor data from there, so all
// modules stand in this script, as functions by their paths, and data come as scripts that call `playbookFile`.
/**
 * @typedef {Record<string, unknown>} Exports
 * @typedef {(need: (name: string) => Exports, load: (name: string) => Promise<Exports>, url: string, fetch: (address: string | URL) => Promise<Response>) => Exports} Module
 */
{
  const script = document.currentScript;
  const site = new URL("../", script instanceof HTMLScriptElement ? script.src : location.href).href;

  /** @type {Record<string, Module>} */
  let modules = {};

  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {Map<string, Exports>} */
  const exported = new Map();

  /**
   * The path of an address in the site.
   * @param {string | URL} address
   * @param {string} [base]
   */
  function pathOf(address, base) {
    const path = new URL(address, base).href.slice(site.length).replace(/[?#].*/, "");
    return path.endsWith("/") || !path ? `${path}index.html` : path;
  }

  /**
   * What a module exports. It runs the first time that it is needed.
   * @param {string} path
   */
  function need(path) {
    let found = exported.get(path);
    if (!found) {
      const url = site + path;
      /** @param {string} name */
      const other = (name) => need(pathOf(name, url));
      // Like `import(…)`, not before what runs now is done: that may be the other module.
      /** @param {string} name */
      const later = async (name) => {
        await null;
        return other(name);
      };
      found = modules[path](other, later, url, fetchFile);
      exported.set(path, found);
    }
    return found;
  }

  /**
   * The answer to a request for a file of the site, which was written as a script.
   * @param {string | URL} address
   * @returns {Promise<Response>}
   */
  function fetchFile(address) {
    const path = pathOf(address, document.baseURI);
    return new Promise((resolve, reject) => {
      const answer = () => {
        const text = files.get(path);
        if (text === undefined) reject(new TypeError(`${path} is not in this playbook`));
        else resolve(new Response(text));
      };
      if (files.has(path)) return answer();
      const carrier = document.createElement("script");
      carrier.src = `${site}${path}.js`;
      carrier.onload = carrier.onerror = () => {
        carrier.remove();
        answer();
      };
      document.head.append(carrier);
    });
  }

  /** @param {Record<string, Module>} given every module of the site, of which the page names those that it starts */
  function playbookModules(given) {
    modules = given;
    for (const one of document.querySelectorAll("script[data-module]")) {
      if (one instanceof HTMLScriptElement) need(pathOf(one.dataset.module ?? "", document.baseURI));
    }
  }

  /**
   * Called by a file that was written as a script.
   * @param {string} path
   * @param {string} text
   */
  const playbookFile = (path, text) => files.set(path, text);

  Object.assign(globalThis, { playbookModules, playbookFile });
}
