"""Scripts that are published with all that they import, as one file.

A chain of imports costs a round trip for each link of it, and browsers load few files at a time. A script that has to
be there soon says so in a line of its own: `// @joined`. What the page has loaded before it is not repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from posixpath import basename, dirname, relpath

from generator.site.page import Artifact
from generator.site.script_modules import Module, module

_JOINED = re.compile(rb"^// @joined$", re.MULTILINE)
_RUNTIME = """const $made = {};
const $module = (path) => ($made[path] ??= $given[path] ?? $functions[path](...$use(path)));
const $path = (name, from) => new URL(name, `file:///${from}`).pathname.slice(1);
const $at = (path) => new URL(`ROOT${path}`, import.meta.url).href;
const $use = (from) => {
  const need = (name) => $module($path(name, from));
  return [need, async (name) => need(name), $at(from)];
};
"""


def with_joined(scripts: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """The scripts, by their paths within the release, with those joined that ask for it.

    Raises Refused if one of them cannot be a part of another file.
    """
    found = tuple(scripts)
    if not any(_JOINED.search(script.content) for script in found):
        return found
    texts = {script.path: script.content.decode() for script in found if script.path.endswith(".js")}
    return tuple(
        replace(script, content=_joined(script.path, texts).encode()) if _JOINED.search(script.content) else script
        for script in found
    )


def _joined(path: str, texts: Mapping[str, str]) -> str:
    # Reading a script as a module takes milliseconds, so only those are read that may load this one.
    naming = [name for name, text in texts.items() if basename(path) in text]
    loading = [name for name in naming if path in module(name, texts[name]).loads]
    given = _closure(loading, texts, lambda one: one.needs)
    inside = _closure([path], texts, lambda one: (*one.needs, *one.loads)) - given
    modules = {name: module(name, texts[name]) for name in inside}
    root = relpath(".", dirname(path)) + "/"
    outside = sorted(given & {name for one in modules.values() for name in (*one.needs, *one.loads)})
    imports = "".join(f"import * as ${at} from {json.dumps(root + name)};\n" for at, name in enumerate(outside))
    known = ", ".join(f"{json.dumps(name)}: ${at}" for at, name in enumerate(outside))
    functions = ",\n".join(
        f"{json.dumps(name)}: ($need, $load, $url) => {{\n{modules[name].body}\n}}" for name in sorted(inside)
    )
    exports = "".join(f"export const {name} = $entry.{name};\n" for name in modules[path].exports)
    return (
        f"{imports}const $given = {{ {known} }};\nconst $functions = {{\n{functions}\n}};\n"
        f"{_RUNTIME.replace('ROOT', root)}const $entry = $module({json.dumps(path)});\n{exports}"
    )


def _closure(start: Iterable[str], texts: Mapping[str, str], of: Callable[[Module], Iterable[str]]) -> frozenset[str]:
    """The modules with these paths and all that they lead to."""
    found, waiting = set[str](), [*start]
    while waiting:
        path = waiting.pop()
        if path not in found and path in texts:
            found.add(path)
            waiting += of(module(path, texts[path]))
    return frozenset(found)
