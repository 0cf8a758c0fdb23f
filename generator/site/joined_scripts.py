"""Scripts that are published with all that they import, as one file.

A chain of imports costs a round trip for each link of it, and browsers load few files at a time. A script that has to
be there soon says so in a line of its own: `// @joined`. What the page has loaded before it is not repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from posixpath import dirname, relpath

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
    modules = {path: module(path, text) for path, text in texts.items()}
    return tuple(
        replace(script, content=_joined(script.path, modules).encode()) if _JOINED.search(script.content) else script
        for script in found
    )


def _joined(path: str, modules: Mapping[str, Module]) -> str:
    loading = [name for name, one in modules.items() if path in one.loads]
    given = _closure(loading, modules, lambda one: one.needs)
    inside = _closure([path], modules, lambda one: (*one.needs, *one.loads)) - given
    root = relpath(".", dirname(path)) + "/"
    outside = sorted(given & {name for one in inside for name in (*modules[one].needs, *modules[one].loads)})
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


def _closure(
    start: Iterable[str], modules: Mapping[str, Module], of: Callable[[Module], Iterable[str]]
) -> frozenset[str]:
    """The modules with these paths and all that they lead to."""
    found, waiting = set[str](), [*start]
    while waiting:
        path = waiting.pop()
        if path not in found and path in modules:
            found.add(path)
            waiting += of(modules[path])
    return frozenset(found)
