"""Which styles a page loads: those that all pages use, and those that the pages of its template use besides.

What pages may use is read from templates, scripts and the program, so that it depends on them alone: a change of the
content cannot change a style.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.config.brand import NO_BRAND
from generator.config.theme import Theme
from generator.site.css_names import StyleNames
from generator.site.css_rules import Rule, chosen, css_of, rules_of
from generator.site.page import Artifact
from generator.site.theme_files import style_files
from generator.site.theme_texts import IN_TEXTS, ThemeTexts, component

ALL = "styles/all.css"
"""The styles of all pages, by their name within the release."""

ON_ALL_PAGES = ("entry", "entry-sections", "plain")
"""The templates that most pages have parts of: their styles are loaded once for all."""


@dataclass(frozen=True, slots=True)
class Stylesheets:
    """The styles of pages, by paths within a release.

    `by_page` gives the names of pages' templates those that these have always, `by_component` gives components those
    that a page has if it names them.
    """

    files: tuple[Artifact, ...]
    by_page: Mapping[str, tuple[str, ...]]
    by_component: Mapping[str, str]

    def of(self, templates: Iterable[str], body: str) -> tuple[str, ...]:
        """The styles of a page with this body, made by the first of these templates that the theme has."""
        name = next((name for name in templates if name in self.by_page), "")
        # To look for a name anywhere first is eight times as fast as to take the body apart into words.
        parts = (path for one, path in self.by_component.items() if one in body and _word(one).search(body))
        return (*self.by_page.get(name, ()), *parts)

    def with_colours(self, colours: bytes) -> Self:
        """The same styles, with the colours of a playbook for all pages."""
        files = (replace(file, content=file.content + colours) if file.path == ALL else file for file in self.files)
        return replace(self, files=tuple(files))


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])")


MOST = 50
"""How many results the cache of the user keeps."""


def stylesheets_once(theme: Theme, everywhere: Iterable[str]) -> Stylesheets:
    """The same as `stylesheets`, which the cache of the user keeps by everything that decides it."""
    everywhere = tuple(everywhere)
    files = replace(theme, brand=NO_BRAND)
    was = files.fingerprint()
    key = hashlib.sha256(repr((program(), was, everywhere)).encode()).hexdigest()

    def make() -> bytes:
        return _stored(stylesheets(files, everywhere))

    return _loaded(json.loads(made_once("theme-styles", key, make, MOST, lambda: files.fingerprint() == was)))


def _stored(made: Stylesheets) -> bytes:
    files = {file.path: file.content.decode() for file in made.files}
    data = {"files": files, "by_page": dict(made.by_page), "by_component": dict(made.by_component)}
    return json.dumps(data).encode()


def _loaded(data: Mapping[str, Any]) -> Stylesheets:
    files = (Artifact(path, css.encode()) for path, css in data["files"].items())
    return Stylesheets(
        tuple(files), {page: tuple(paths) for page, paths in data["by_page"].items()}, data["by_component"]
    )


def stylesheets(theme: Theme, everywhere: Iterable[str]) -> Stylesheets:
    """The styles in the files of a theme. The scripts at the paths `everywhere` run on all pages."""
    made = _Made(theme, frozenset(everywhere))
    files = {ALL: made.of_all()}
    by_page, by_component, by_text = dict[str, tuple[str, ...]](), dict[str, str](), dict[str, str]()
    for page in made.texts.pages:
        own, parts = made.of_page(page)
        by_page[page] = (by_text.setdefault(own, f"styles/{page}.css"),) if own else ()
        for name, css in parts.items():
            by_component[name] = f"styles/{name}.css"
            files[by_component[name]] = css
    files |= {path: css for css, path in by_text.items()}
    return Stylesheets(tuple(Artifact(path, css.encode()) for path, css in files.items()), by_page, by_component)


class _Made:
    """The rules of a theme, divided among stylesheets."""

    def __init__(self, theme: Theme, everywhere: frozenset[str]) -> None:
        self.texts = ThemeTexts.of(theme)
        self.rules = {path: rules_of(file.read_text("utf-8")) for path, file in style_files(theme).items()}
        self.general = self.texts.used(ON_ALL_PAGES, everywhere)
        frame = theme.files("material/**/*.html", "material/**/*.js").values()
        self.frame = tuple(path.read_text("utf-8") for path in frame)
        self.general_names = self.texts.names(self.general, self.frame)
        self.shared = {"", *map(component, self.general)}

    def of_all(self) -> str:
        return "".join(
            css_of(chosen(rules, self.general_names.apply_to))
            for path, rules in self.rules.items()
            if component(path) in self.shared
        )

    def of_page(self, page: str) -> tuple[str, Mapping[str, str]]:
        """The styles of the pages of a template that not all pages have, and those for components that they choose."""
        wanted = (page, f"{page}-sections")
        paths, fixed = self.texts.used(wanted), self.texts.used(wanted, chosen=False)
        names = self.texts.names(paths | self.general, self.frame)
        components = {IN_TEXTS, *map(component, paths)}
        parts = (components - {*map(component, fixed)}) & self.texts.chosen
        own = "".join(css_of(self._rest(path, names)) for path in self._files({"", *components} - parts))
        texts = {one: "".join(css_of(self._rest(path, names)) for path in self._files({one})) for one in sorted(parts)}
        return own, {one: css for one, css in texts.items() if css}

    def _files(self, components: set[str]) -> list[str]:
        return [path for path in self.rules if component(path) in components]

    def _rest(self, path: str, names: StyleNames) -> Iterable[Rule]:
        """The rules of a file that pages with these names use, without those that all pages have."""
        shared = component(path) in self.shared

        def keeps(selector: str) -> bool:
            return names.apply_to(selector) and not (shared and self.general_names.apply_to(selector))

        return chosen(self.rules[path], keeps, at_rules=not shared)
