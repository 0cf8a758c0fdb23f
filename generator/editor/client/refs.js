// The ids of entries that a value names.

/** @import { Data, Shape } from "./contract.d.ts" */
import { isMapping } from "./tree.js";
import { asMapping, partOf } from "./values.js";

/**
 * @param {Shape} shape
 * @param {Data | undefined} data
 * @returns {string[]}
 */
export function refsIn(shape, data) {
  return [...new Set(refs(shape, data))];
}

/**
 * @param {Shape} shape
 * @param {Data | undefined} data
 * @returns {Generator<string>}
 */
function* refs(shape, data) {
  if (data === undefined) return;
  if (shape.sort === "ref" && typeof data === "string" && data) yield data;
  else if (shape.sort === "list" && shape.item && Array.isArray(data)) for (const one of data) yield* refs(shape.item, one);
  else if (shape.sort === "named" && shape.item && isMapping(data)) for (const one of Object.values(data)) yield* refs(shape.item, one);
  else if (shape.sort === "part" || shape.sort === "one_of") {
    const fields = asMapping(data, shape.bare);
    for (const field of partOf(shape, data)?.fields ?? []) yield* refs(field.shape, fields[field.name]);
  }
}
