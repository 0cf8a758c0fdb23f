// A picture or a file: dropped, chosen from this computer or from what the playbook has, with the words that go with it.

/** @import { Shape, StoredFile } from "./contract.d.ts" */
/** @import { Control, Form, Look } from "./form.js" */
/** @import { Place } from "./place.js" */
import { button, element } from "../../../themes/playbook/components/element/element.js";
import * as api from "./api.js";
import { choosing } from "./choosing.js";
import { attached, attachedIn } from "./values.js";
import words from "./words.js";

const PICTURES = "image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml";

/**
 * The bytes of a file as an address, by which it is shown before any page has it.
 * @param {File} file
 * @returns {Promise<string>}
 */
const dataOf = (file) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("loadend", () => resolve(typeof reader.result === "string" ? reader.result : ""));
    reader.readAsDataURL(file);
  });

/** @param {Form} form @param {Shape} shape @param {Place} place @param {Look} look @returns {Control} */
export function fileControl(form, shape, place, look) {
  const sort = shape.sort === "picture" ? "picture" : "file";
  const text = typeof place.value === "string" ? place.value : "";
  let { words: said, path } = attachedIn(text) ?? { words: "", path: "" };
  const put = () => place.put(path || said ? attached(sort, said, path) : look.isOptional ? undefined : "", look.id);
  const label = element("input", { id: `${look.id}-words`, value: said, type: "text" });
  label.addEventListener("input", () => {
    said = label.value;
    put();
  });
  const chosen = filePicker(form, sort, { id: look.id, path, label: look.label, describedBy: look.describedBy }, (file) => {
    path = file.path;
    if (!said && file.words) said = label.value = file.words;
    put();
    label.focus();
    form.announce(sort === "picture" ? words.say_picture : words.say_file);
  });
  const named = element("div", { class: "file-words" },
    element("label", { for: label.id }, sort === "picture" ? words.picture_words : words.file_words), label,
    element("p", { class: "help" }, sort === "picture" ? words.picture_help : words.file_help));
  // What is written in another way stays to be mended as a text.
  const odd = text && !attachedIn(text) ? element("p", { class: "help" }, words.written_so({ text })) : null;
  return { node: element("div", { class: "file" }, odd, chosen, named), isGroup: false };
}

/**
 * Chooses a file; one from this computer is stored first.
 * @param {Form} form
 * @param {"picture" | "file"} sort
 * @param {{ id: string, path: string, label: string, describedBy: string }} look
 * @param {(file: StoredFile) => void} choose
 * @param {File} [given] one to be stored at once
 */
export function filePicker(form, sort, look, choose, given) {
  const state = element("p", { class: "help", role: "status" });
  const image = element("img", { alt: "", hidden: true, class: "file-image" });
  image.addEventListener("error", () => {
    image.hidden = true;
  });
  const show = (/** @type {StoredFile} */ file) => {
    image.hidden = !(sort === "picture" && file.address);
    if (file.address) image.src = file.address;
  };
  const { node, field } = choosing({
    id: look.id, text: look.path, listLabel: words.files,
    attributes: { placeholder: words.search_files, "aria-describedby": look.describedBy || null, "aria-label": look.describedBy ? null : look.label },
    search: async (text) => (await api.files(sort)).filter((file) => file.path.toLowerCase().includes(text.toLowerCase())).slice(0, 12),
    show: (/** @type {StoredFile} */ file) => ({ title: file.path, about: file.words ?? "" }),
    choose: (file) => {
      show(file);
      choose(file);
    },
    leave: (text) => choose({ path: text }),
    none: words.no_file_found,
  });
  const input = element("input", { type: "file", accept: sort === "picture" ? PICTURES : null, hidden: true, tabindex: "-1", "aria-hidden": "true" });
  const send = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    state.textContent = words.storing({ name: file.name });
    try {
      const stored = { ...(await api.store(file)), address: await dataOf(file) };
      field.value = stored.path;
      state.textContent = words.stored({ path: stored.path });
      show(stored);
      choose(stored);
    } catch (fault) {
      state.textContent = fault instanceof api.Refusal && fault.status ? fault.message : words.no_answer;
    }
  };
  input.addEventListener("change", () => {
    void send(input.files?.[0]);
    input.value = "";
  });
  const drop = element("div", { class: "drop" }, button(words.choose_file, () => input.click(), { class: "add" }), input, element("span", { class: "help" }, words.drop_here), state);
  for (const name of ["dragover", "dragenter"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    void send(event.dataTransfer?.files[0]);
  });
  if (look.path && sort === "picture") {
    void api.files(sort).then((files) => show(files.find((file) => file.path === look.path) ?? { path: "" }), () => {});
  }
  if (given) void send(given);
  return element("div", { class: "file-choice" }, image, drop, node);
}
