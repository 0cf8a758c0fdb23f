// The editor: the form of what the address names, or all that can be opened.

/** @import { Target } from "./contract.d.ts" */
import { element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { justDone } from "./done.js";
import { Editor } from "./editor.js";
import { propose } from "./proposing.js";
import { startPage } from "./start.js";
import words from "./words.js";

/** @param {URLSearchParams} query @returns {Target | null} */
function targetFrom(query) {
  const [kind, fresh, page] = ["kind", "new", "page"].map((name) => query.get(name));
  if (fresh) return { kind: fresh, id: "", new: true };
  if (kind) return { kind, id: query.get("id") ?? "" };
  if (page) return { page };
  return query.has("site") ? { site: true } : null;
}

/** @param {unknown} fault */
function refused(fault) {
  if (!(fault instanceof api.Refusal)) throw fault;
  document.body.replaceChildren(element("main", { class: "refused" },
    element("h1", {}, words.cannot_open), element("p", {}, fault.status ? fault.message : words.no_answer),
    element("p", {}, element("a", { href: "/__edit/" }, words.to_start))));
}

async function begin() {
  const query = new URLSearchParams(location.search);
  const target = targetFrom(query);
  const back = query.get("back") ?? "";
  const isOwn = /^\/(?![/\\])/.test(back);
  try {
    const done = await justDone(query);
    if (target) await Editor.open(target, isOwn ? back : "", done);
    else await startPage(isOwn ? back : "", query.has("new"), done);
    if (!target && query.has("propose")) void propose(false);
  } catch (fault) {
    refused(fault);
  }
}

void begin();
