// What can be chosen to narrow a list: by groups, of which each item has some values. Within a group any value
// chosen will do; all groups have to agree.

// Whether an item has what was chosen. `except` names a group to pass over.
export function fits(item, chosen, except = null) {
  return Object.entries(chosen).every(
    ([group, values]) => group === except || !values.size || item[group].some((value) => values.has(value)),
  );
}

// For each group and value how many items there would be with it, beside what is chosen in the other groups.
export function counts(items, chosen) {
  const found = {};
  for (const group of Object.keys(chosen)) {
    const row = new Map();
    for (const item of items) {
      if (fits(item, chosen, group)) for (const value of item[group]) row.set(value, (row.get(value) ?? 0) + 1);
    }
    found[group] = row;
  }
  return found;
}

export const nothing = (groups) => Object.fromEntries(groups.map((group) => [group, new Set()]));

// What an address chooses: `?kind=tell&kind=practice` or `?kind=tell,practice`. Values that do not exist are dropped.
export function chosenIn(params, known) {
  return Object.fromEntries(
    Object.entries(known).map(([group, values]) => [
      group,
      new Set(params.getAll(group).flatMap((value) => value.split(",")).filter((value) => values.has(value))),
    ]),
  );
}

// The address's query for what is chosen, after `start`: parameters that stand before it, where they say something.
export function addressOf(chosen, start = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(start)) if (value) params.set(name, value);
  for (const [group, values] of Object.entries(chosen)) for (const value of values) params.append(group, value);
  return params.size ? `?${params}` : "";
}
