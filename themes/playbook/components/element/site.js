// Where the site and the data of its scripts are.

/** The address of the home page: this module is in a folder of a folder of `assets/`. */
export const ROOT = new URL("../../../", import.meta.url);

/** @type {Promise<Record<string, string>> | null} the names that files with data have, by those that scripts know */
let names = null;

/**
 * The address of a file with data, whose name says what it contains.
 * @param {string} name
 */
export async function dataAddress(name) {
  names ??= fetch(new URL("data.json", ROOT), { cache: "no-cache" }).then((answer) => {
    if (!answer.ok) throw new Error(`data.json answers ${answer.status}`);
    return answer.json();
  });
  names.catch(() => (names = null)); // the next attempt may succeed
  return new URL(`assets/data/${(await names)[name]}`, ROOT);
}
