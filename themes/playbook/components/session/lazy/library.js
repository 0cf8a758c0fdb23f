// What the playbook has for sessions, fetched when somebody plans or prints one.
import { ROOT, dataAddress } from "../../element/site.js";
import { libraryOf } from "./compiled.js";

/** @typedef {import("./compiled.js").Library} Library */

/** @returns {Promise<Library>} */
export async function fetchedLibrary() {
  const answer = await fetch(await dataAddress("sessions.json"));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return libraryOf(await answer.json());
}

/**
 * The address of the page of a plan or of an entry.
 * @param {Library} library
 * @param {string} id
 */
export const addressIn = ({ plans, entries }, id) => new URL((plans.get(id) ?? entries.get(id))?.url ?? "", ROOT).href;
