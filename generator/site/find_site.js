// The page for missing addresses names the site by the address in site_config.yml. Where the site is elsewhere, such as
// in a preview, its styles are missing: then look for the site in the folders of the address, and correct the page.
(() => {
  const configured = document.currentScript?.dataset.root ?? "/";
  const mostFolders = 20;

  /** @param {string} place the address of a folder */
  const move = (place) => {
    for (const element of document.querySelectorAll("*")) {
      for (const attribute of element.attributes) {
        const { value } = attribute;
        if (value.startsWith(configured) && !value.startsWith("//")) attribute.value = place + value.slice(configured.length);
      }
    }
    for (const script of document.querySelectorAll("script[src]")) {
      const again = document.createElement("script");
      for (const { name, value } of script.attributes) again.setAttribute(name, value);
      again.async = false;
      script.replaceWith(again);
    }
  };

  /** @param {string} address of a style sheet. Servers may answer a missing one with a page. */
  const isThere = async (address) => {
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    return Boolean(answer?.ok && answer.headers.get("content-type")?.startsWith("text/css"));
  };

  /** @param {HTMLLinkElement} link to a style sheet. The rules of one that is a page in truth cannot be read. */
  const isLoaded = (link) => {
    try {
      return Boolean(link.sheet?.cssRules.length);
    } catch {
      return false;
    }
  };

  addEventListener("load", async () => {
    const [sheet] = document.querySelectorAll("link[rel=stylesheet]");
    if (!(sheet instanceof HTMLLinkElement) || isLoaded(sheet)) return;
    const path = sheet.getAttribute("href")?.slice(configured.length) ?? "";
    const folders = location.pathname.split("/").slice(1, -1).slice(0, mostFolders);
    for (let depth = folders.length; depth >= 0; depth -= 1) {
      if (folders[depth - 1] === "") continue; // servers take two slashes for one
      // With the origin: a path that begins with two slashes would name another server.
      const place = location.origin + ["", ...folders.slice(0, depth), ""].join("/");
      if (await isThere(place + path)) return move(place);
    }
  });
})();
