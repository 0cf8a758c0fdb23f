// The requests to the editor's program.

/** @import { Changed, Changes, Consequences, Entry, Moved, Proposed, Save, Saved, Source, Start, StoredFile, Target, Title, Tried, Which, WholePage } from "./contract.d.ts" */

const API = "/__edit/api/";

/** Says that a request was refused, in words for people; `status` 0 where nothing answers. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} message
   * @param {any} [answer]
   */
  constructor(status, message, answer) {
    super(message);
    this.status = status;
    this.answer = answer;
  }

  /** What the file holds by now, where that is the reason. @returns {Changed | null} */
  get changed() {
    return this.status === 409 && Array.isArray(this.answer?.conflicts) ? this.answer : null;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 * @throws {Refusal}
 */
async function asked(path, options = {}) {
  let response;
  try {
    response = await fetch(API + path, { ...options, credentials: "same-origin", headers: { "X-Playbook-Editor": "1", ...options.headers } });
  } catch {
    throw new Refusal(0, "");
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(response.status, answer?.error ?? `${response.status} ${response.statusText}`, answer);
  return answer;
}

/** @param {string} path @param {object} body */
const posted = (path, body) =>
  asked(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @param {Record<string, string>} fields */
const query = (fields) => new URLSearchParams(fields).toString();

/**
 * A target as the fields of a query.
 * @param {Target} target
 * @returns {Record<string, string>}
 */
export function asQuery(target) {
  if (target.page !== undefined) return { page: target.page };
  return target.site ? { site: "1" } : { kind: target.kind ?? "", id: target.id ?? "" };
}

/** @param {Target} target @returns {Promise<Entry>} */
export function load(target) {
  if (target.page !== undefined) return asked(`page?${query({ path: target.page })}`);
  if (target.site) return asked("site");
  return asked(target.new ? `new?${query({ kind: target.kind ?? "" })}` : `entry?${query(asQuery(target))}`);
}

/** @typedef {{ target: Target, version: string, base: object, value: object, draft?: boolean, resolved?: boolean }} Sent */

/** @param {Sent} sent @returns {Promise<Tried>} */
export const attempt = (sent) => posted("try", sent);
/** @param {Sent} sent @returns {Promise<Saved>} */
export const save = (sent) => posted("save", sent);
/** @returns {Promise<Record<Which, Save | null>>} */
export const saves = () => asked("saves");
/** Take back a save, or make one again. @param {Which} which @param {string} name @returns {Promise<Moved>} */
export const step = (which, name) => posted(which, { save: name });
/** @param {"remove" | "rename"} which @param {object} body @returns {Promise<Consequences>} */
export const consequences = (which, body) => posted(`${which}?try=1`, body);
/** @param {"remove" | "rename"} which @param {object} body @returns {Promise<Moved>} */
export const carryOut = (which, body) => posted(which, body);
/** @param {Target} target @param {(string | number)[]} route @returns {Promise<Source>} */
export const source = (target, route) => asked(`source?${query({ ...asQuery(target), route: JSON.stringify(route) })}`);
/** @param {object} body @returns {Promise<{ html: string }>} */
export const preview = (body) => posted("preview", body);
/** @param {Sent} sent @returns {Promise<WholePage>} */
export const wholePage = (sent) => posted("whole-page", sent);
/** @param {string} text @param {string[]} kinds @returns {Promise<Title[]>} */
export const titles = (text, kinds) => asked(`titles?${query({ q: text, kinds: kinds.join(",") })}`);
/** @param {string[]} ids @returns {Promise<Title[]>} */
export const titlesOf = (ids) => asked(`titles?${query({ ids: ids.join(",") })}`);
/** @param {"picture" | "file"} sort @returns {Promise<StoredFile[]>} */
export const files = (sort) => asked(`files?${query({ sort })}`);
/** @param {File} file @returns {Promise<StoredFile>} */
export const store = (file) =>
  asked(`file?${query({ name: file.name })}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
/** @returns {Promise<Changes>} */
export const changes = () => asked("changes");
/** @param {string} message @returns {Promise<Proposed>} */
export const propose = (message) => posted("propose", { message });
/** @returns {Promise<Start>} */
export const start = () => asked("start");
