// All that can be opened, and what was typed and not saved.

/** @import { JustDone } from "./done.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { choosing } from "./choosing.js";
import { reason } from "./dialogs.js";
import { propose } from "./proposing.js";
import * as saves from "./saves.js";
import { addressOf, unsavedList } from "./unsaved.js";
import words from "./words.js";

/** @typedef {ReturnType<typeof saves.toldOf>} Told */

/** @param {string} back where one comes from @param {boolean} isForNew whether somebody wants a new entry, and nothing else @param {JustDone | null} [done] what was done just before */
export async function startPage(back, isForNew, done = null) {
  /** @type {saves.Then} */
  const then = (which, save, moved) => show(back, isForNew, saves.toldOf(which, save, moved, then, false), then);
  await show(back, isForNew, done && saves.toldDone(done, then, null), then);
}

/** @param {string} back @param {boolean} isForNew @param {Told | null} told @param {saves.Then} then */
async function show(back, isForNew, told, then) {
  const found = await api.start();
  document.title = `${isForNew ? words.new_entry : words.title} – ${found.site}`;
  const go = (/** @type {{ kind: string, id: string }} */ title) => location.assign(addressOf(title));
  const search = choosing({
    id: "open", text: "", attributes: { placeholder: words.search_titles }, listLabel: words.found_titles,
    search: (text) => api.titles(text, []), show: (/** @type {import("./contract.d.ts").Title} */ title) => ({ title: title.title, about: title.kind_label }),
    choose: go, leave: () => {}, none: words.none_found,
  });
  const kinds = found.kinds.map((kind) => element("li", { "data-kind": kind.kind },
    element("div", {}, element("strong", {}, kind.plural), element("p", { class: "help" }, kind.about)),
    element("a", { class: "button", href: addressOf({ kind: kind.kind, new: true }, back), "aria-label": words.new_of({ kind: kind.label }) }, words.new_short)));
  const pages = found.pages.map(({ path, title }) => element("li", {}, element("a", { href: addressOf({ page: path }) }, title || path)));
  const left = unsavedList();
  /** @param {import("./contract.d.ts").Start} start */
  const savedOf = ({ canUndo, canRedo, git, read_only: readOnly }) => element("div", {},
    canUndo ? element("p", {}, git.can_propose ? words.propose_about : git.why_not) : null,
    element("div", { class: "row" },
      ...(canUndo && git.can_propose ? [button(words.propose, () => void propose(false))] : []),
      ...(canUndo ? [button(words.take_back, () => saves.ask("undo", then), { disabled: readOnly !== "" })] : []),
      ...(canRedo ? [button(words.make_again, () => saves.ask("redo", then), { disabled: readOnly !== "" })] : [])));
  document.body.replaceChildren(
    element("header", { class: "bar" }, element("a", { class: "back", href: back || "/" }, words.back), element("p", { class: "state" }, found.read_only),
      element("div", { class: "acts" }, button("◐", () => {}, { class: "sign shell-palette", "aria-label": words.dark, title: words.dark }))),
    element("main", { class: "start" }, ...(isForNew ? [head(found.site, words.new_entry), element("p", {}, words.which_kind), element("ul", { class: "kinds" }, ...kinds)] : [
      head(found.site, words.title),
      told ? notice(told) : null,
      left ? section(words.not_saved_yet, left) : null,
      element("section", {}, element("h2", {}, element("label", { for: "open" }, words.open_entry)), search.node),
      found.canUndo || found.canRedo ? section(words.saves, savedOf(found)) : null,
      section(words.new_entry, element("ul", { class: "kinds" }, ...kinds)),
      pages.length ? section(words.pages, element("ul", { class: "plain" }, ...pages)) : null,
      found.settings ? section(words.settings, element("p", {}, element("a", { href: addressOf({ site: true }) }, words.settings_about))) : null,
    ])),
  );
}

/** @param {Told} told */
function notice({ text, acts }) {
  const node = element("div", { class: "note", role: "alert" }, element("p", {}, text));
  const attempt = (/** @type {import("./menu.js").Act} */ act) => Promise.resolve(act.run()).catch((fault) => node.append(element("p", { class: "error" }, reason(fault))));
  node.append(element("div", { class: "row" }, ...acts.map((act) => button(act.label, () => attempt(act)))));
  return node;
}

/** @param {string} title @param {Node} content */
const section = (title, content) => element("section", {}, element("h2", {}, title), content);

/** @param {string} site @param {string} title */
const head = (site, title) => element("div", { class: "head" }, element("p", { class: "of" }, site), element("h1", {}, title));
