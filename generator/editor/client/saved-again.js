// Taking one field back to what is saved.

/** @import { Form } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import { same } from "./tree.js";
import words from "./words.js";

/**
 * What stands beside the label of a field as long as it differs from what is saved. Fields in items have none: what
 * has another number by now may not be what had it when it was saved.
 * @param {Form} form
 * @param {Place} place
 * @param {string} label
 * @returns {HTMLElement | null}
 */
export function backToSaved(form, place, label) {
  if (form.target.new || !place.route.every((key) => typeof key === "string")) return null;
  const back = button(words.back_to_saved, () => takeBack(form, place, label), { class: "quiet", title: words.back_to_saved_title });
  const about = element("span", { class: "saved-again" }, back);
  const show = () => {
    back.hidden = same(place.value, place.valueIn(form.saved));
    for (const told of about.querySelectorAll("p")) told.remove();
  };
  form.whenChanged(about, show);
  show();
  return about;
}

/** A step of its own, which is undone like any other. @param {Form} form @param {Place} place @param {string} label */
function takeBack(form, place, label) {
  form.pause();
  place.put(place.valueIn(form.saved));
  form.pause();
  form.rebuild();
  form.places.reveal(place.route);
  form.places.nodeAt(place.route)?.querySelector(":scope > .field-name > .saved-again")?.append(element("p", {}, words.as_saved));
  form.announce(words.back_at_saved({ name: label }));
}
