"""Which styles a page loads: those that all pages use, that all entries use, and that its template uses besides.

What pages may use is read from templates, scripts and the program, so that it depends on them alone: a change of the
content cannot change a style.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from generator.caching.of_user import made_once
from generator.caching.program import program
from generator.config.brand import NO_BRAND
from generator.config.theme import Theme
from generator.site.css_names import StyleNames, names_in
from generator.site.css_rules import Rule, chosen, css_of, rules_of
from generator.site.css_short import Properties, with_short_names
from generator.site.page import Artifact
from generator.site.theme_files import style_files
from generator.site.theme_texts import ThemeTexts, component

ALL = "styles/all.css"
"""The styles of all pages, by their name within the release."""

ON_ALL_PAGES = ("plain",)
"""The template of lists and written pages: most of its styles are for what every page has."""

ENTRY = "entry"
ENTRY_SECTIONS = "entry-sections"
"""The template around all entries, and that of what stands in all of them."""

WITHIN_ENTRIES = (ENTRY, "declared", "inverse")
"""The templates around entries and in them, beside those with the names of kinds."""

PRINTED = "styles/printed.css"
"""What holds for all that is printed: after the styles of all pages and of all entries, before all others."""

WHERE_USED = "/* Where used"
"""What a file begins with whose styles are loaded only by pages that have what it has styles for."""


@dataclass(frozen=True, slots=True)
class Stylesheets:
    """The styles of pages, by paths within a release.

    `by_page` gives the names of pages' templates those that these have always, `by_name` gives classes and elements
    those that a page has if it has one of these.
    """

    files: tuple[Artifact, ...]
    by_page: Mapping[str, tuple[str, ...]]
    by_name: Mapping[str, str]

    def of(self, templates: Iterable[str], body: str) -> tuple[str, ...]:
        """The styles of a page with this body, made by the first of these templates that the theme has."""
        own = next((self.by_page[name] for name in templates if name in self.by_page), (PRINTED,))
        there = _names_in(body)
        parts = (path for name, path in self.by_name.items() if name in there)
        return tuple(dict.fromkeys((*own, *parts)))

    def with_colours(self, colours: bytes) -> Self:
        """The same styles, with the colours of a playbook for all pages."""
        files = (replace(file, content=file.content + colours) if file.path == ALL else file for file in self.files)
        return replace(self, files=tuple(files))


_CLASSES = re.compile(r'class="([^"]*)"')
_ELEMENT = re.compile(r"<([a-z]+-[a-z0-9-]*)")


def _names_in(body: str) -> AbstractSet[str]:
    """The classes in HTML, and the elements whose names have a hyphen, as those of components do."""
    # The same classes come again and again, so each text with classes is split once.
    classes = (name for text in set(_CLASSES.findall(body)) for name in text.split())
    return {*classes, *_ELEMENT.findall(body)}


MOST = 50
"""How many results the cache of the user keeps."""


def stylesheets_once(theme: Theme, everywhere: Iterable[str], kinds: Iterable[str]) -> Stylesheets:
    """The same as `stylesheets`, which the cache of the user keeps by everything that decides it."""
    everywhere, kinds = tuple(everywhere), tuple(kinds)
    files = replace(theme, brand=NO_BRAND)
    was = files.fingerprint()
    key = hashlib.sha256(repr((program(), was, everywhere, kinds)).encode()).hexdigest()

    def make() -> bytes:
        return _stored(stylesheets(files, everywhere, kinds))

    return _loaded(json.loads(made_once("theme-styles", key, make, MOST, lambda: files.fingerprint() == was)))


def _stored(made: Stylesheets) -> bytes:
    files = {file.path: file.content.decode() for file in made.files}
    return json.dumps({"files": files, "by_page": dict(made.by_page), "by_name": dict(made.by_name)}).encode()


def _loaded(data: Mapping[str, Any]) -> Stylesheets:
    files = (Artifact(path, css.encode()) for path, css in data["files"].items())
    by_page = {page: tuple(paths) for page, paths in data["by_page"].items()}
    return Stylesheets(tuple(files), by_page, data["by_name"])


def stylesheets(theme: Theme, everywhere: Iterable[str], kinds: Iterable[str]) -> Stylesheets:
    """The styles in the files of a theme. The scripts at the paths `everywhere` run on all pages.

    The entries of these `kinds` have the template of all entries around that with their name.
    """
    made = _Made(theme, frozenset(everywhere), frozenset((*kinds, *WITHIN_ENTRIES)))
    by_page, by_text = dict[str, tuple[str, ...]](), dict[str, str]()
    for page in made.texts.pages:
        there = made.of_entries if page in made.with_entries else ""
        before, own = (
            [by_text.setdefault(css, f"styles/{name}.css")] if css else []
            for css, name in ((there, ENTRY), (made.of_page(page), page))
        )
        by_page[page] = (*before, PRINTED, *own, *made.parts_made_by_scripts(page))
    files = {ALL: made.of_all(), PRINTED: made.printed()} | {path: css for css, path in by_text.items()}
    files |= {name.removeprefix("components/"): css_of(rules) for name, rules in made.files.lazy.items()}
    by_name = dict[str, str]()
    for name, css, names in made.parts:
        files[name] = css
        by_name |= dict.fromkeys(sorted(names), name)
    return Stylesheets(tuple(Artifact(path, css.encode()) for path, css in files.items()), by_page, by_name)


@dataclass(frozen=True, slots=True)
class _There:
    """What styles a page has already: those of these components, for these names."""

    components: AbstractSet[str]
    names: StyleNames


class _Made:
    """The rules of a theme, divided among stylesheets."""

    def __init__(self, theme: Theme, everywhere: frozenset[str], with_entries: frozenset[str]) -> None:
        self.texts = ThemeTexts.of(theme)
        frame = theme.files("material/**/*.html", "material/**/*.js", "material/**/*.css").values()
        self.frame = tuple(path.read_text("utf-8") for path in frame)
        self.files = _files(theme, [*self.frame, *self.texts.templates.values(), *self.texts.scripts.values()])
        self.with_entries = with_entries | self.texts.with_entries
        self.general = self.texts.used(ON_ALL_PAGES, everywhere)
        self.around = self.general | self.texts.used((ENTRY, ENTRY_SECTIONS))
        self.on_all, self.on_entries = map(self._there, (self.general, self.around))

    def _there(self, parts: AbstractSet[str]) -> _There:
        """What pages with these parts have: their components, and those whose elements scripts make."""
        return _There({"", *map(component, parts), *self.texts.made_by_scripts(parts)}, self._names(parts))

    def _names(self, parts: Iterable[str]) -> StyleNames:
        return self.texts.names(parts, self.frame)

    def of_all(self) -> str:
        return self._rules(self.on_all)

    @cached_property
    def of_entries(self) -> str:
        """The styles of all entries beside those of all pages."""
        return self._rules(self.on_entries, self.on_all)

    def of_page(self, page: str) -> str:
        """The styles of the pages of a template beside those of all pages, and of all entries if it shows some."""
        used = self.texts.used((page, f"{page}-sections"))
        if page in self.with_entries:
            return self._rules(self._there(used | self.around), self.on_all, self.on_entries)
        return self._rules(self._there(used | self.general), self.on_all)

    def _rules(self, wanted: _There, *before: _There) -> str:
        """The rules for what pages have, without those that they have before."""
        css = []
        for path, rules in self.files.always.items():
            if component(path) in wanted.components:
                have = [one.names for one in before if component(path) in one.components]

                def keeps(selector: str, have: Sequence[StyleNames] = have) -> bool:
                    return wanted.names.apply_to(selector) and not any(one.apply_to(selector) for one in have)

                css.append(css_of(chosen(rules, keeps, at_rules=not have)))
        return "".join(css)

    def printed(self) -> str:
        """The styles for all that is printed. They are loaded for paper only, and need not say so."""
        return "".join(
            css_of(content if head == "@media print" and not isinstance(content, str) else [(head, content)])
            for head, content in self._usable(self.files.printed)
        )

    @cached_property
    def parts(self) -> Sequence[tuple[str, str, AbstractSet[str]]]:
        """The styles that are loaded where they are used: their paths, what they are, and what names them.

        That is a class with their name, and all that no other file has styles for on screens.
        """
        on_screens = {path: {*names_in(rules, printed=False)} for path, rules in self.files.of_pages.items()}
        found = []
        for path, rules in self.files.parts.items():
            others = {name for other, names in on_screens.items() if other != path for name in names}
            stem = path.rpartition("/")[2].removesuffix(".css")
            name = "-".join(dict.fromkeys(filter(None, (component(path), stem))))
            css = css_of(self._usable({path: rules}))
            found.append((f"parts/{name}.css", css, {*names_in(rules), name} - others))
        return found

    def parts_made_by_scripts(self, page: str) -> Iterator[str]:
        """The paths of those of them that the scripts of a page make elements for."""
        made = self.texts.made_by_scripts(self.texts.used((page, f"{page}-sections")))
        return (path for path, _, names in self.parts if names & made)

    def _usable(self, files: Mapping[str, Sequence[Rule]]) -> Iterator[Rule]:
        names = self._names(self.texts.all_parts)
        return (rule for rules in files.values() for rule in chosen(rules, names.apply_to))


@dataclass(frozen=True, slots=True)
class _StyleFiles:
    """The rules of the files of a theme by their paths, divided by when they are loaded."""

    always: dict[str, Sequence[Rule]]
    parts: dict[str, Sequence[Rule]]
    printed: dict[str, Sequence[Rule]]
    lazy: dict[str, Sequence[Rule]]

    @property
    def of_pages(self) -> dict[str, Sequence[Rule]]:
        """What pages load of themselves on screens."""
        return self.always | self.parts


def _files(theme: Theme, elsewhere: Iterable[str]) -> _StyleFiles:
    paths = {**style_files(theme), **theme.files("components/*/lazy/*.css")}
    texts = {name: path.read_text("utf-8") for name, path in paths.items()}
    rules = {name: with_short_names(rules_of(text)) for name, text in texts.items()}
    properties = Properties.of([*rules.values()], elsewhere)
    found = _StyleFiles({}, {}, {}, {})
    for name, of_file in rules.items():
        part = found.parts if texts[name].startswith(WHERE_USED) else found.always
        kind = found.lazy if "/lazy/" in name else found.printed if name.endswith("/print.css") else part
        kind[name] = tuple(properties.settled(of_file))
    return found
