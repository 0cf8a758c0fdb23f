"""Scripts that are published with all that they import, as one file.

A chain of imports costs a round trip for each link of it, and browsers load few files at a time. So two lines in a
script, each of its own, say what becomes of it:

`// @common`: most pages load it. All such scripts, with what they import, are one file, `common.js`, which every page
loads; in their places are modules that pass on what it has, so that any other script imports them as before.

`// @joined`: it is loaded on demand, as a whole. What the page has loaded before it is not repeated.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from posixpath import basename, dirname, relpath

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.site.page import Artifact
from generator.site.script_modules import Module, module, without_comments
from generator.system.refusal import Refused

COMMON = "common.js"
"""The file with the scripts of most pages, by its name within the release."""

_MARK = re.compile(rb"^// @(joined|common)$", re.MULTILINE)
_RUNTIME = """const $made = {};
EXPORT const $module = (path) => ($made[path] ??= $given[path] ?? $functions[path](...$use(path)));
const $path = (name, from) => new URL(name, `file:///${from}`).pathname.slice(1);
const $at = (path) => new URL(`ROOT${path}`, import.meta.url).href;
const $use = (from) => {
  const need = (name) => $module($path(name, from));
  const load = async (name) => {
    await null;
    return $files[$path(name, from)]?.() ?? need(name);
  };
  return [need, load, $at(from)];
};
"""
_START = "for (const path of %s) try { $module(path); } catch (error) { reportError(error); }\n"


MOST = 20
"""How many results the cache of the user keeps."""


def with_joined_once(scripts: Iterable[Artifact]) -> tuple[tuple[Artifact, ...], frozenset[str]]:
    """The same as `with_joined`, which the cache of the user keeps by everything that decides it."""
    found = tuple(scripts)
    made = hashlib.sha256(program().encode())
    for script in found:
        made.update(f"\0{script.path}\0{len(script.content)}\0".encode() + script.content)
    kept = json.loads(made_once("scripts", made.hexdigest(), lambda: _stored(*with_joined(found)), MOST))
    texts: Mapping[str, str] = kept["texts"]
    others = (script for script in found if script.path not in texts)
    files = (*(Artifact(path, text.encode()) for path, text in texts.items()), *others)
    return files, frozenset(kept["starts"])


def _stored(files: Iterable[Artifact], starts: Iterable[str]) -> bytes:
    texts = {file.path: file.content.decode() for file in files if file.path.endswith(".js")}
    return json.dumps({"texts": texts, "starts": sorted(starts)}, ensure_ascii=False).encode()


def with_joined(scripts: Iterable[Artifact]) -> tuple[tuple[Artifact, ...], frozenset[str]]:
    """The scripts as they are published, without comments, and those of them that `COMMON` runs, by their paths.

    Raises Refused if one of them cannot be a part of another file.
    """
    found = tuple(scripts)
    marks = {script.path: mark[1] for script in found if (mark := _MARK.search(script.content))}
    texts = {script.path: script.content.decode() for script in found if script.path.endswith(".js")}
    starts = tuple(path for path, mark in marks.items() if mark == b"common")
    joining = _Joining(texts, starts)
    new = {path: without_comments(text) for path, text in texts.items()}
    new |= {path: joining.joined(path) for path, mark in marks.items() if mark == b"joined"}
    new |= {path: joining.passed_on(path) for path in joining.common}
    made = [replace(script, content=new[script.path].encode()) if script.path in new else script for script in found]
    if starts:
        made.append(Artifact(COMMON, joining.of_most_pages().encode()))
    return tuple(made), frozenset(starts)


@dataclass(frozen=True)
class _Joining:
    """The texts of all scripts by their paths, and the scripts that `COMMON` runs."""

    texts: Mapping[str, str]
    starts: tuple[str, ...]

    @cached_property
    def common(self) -> frozenset[str]:
        return self._closure(self.starts, lambda one: one.needs)

    def of_most_pages(self) -> str:
        """The content of `COMMON`."""
        later = sorted({name for path in self.common for name in self._module(path).loads} - self.common)
        files = ", ".join(f"{json.dumps(name)}: () => import({json.dumps(f'./{name}')})" for name in later)
        return self._file(self.common, "./", "", files, "export") + _START % json.dumps(self.starts)

    def passed_on(self, path: str) -> str:
        """A module that exports what one of the same path in `COMMON` does."""
        return (
            f'import {{ $module }} from "{_root(path)}{COMMON}";\n'
            f"const $entry = $module({json.dumps(path)});\n{self._exports(path)}"
        )

    def joined(self, path: str) -> str:
        """A script that is loaded on demand, with all that it imports."""
        # Reading a script as a module takes milliseconds, so only those are read that may load this one.
        naming = [name for name, text in self.texts.items() if basename(path) in text]
        loading = [name for name in naming if path in self._module(name).loads]
        loaded = self._closure(loading, lambda one: one.needs) | self.common
        inside = self._closure([path], lambda one: (*one.needs, *one.loads)) - loaded
        used = {name for one in map(self._module, inside) for name in (*one.needs, *one.loads)}
        root, given, imports = _root(path), dict[str, str](), list[str]()
        for at, name in enumerate(sorted(used & loaded - self.common)):
            given[name] = f"${at}"
            imports.append(f"import * as ${at} from {json.dumps(root + name)};\n")
        if shared := sorted(used & self.common):
            imports.append(f'import {{ $module as $common }} from "{root}{COMMON}";\n')
            given |= {name: f"$common({json.dumps(name)})" for name in shared}
        values = ", ".join(f"{json.dumps(name)}: {value}" for name, value in given.items())
        entry = f"const $entry = $module({json.dumps(path)});\n"
        return "".join((*imports, self._file(inside, root, values), entry, self._exports(path)))

    def _file(self, inside: Iterable[str], root: str, given: str, files: str = "", export: str = "") -> str:
        functions = ",\n".join(
            f"{json.dumps(name)}: ($need, $load, $url) => {{\n{self._module(name).body}\n}}" for name in sorted(inside)
        )
        runtime = _RUNTIME.replace("ROOT", root).replace("EXPORT ", f"{export} ".lstrip())
        tables = (
            f"const $given = {{ {given} }};\nconst $files = {{ {files} }};\nconst $functions = {{\n{functions}\n}};\n"
        )
        return tables + runtime

    def _exports(self, path: str) -> str:
        names = [one.partition(":")[0] for one in self._module(path).exports]
        if any(name.startswith("...") for name in names):
            raise Refused(
                f"{path} exports all of another module. To be part of another file, it names what it exports."
            )
        return "".join(
            f"export default $entry.{name};\n" if name == "default" else f"export const {name} = $entry.{name};\n"
            for name in names
        )

    def _module(self, path: str) -> Module:
        return module(path, self.texts[path])

    def _closure(self, start: Iterable[str], of: Callable[[Module], Iterable[str]]) -> frozenset[str]:
        """The modules with these paths and all that they lead to."""
        found, waiting = set[str](), [*start]
        while waiting:
            path = waiting.pop()
            if path not in found and path in self.texts:
                found.add(path)
                waiting += of(self._module(path))
        return frozenset(found)


def _root(path: str) -> str:
    return relpath(".", dirname(path)) + "/"
