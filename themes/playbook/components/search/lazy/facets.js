// What can be chosen to narrow a list: by groups, of which each item has some values. Within a group any value
// chosen will do; all groups have to agree.

/** @typedef {Record<string, Set<string>>} Chosen The values that are chosen, by group. */
/** @typedef {Record<string, string[]>} Facets The values that an item has, by group. */

/**
 * Whether an item has what was chosen.
 * @param {Facets} item
 * @param {Chosen} chosen
 * @param {string | null} except a group to pass over
 */
export function fits(item, chosen, except = null) {
  return Object.entries(chosen).every(
    ([group, values]) => group === except || !values.size || item[group].some((value) => values.has(value)),
  );
}

/**
 * For each group and value how many items there would be with it, beside what is chosen in the other groups.
 * @param {Facets[][]} items each with what it has in every way to use it
 * @param {Chosen} chosen
 */
export function counts(items, chosen) {
  /** @type {Record<string, Map<string, number>>} */
  const found = {};
  for (const group of Object.keys(chosen)) {
    const row = (found[group] = new Map());
    for (const ways of items) {
      const values = new Set(ways.filter((way) => fits(way, chosen, group)).flatMap((way) => way[group]));
      for (const value of values) row.set(value, (row.get(value) ?? 0) + 1);
    }
  }
  return found;
}

/**
 * What an address chooses: `?kind=tell&kind=practice` or `?kind=tell,practice`. Values that do not exist are dropped.
 * @param {URLSearchParams} params
 * @param {Chosen} known every value that exists
 * @returns {Chosen}
 */
export function chosenIn(params, known) {
  return Object.fromEntries(
    Object.entries(known).map(([group, values]) => [
      group,
      new Set(params.getAll(group).flatMap((value) => value.split(",")).filter((value) => values.has(value))),
    ]),
  );
}

/**
 * The address's query for what is chosen.
 * @param {Chosen} chosen
 * @param {Record<string, string>} start parameters that stand before it, where they say something
 */
export function addressOf(chosen, start = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(start)) if (value) params.set(name, value);
  for (const [group, values] of Object.entries(chosen)) for (const value of values) params.append(group, value);
  return params.size ? `?${params}` : "";
}
