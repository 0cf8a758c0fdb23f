"""Which of the theme's scripts a page loads: those for any page, and those of the elements that it contains."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath
from typing import Self

from generator.site.page import Artifact, Page

_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.[\w./-]+\.js)["']""")
_ELEMENT = re.compile(r"""\bcustomElements\.define\(\s*["']([a-z0-9-]+)["']""")


@dataclass(frozen=True, slots=True)
class Scripts:
    """Paths of scripts, each for all pages or for those that contain an element which it brings to life."""

    everywhere: tuple[str, ...]
    by_element: tuple[tuple[str, str], ...]
    """Pairs of the start of an element's tag and the script that defines it."""

    @classmethod
    def of(cls, scripts: Iterable[Artifact], on_demand: Iterable[Artifact] = ()) -> Self:
        """The scripts that pages ask for. What is imported by another, also by one that comes `on_demand`, does not."""
        texts = {script.path: script.content.decode() for script in scripts}
        others = {script.path: script.content.decode() for script in on_demand if script.path.endswith(".js")}
        imported = {
            normpath(join(dirname(path), name))
            for path, text in {**texts, **others}.items()
            for name in _IMPORT.findall(text)
        }
        asked_for = {path: _ELEMENT.findall(text) for path, text in texts.items() if path not in imported}
        return cls(
            tuple(path for path, elements in asked_for.items() if not elements),
            tuple((f"<{name}", path) for path, elements in asked_for.items() for name in elements),
        )

    def with_common(self, path: str, parts: Container[str]) -> Self:
        """These scripts if all pages load the file at `path`, of which the scripts `parts` are parts."""
        everywhere = (path, *(one for one in self.everywhere if one not in parts))
        by_element = ((tag, one) for tag, one in self.by_element if one not in parts)
        return replace(self, everywhere=everywhere, by_element=tuple(by_element))

    def at(self, place: Callable[[str], str]) -> Self:
        """The same scripts at the paths that `place` gives them."""
        by_element = ((tag, place(path)) for tag, path in self.by_element)
        return replace(self, everywhere=tuple(map(place, self.everywhere)), by_element=tuple(by_element))

    def on(self, page: Page) -> Page:
        """The page with the scripts of its own."""
        found = dict.fromkeys(path for tag, path in self.by_element if tag in page.body)
        return replace(page, scripts=tuple(found)) if found else page
