"""What the pages of a theme may use of its templates and scripts, read from their texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath

from generator.config.theme import Theme
from generator.site.css_names import StyleNames, program_texts

_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)(.*?)\{%-?\s*endmacro", re.DOTALL)
_IMPORT = re.compile(r"\{%-?\s*import\s+[\"']([^\"']+)[\"'](\s*~[^%]*?)?\s+as\s+(\w+)")
_INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+\.j2)[\"']")

_LOADED = re.compile(r"\basset\(\s*[\"']([^\"']+)|<([a-z]+-[a-z-]+)")
"""A script that a template loads; an element in it."""

_IN_SCRIPTS = re.compile(
    r"\b(?:from|import)\s*\(?\s*[\"'](\.[\w./-]+\.js)[\"']|[eE]lement\(\s*[\"']([a-z]+-[a-z-]+)[\"']"
)
"""A module that is imported; an element that is made."""

_MADE = re.compile(r"\bclass(?:Name =|:) *+[\"`]([^\"`]*+)")
"""The classes of an element that a script makes."""

_STYLES = re.compile(r"\{#-?\s*styles: ([a-z0-9-]+)")
"""A component whose classes a template writes without using its macros."""

_WITH_ENTRIES = "{# shows entries #}"
"""What the template of a page says whose scripts show entries in it."""

_COMMENT = re.compile(r"/\*\*.*?\*/", re.DOTALL)
"""What scripts say about types names modules without importing them."""

_DEFINED = re.compile(r"\bcustomElements\.define\(\s*[\"']([a-z0-9-]+)[\"']")


@dataclass(frozen=True)
class ThemeTexts:
    """The templates and scripts of a theme by their paths in it. A part of a template is `path#macro`, or `path#`."""

    templates: Mapping[str, str]
    scripts: Mapping[str, str]

    @classmethod
    def of(cls, theme: Theme) -> ThemeTexts:
        templates = theme.files("pages/*.j2", "components/*/*.j2").items()
        scripts = theme.files("js/*.js", "components/*/*.js", "components/*/lazy/*.js").items()
        return cls(
            {name: path.read_text("utf-8") for name, path in templates if path.name != "paper.html.j2"},
            {name: _COMMENT.sub("", path.read_text("utf-8")) for name, path in scripts},
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The names of the templates of pages."""
        return tuple(path.split("/")[1].partition(".")[0] for path in self.templates if path.startswith("pages/"))

    @property
    def with_entries(self) -> frozenset[str]:
        """The templates of pages, by their names, that show entries."""
        return frozenset(page for page in self.pages if _WITH_ENTRIES in self.templates[f"pages/{page}.html.j2"])

    def used(self, pages: Iterable[str], scripts: Iterable[str] = ()) -> frozenset[str]:
        """What these pages and scripts may use."""
        found: set[str] = set()
        new = frozenset(part for page in pages for part in self._whole(f"pages/{page}.html.j2")) | {*scripts}
        while new:
            found |= new
            new = frozenset[str]().union(*(self._named[one] for one in new)) - found
        return frozenset(found)

    def names(self, parts: Iterable[str], others: Iterable[str] = ()) -> StyleNames:
        """The names in these parts, in the program, and in `others`."""
        found = [*parts]
        templates = (self._parts[one] for one in found if "#" in one)
        return StyleNames.of(
            (*templates, *others, *program_texts()), (self._parts[one] for one in found if "#" not in one)
        )

    def made_by_scripts(self, parts: Iterable[str]) -> frozenset[str]:
        """The classes of elements that the scripts among these parts make."""
        texts = (self._parts[one] for one in parts if "#" not in one)
        return frozenset(name for text in texts for found in _MADE.findall(text) for name in found.split())

    @property
    def all_parts(self) -> Iterable[str]:
        """Whatever a page may use."""
        return self._parts.keys()

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        parts = dict(self.scripts)
        for path, text in self.templates.items():
            parts |= {f"{path}#{name}": inner for name, inner in _MACRO.findall(text)}
            parts[f"{path}#"] = _MACRO.sub("", text)
        return parts

    @cached_property
    def _by_element(self) -> Mapping[str, str]:
        """The script that defines an element, by its name."""
        return {element: path for path, text in self.scripts.items() for element in _DEFINED.findall(text)}

    def _whole(self, path: str) -> list[str]:
        return [part for part in self._parts if part.startswith(f"{path}#")]

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """The parts that each part names."""
        return {part: frozenset(self._names_of(part)) & self._parts.keys() for part in self._parts}

    def _names_of(self, part: str) -> Iterator[str]:
        """What a part names, whether the theme has it or not."""
        path, is_template, _ = part.partition("#")
        text = self._parts[part]
        if not is_template:
            for module, element in _IN_SCRIPTS.findall(text):
                yield normpath(join(dirname(path), module)) if module else self._by_element.get(element, "")
            return
        for asset, element in _LOADED.findall(text):
            yield f"components/{asset}" if asset else self._by_element.get(element, "")
        yield from (f"components/{name}/{name}.html.j2#" for name in _STYLES.findall(text))
        for included in _INCLUDE.findall(text):
            yield from self._whole(included)
        yield from (one for one in self._whole(path) if re.search(rf"\b{one.partition('#')[2] or 0}\(", text))
        for target, more, alias in _IMPORT.findall(self.templates[path]):
            targets = [one for one in self.templates if one.startswith(target)] if more else [target]
            for macro in re.findall(rf"\b{alias}\.(\w+)", text):
                yield from (name for one in targets for name in (f"{one}#", f"{one}#{macro}"))


def component(path: str) -> str:
    """The component to which a file of a theme belongs; empty if it belongs to none."""
    return path.split("/")[1] if path.startswith("components/") else ""
