// What scripts know of an assessment: how it scores, and the texts of its result.
import { dataAddress, ROOT } from "../element/site.js";

/**
 * @param {string} id
 * @returns {Promise<import("./definition.js").Definition>}
 */
export async function definitionOf(id) {
  const answer = await fetch(await dataAddress(`check.${id}.json`));
  if (!answer.ok) throw new Error(`the data of ${id} answers ${answer.status}`);
  /** @type {import("./definition.js").Definition} */
  const definition = await answer.json();
  for (const target of Object.values(definition.texts.targets)) target.url = new URL(target.url, ROOT).href;
  return definition;
}
