// The titles of entries that a form leads to: people see these, never ids.

/** @import { Entry, Mapping } from "./contract.d.ts" */
/** @import { Form } from "./form.js" */
import * as api from "./api.js";
import { refsIn } from "./refs.js";

/**
 * Ask for the titles that the form does not know yet.
 * @param {Form} form
 * @param {Entry} entry
 * @param {Mapping} value
 */
export async function learnTitles(form, entry, value) {
  const ids = [entry.target.id ?? "", ...refsIn({ sort: "part", parts: [entry.form] }, value)];
  const unknown = ids.filter((id) => id && !form.titles.has(id));
  // Without titles the ids are shown.
  const found = unknown.length ? await api.titlesOf(unknown).catch(() => []) : [];
  for (const title of found) form.titles.set(title.id, title);
}
