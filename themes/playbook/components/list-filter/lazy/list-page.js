// Narrows the list of a kind down to what says what is typed, in the group that is chosen.
import { showInContents } from "../../element/contents.js";
import { element } from "../../element/element.js";
import { all, one } from "../../element/find.js";
import { loadStyles } from "../../element/styles.js";
import { elsewhere } from "./elsewhere.js";
import { LONGEST, choiceIn, keepChoices } from "./kept-choice.js";
import { LITTLE } from "./little.js";
import { saying } from "./says.js";
import words from "../words.js";

// By structure: a name of a class here would bring its styles to every list.
const ITEMS = ":scope > :is(ul, ol) > li, :scope > dl > div, :scope > :is(div, figure), tbody tr:not(:has([scope=rowgroup]))";

/** @param {Element} node */
const textOf = (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * A group of the list with its entries. Text is read once, not at each letter.
 * @param {HTMLElement} part
 */
function groupOf(part) {
  const heading = one(part, "h2", HTMLElement);
  const items = all(part, ITEMS, HTMLElement).map((node) => ({ node, text: textOf(node) }));
  return { part, id: heading.id, name: textOf(heading), items, isTable: Boolean(part.querySelector("table")) };
}

export class ListPage {
  leaving = new AbortController();
  field = element("input", { type: "search", id: "list-filter", maxlength: LONGEST, autocomplete: "off", spellcheck: "false" });
  state = element("p", { role: "status" });

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    const parts = all(host.closest("article") ?? document.body, ".part", HTMLElement);
    this.groups = parts.map(groupOf).filter(({ items }) => items.length);
    this.listed = this.groups.filter(({ isTable }) => !isTable);
    this.group = element("select", { "aria-label": words.group, hidden: this.listed.length < 2 }, [
      element("option", { value: "" }, words.every),
      this.listed.map(({ id }) => element("option", { value: id })),
    ]);
  }

  begin() {
    const { signal } = this.leaving;
    const label = element("label", { for: this.field.id }, words.label);
    const filled = [label, element("div", {}, this.field, this.group), this.state];
    // Without their styles they would need more room than is kept for them.
    void loadStyles(new URL("list-filter.css", import.meta.url)).then(() => signal.aborted || this.host.replaceChildren(...filled));
    for (const changed of [this.field, this.group]) changed.addEventListener("input", () => this.changed(), { signal });
    addEventListener("hashchange", () => this.reveal(), { signal });
    this.field.value = choiceIn("find");
    this.group.value = choiceIn("group");
    if (this.group.selectedIndex < 0) this.group.value = "";
    this.show();
  }

  end() {
    this.leaving.abort();
    this.field.value = this.group.value = "";
    this.show();
    this.host.replaceChildren();
  }

  changed() {
    keepChoices({ find: this.field.value, group: this.group.value });
    this.show();
  }

  show() {
    const [typed, chosen] = [this.field.value.trim(), this.group.value];
    const listed = this.groups.flatMap(({ items }) => items);
    const { shown, isWhole } = saying(listed.map(({ text }) => text), typed, LITTLE);
    const said = new Set(listed.filter((_, at) => shown[at]));
    let found = 0;
    for (const { part, id, items, isTable } of this.groups) {
      const left = new Set(items.filter((item) => said.has(item)));
      const isOpen = chosen === "" || chosen === id;
      for (const item of items) item.node.hidden = !isOpen || !left.has(item);
      part.hidden = !isOpen || !left.size;
      found += isTable || part.hidden ? 0 : left.size;
      this.count(id, left.size);
    }
    showInContents(this.groups.map(({ part }) => part));
    const whole = this.listed.reduce((sum, { items }) => sum + items.length, 0);
    const state = found && !isWhole ? words.some(found) : words.left({ found, all: whole });
    this.state.replaceChildren(...(typed || chosen ? [state, ...(found && isWhole ? [] : elsewhere(typed))] : []));
  }

  /**
   * Say beside the name of a group how many of it say what is typed.
   * @param {string} id
   * @param {number} n
   */
  count(id, n) {
    const [option] = [...this.group.options].filter(({ value }) => value === id);
    const group = this.listed.find((listed) => listed.id === id)?.name;
    if (option && group) option.textContent = words.counted({ group, n });
  }

  /** Show everything again if the address names a group that is hidden. */
  reveal() {
    const named = this.groups.find(({ id }) => location.hash === `#${id}`);
    if (!named?.part.hidden) return;
    this.field.value = this.group.value = "";
    this.changed();
    named.part.scrollIntoView();
  }
}
