// Runs functions with the theme's modules, as tests/node/process.py asks: a line for each, and a line for each answer.
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";

/** @type {Record<string, string>} the modules that the build makes, by their paths below the components */
const made = JSON.parse(process.argv[2]);

const components = new URL("../../themes/playbook/components/", import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const url = URL.canParse(specifier, context.parentURL) ? new URL(specifier, context.parentURL).href : specifier;
    return url.replace(components.href, "") in made ? { url, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    const source = made[url.replace(components.href, "")];
    return source ? { format: "module", source, shortCircuit: true } : next(url, context);
  },
});

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
