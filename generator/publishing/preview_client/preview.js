// Added to each page by `playbook serve`, never part of a site: reloads the page when the site was built anew, and
// shows the errors of the last change. Warnings are on the terminal: the site can be built with them.

// The build that this page comes from stands in the address of this script.
const shown = new URL(import.meta.url).searchParams.get("build");
const ID = "__preview-report";

/**
 * @param {string} name
 * @param {object} properties
 * @param {(Node | string)[]} children
 */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Shows `text` over the page, in the alert that is there or in a new one; no text, no alert.
 * @param {string} text
 * @param {boolean} isOlder whether the page is the one before the last change
 */
function report(text, isOlder) {
  const found = document.getElementById(ID);
  if (found?.querySelector("pre")?.textContent === text) return;
  found?.replaceChildren();
  if (text === "") return;
  const alert = found ?? element("section", { id: ID, role: "alert" });
  if (!found) document.body.append(alert);
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => alert.replaceChildren());
  alert.append(
    element("h2", {}, isOlder ? "The last change has a problem" : "There is a problem"),
    element("p", {}, seen(isOlder), "This message goes once the problem is solved."),
    element("pre", { tabIndex: 0 }, text),
    close,
  );
}

/** What the page is, beside the problem. @param {boolean} isOlder */
function seen(isOlder) {
  if (isOlder) return "You see the site as it was before. ";
  return shown ? "You see the site with the last change, but it cannot be published like this. " : "";
}

/** @type {EventSource | null} */
let source = null;

function listen() {
  source?.close();
  source = null;
  // Browsers allow six connections to a server: pages in the background give theirs up.
  if (document.visibilityState === "hidden") return;
  source = new EventSource("/__preview/events");
  source.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.build === shown) report(state.report, state.isOlder);
    else location.reload();
  });
}

document.addEventListener("visibilitychange", listen);
listen();
