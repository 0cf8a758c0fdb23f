// An item of a list that has fields of its own: open, or folded to the line that says what it is.

/** @import { Shape } from "./contract.d.ts" */
/** @import { Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import { called, partOf } from "./values.js";
import { leadsThrough } from "./problems.js";
import { tally } from "./severity.js";
import words from "./words.js";

const HOLDING = new Set(["part", "one_of", "list", "named"]);
const MOST_FLAT = 2;

/**
 * Whether an item is shown as it is: a plain value, or a part of two plain fields, such as a link and its reason.
 * @param {Shape} shape
 */
export function isFlat(shape) {
  if (!HOLDING.has(shape.sort)) return true;
  const fields = (shape.parts?.[0]?.fields ?? []).filter((field) => !field.shape.made_from);
  return shape.sort === "part" && fields.length <= MOST_FLAT && fields.every((field) => !HOLDING.has(field.shape.sort));
}

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @param {{ isOpen: boolean, isNew: boolean }} state
 */
export function foldedItem(form, shape, place, look, { isOpen, isNew }) {
  let number = look.label;
  const name = element("span", { class: "item-name" });
  const count = element("span", { class: "item-problems" });
  const fold = element("details", { class: "item-fold", open: isOpen }, element("summary", {}, name, count));

  const show = () => {
    const part = shape.sort === "one_of" ? partOf(shape, place.inside)?.label : "";
    const counted = words.numbered({ number: String(Number(place.key) + 1) });
    name.textContent = [counted, part, called(place.inside, (id) => form.titleOf(id))].filter(Boolean).join(" · ");
    const within = form.problems.filter((problem) => !problem.elsewhere && leadsThrough(problem.route, place.route));
    count.textContent = fold.open ? "" : tally(within);
  };
  const build = () => {
    if (fold.childElementCount > 1) return;
    const control = form.control(shape, place, { ...look, isOptional: false, isRow: false, isNew, level: look.level + 1 });
    control.node.classList.add("item-fields");
    fold.append(element("div", { role: "group", "aria-label": number }, control.node));
  };
  if (isOpen) build();
  const unfold = () => {
    if (fold.open) build();
    show();
    if (fold.open) form.showProblems();
  };
  // The event of the fold itself comes later; whoever opens it by script needs its fields at once.
  fold.addEventListener("editor-open", unfold);
  fold.addEventListener("toggle", unfold);
  fold.addEventListener("input", show);
  form.tried.addEventListener("tried", show);
  show();
  queueMicrotask(() => fold.closest(".item")?.addEventListener("editor-numbered", (event) => {
    number = /** @type {CustomEvent<string>} */ (event).detail;
    fold.querySelector(":scope > [role=group]")?.setAttribute("aria-label", number);
    show();
  }));
  return fold;
}
