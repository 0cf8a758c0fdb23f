// A link to another entry, which is searched by its title.

/** @import { Shape, Title } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { choosing } from "./choosing.js";
import words from "./words.js";

/**
 * @param {Form} form
 * @param {Shape} shape
 * @param {Place} place
 * @param {Look} look
 * @returns {Control}
 */
export function linkControl(form, shape, place, look) {
  const id = typeof place.value === "string" ? place.value : "";
  const about = element("span", { class: "link-about" });
  const show = () => {
    const title = form.titles.get(String(place.value));
    about.textContent = title && shape.kinds?.length !== 1 ? title.kind_label : "";
  };
  const { node, field } = choosing({
    id: look.id,
    text: form.titleOf(id) ?? id,
    attributes: {
      "aria-label": look.describedBy ? null : look.label, "aria-describedby": look.describedBy || null,
      "aria-required": (look.isRequired ?? !look.isOptional) ? "true" : null, placeholder: words.search_titles,
    },
    listLabel: words.found_titles,
    search: (text) => api.titles(text, shape.kinds ?? []),
    show: (/** @type {Title} */ found) => ({ title: found.title, about: found.kind_label }),
    choose: (found) => {
      form.titles.set(found.id, found);
      place.put(found.id);
      show();
    },
    // What was typed is not lost: it may be an id that does not exist yet. Its problem is shown then.
    leave: (text) => {
      const known = [...form.titles.values()].find((one) => one.title === text);
      if (text === "" && look.isOptional) place.put(undefined);
      else place.put(known?.id ?? text);
      show();
    },
    none: words.none_found,
    pending: (end) => form.pending(end),
    count: (count) => form.announce(words.found(count)),
  });
  show();
  field.classList.add("link");
  node.append(about);
  return { node };
}
