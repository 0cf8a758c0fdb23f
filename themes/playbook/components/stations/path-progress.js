// How far somebody has come on a path: what is kept, how it is read back, and how it is counted. No page, no storage.

export const SCHEMA = 1;
export const keyOf = (path) => `playbook:path:${path}`;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isId = (value) => typeof value === "string" && value.length <= 64 && ID.test(value);

// What a stored text says: the ids of what is done, and whether it may be written over.
// A newer version of the site may have kept more than this one knows: that is read, and left as it is.
export function parse(text) {
  const nothing = { done: new Set(), writable: true, damaged: false };
  if (text === null) return nothing;
  try {
    const { schema, done } = JSON.parse(text);
    if (!Number.isInteger(schema) || schema < 1 || !Array.isArray(done)) return { ...nothing, damaged: true };
    return { done: new Set(done.filter(isId)), writable: schema <= SCHEMA, damaged: false };
  } catch {
    return { ...nothing, damaged: true };
  }
}

export function format(done, now) {
  return JSON.stringify({ schema: SCHEMA, updatedAt: now.toISOString(), done: [...done].sort() });
}

// Ids of stations that the path no longer has stay kept, in case they come back, but they do not count.
export function counted(done, stations) {
  return stations.filter((id) => done.has(id)).length;
}
