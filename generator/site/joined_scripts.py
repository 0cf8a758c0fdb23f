"""Scripts that are published with all that they import, as one file.

A chain of imports costs a round trip for each link of it, browsers load few files at a time, and many small files are
compressed badly. So a script that a page loads, or that another loads by `import(…)`, holds what it imports besides. Of
what has surely been loaded before it, nothing is repeated.

`// @common`, a line of its own, says that most pages load a script. All such scripts, with what they import, are one
file, `common.js`, which every page loads. It keeps the functions of the modules of all files, each by its path: the
first file that brings a module counts, so each is run once.

What others import has a small file as well, for templates and scripts that ask for it by itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from posixpath import dirname, relpath

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.site.page import Artifact
from generator.site.script_modules import Module, module, without_comments
from generator.system.refusal import Refused

COMMON = "common.js"
"""The file with the scripts of most pages, by its name within the release."""

_MARK = re.compile(rb"^// @common$", re.MULTILINE)
_RUNTIME = """const $functions = {}, $files = {}, $made = {};
export const $add = (functions, files) => {
  Object.assign($files, files);
  for (const path in functions) $functions[path] ??= functions[path];
};
export const $module = (path) => ($made[path] ??= $functions[path](...$use(path)) ?? {});
const $path = (name, from) => new URL(name, `file:///${from}`).pathname.slice(1);
const $use = (from) => {
  const need = (name) => $module($path(name, from));
  const load = async (name) => {
    await null;
    const path = $path(name, from);
    return path in $functions ? $module(path) : $files[path]();
  };
  return [need, load, new URL(from, import.meta.url).href];
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

    Raises Refused if one that `COMMON` runs cannot be a part of another file. Others are then published as they are.
    """
    found = tuple(scripts)
    starts = tuple(script.path for script in found if _MARK.search(script.content))
    texts = {script.path: script.content.decode() for script in found if script.path.endswith(".js")}
    joining = _Joining(texts, starts)
    new = {path: joining.published(path) for path in texts}
    made = [replace(script, content=new[script.path].encode()) if script.path in new else script for script in found]
    if texts:
        made.append(Artifact(COMMON, joining.of_most_pages().encode()))
    return tuple(made), frozenset(starts)


@dataclass(frozen=True)
class _Joining:
    """The texts of all scripts by their paths, and the scripts that `COMMON` runs."""

    texts: Mapping[str, str]
    starts: tuple[str, ...]

    @cached_property
    def common(self) -> frozenset[str]:
        return self._needed(self.starts)

    def of_most_pages(self) -> str:
        """The content of `COMMON`."""
        start = _START % json.dumps(self.starts) if self.starts else ""
        return without_comments(f"{_RUNTIME}{self._added(self.common, './')}{start}")

    def published(self, path: str) -> str:
        """The file of a script: with what it imports, if a page or another script loads it as a whole."""
        if path not in self._joinable or any(name.startswith("...") for name in self._module(path).exports):
            return without_comments(self.texts[path])
        root = relpath(".", dirname(path)) + "/"
        exported = _exported(self._module(path))
        entry = f"{'const $entry = ' if exported else ''}$module({json.dumps(path)});\n{exported}"
        if path in self.common:
            return f'import {{ $module }} from "{root}{COMMON}";\n{entry}'
        whole = path in self._loaders or path not in self._imported
        inside = self._needed([path]) - self._before(path) if whole else frozenset({path})
        others = () if whole else sorted({*self._module(path).needs} - self.common)
        imports = "".join(f"import {json.dumps(root + name)};\n" for name in others)
        text = f'import {{ $add, $module }} from "{root}{COMMON}";\n{imports}{self._added(inside, root)}{entry}'
        return without_comments(text)

    def _added(self, inside: frozenset[str], root: str) -> str:
        """The call that adds the functions of some modules, and says in which files those are that they load."""
        functions = ",\n".join(
            f"{json.dumps(name)}: ($need, $load, $url) => {{\n{self._module(name).body}\n}}" for name in sorted(inside)
        )
        later = sorted({name for path in inside for name in self._module(path).loads} - self.common)
        files = ", ".join(f"{json.dumps(name)}: () => import({json.dumps(root + name)})" for name in later)
        return f"$add({{\n{functions}\n}}, {{ {files} }});\n"

    def _before(self, path: str) -> frozenset[str]:
        """The modules that have surely been loaded before a script: those of all pages, and of whatever loads it."""
        loaders = [self._needed([loader]) for loader in self._loaders.get(path, ())]
        return self.common.union(frozenset.intersection(*loaders)) if loaders else self.common

    @cached_property
    def _loaders(self) -> Mapping[str, tuple[str, ...]]:
        """The scripts that load a script by `import(…)`, by its path."""
        found: dict[str, tuple[str, ...]] = {}
        for path, one in self._modules.items():
            for name in one.loads:
                found[name] = (*found.get(name, ()), path)
        return found

    @cached_property
    def _imported(self) -> frozenset[str]:
        return frozenset(name for one in self._modules.values() for name in one.needs)

    @cached_property
    def _joinable(self) -> frozenset[str]:
        """The scripts that can be parts of others, and so can all that they import."""
        return frozenset(path for path in self._modules if self._needed([path]) <= self._modules.keys())

    @cached_property
    def _modules(self) -> Mapping[str, Module]:
        found = dict[str, Module]()
        for path, text in self.texts.items():
            with suppress(Refused):
                found[path] = module(path, text)
        return found

    def _module(self, path: str) -> Module:
        """The module at a path. Raises Refused if it cannot be a part of another file."""
        return module(path, self.texts[path])

    def _needed(self, start: Iterable[str]) -> frozenset[str]:
        """The scripts with these paths, and all that they import."""
        found, waiting = set[str](), [*start]
        while waiting:
            path = waiting.pop()
            if path not in found and path in self.texts:
                found.add(path)
                waiting += self._module(path).needs if path in self._modules else ()
        return frozenset(found)


def _exported(one: Module) -> str:
    names = [export.partition(":")[0] for export in one.exports]
    return "".join(
        f"export default $entry.{name};\n" if name == "default" else f"export const {name} = $entry.{name};\n"
        for name in names
    )
