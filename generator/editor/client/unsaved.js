// What was typed and not saved, in this form or another one, by its title.

/** @import { Target } from "./contract.d.ts" */
import { element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { allKept, targetOf } from "./kept.js";
import { momentOf } from "./labels.js";
import words from "./words.js";

/**
 * The address of the form of a target.
 * @param {Target} target
 * @param {string} [back]
 */
export const addressOf = (target, back = "") =>
  `/__edit/?${new URLSearchParams({ ...(target.new ? { new: target.kind ?? "" } : api.asQuery(target)), ...(back && { back }) })}`;

/** A list of it, with links; null where there is none. */
export function unsavedList() {
  const items = allKept(new Date()).map(({ key, kept }) => {
    const target = targetOf(key);
    const title = [kept.value.title, kept.value.name, target.new ? words.new_entry : "", target.id, target.page].find((one) => typeof one === "string" && one);
    return element("li", {}, element("a", { href: addressOf(target) }, String(title ?? words.settings)), ` ${momentOf(kept.at)}`);
  });
  return items.length ? element("ul", { class: "plain" }, ...items) : null;
}
