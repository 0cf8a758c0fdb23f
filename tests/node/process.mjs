// Runs functions with the theme's modules, as tests/node/process.py asks: a line for each, and a line for each answer.
import { createInterface } from "node:readline";

const components = new URL("../../themes/playbook/components/", import.meta.url);

/**
 * A module of the theme by its path below the components, such as "formula/formula.js".
 * @param {string} path
 */
const load = (path) => import(new URL(path, components).href);

/**
 * @param {{ source: string, argument: unknown }} asked a function of `load` and one argument, as text
 * @returns {Promise<object>}
 */
async function answered({ source, argument }) {
  try {
    const run = new Function(`return (${source});`)(); // eslint-disable-line no-new-func -- the tests' own functions
    return { value: (await run(load, argument)) ?? null };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.stack : String(fault) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answered(JSON.parse(line)))}\n`);
}
