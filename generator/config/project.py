"""The configuration of a playbook: `site_config.yml`."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from generator.config.colours import brand_of, contrast_problems, in_one
from generator.config.declared_kinds import (
    declaration_problems,
    unknown_in_sites,
    unknown_kinds,
    unknown_looks,
    unknown_words,
)
from generator.config.fonts import font_problems
from generator.config.languages import language_of
from generator.config.looks import look_problems
from generator.config.scales import scales_in, uneven
from generator.config.settings import THEME, SiteConfig
from generator.config.theme import FOLDER, Theme, theme_names, theme_of
from generator.config.unused_templates import unused_templates
from generator.content.defined import Defined
from generator.content.expanding import Expander, expander
from generator.content.field_names import field_names
from generator.content.files import PAGES, SNIPPETS
from generator.content.misfits.explained import explained
from generator.content.misfits.nulls import beyond, nulls
from generator.content.snippets import variable_definitions, variables_in
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, in_order, limited, stops_the_build
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, shortened
from generator.kinds import BUILT_IN
from generator.kinds.declared import Addition, KindNames, with_declared
from generator.kinds.words import worded
from generator.language.language import Language
from generator.model.entry import Part
from generator.model.kind import Kinds
from generator.reading.composer import Data
from generator.reading.document import Document, document_of, parse, read_document

_OWN = ("url", "name", "tagline", "feedback", "footer", "notice")
"""What a site of many may have in place of what the configuration says for all."""


@dataclass(frozen=True, slots=True)
class Project:
    """A playbook on disk: its configuration and the folder that contains it."""

    root: Path
    file: Path
    site: SiteConfig
    theme: Theme
    kinds: Kinds
    """The kinds of its entries: the built-in ones and those declared in the configuration."""
    warnings: tuple[Diagnostic, ...] = ()
    """What is to be said about the configuration and the words of the playbook's own, though both can be used."""
    variables: tuple[Defined, ...] = ()
    """The variables of the configuration, as they are written."""

    named: str = ""
    """Which of the `sites` of the configuration it is; empty for all of the playbook."""

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.kinds.language

    @property
    def content(self) -> Path:
        return self.root / self.site.content

    def site_named(self, name: str) -> Project:
        """The same playbook as one of the sites of its configuration, with the name and the address of that."""
        found = self.site.sites[name]
        own = {field: value for field in _OWN if (value := getattr(found, field)) is not None}
        if not found.editorial:
            own |= {"edit_url": "", "owners": {}, "review_months": {}, "last_changed": False}
        home = self.site.home.model_copy(update={"lead": found.lead}) if found.lead else self.site.home
        return replace(self, site=self.site.model_copy(update={**own, "home": home}), named=name)

    def name_of(self, path: Path) -> str:
        """The name of a file in diagnostics: its path relative to the configuration."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name


def read_config(
    path: Path, further: Callable[[Document], Iterable[Diagnostic]] = lambda _: (), given: bytes | None = None
) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Read the configuration at `path`. The project is None if the configuration has errors.

    `further` finds problems with what it says about packages that import this one. With `given` bytes the file is not
    read from the disk.
    """
    root, name, names_of = path.resolve().parent, path.name or str(path), partial(field_names, BUILT_IN)
    read = read_document(path, root, name, names_of) if given is None else document_of(given, name, names_of)
    document, problems = read
    if document is None:
        return None, in_order(problems)
    content = root / content_of(document)
    definitions, misused = variable_definitions(document, _texts_in(content / SNIPPETS))
    names = expander(SiteConfig, document.data, definitions)
    site, faults = _validated(document, names)
    additions, misfits_of_kinds = _additions(document, names)
    faults += (*misfits_of_kinds, *(names.problems(document, document.data) if names else ()))
    theme = _theme(root, document)
    language, misfits = language_of(root, site.language, document) if site else (None, ())
    built_in = BUILT_IN.spoken(language) if language else BUILT_IN
    faults += (*declaration_problems(document, theme, built_in), *unknown_kinds(document, _texts_in(content / PAGES)))
    faults += (*unknown_words(document),)
    faults += (*further(document),)
    faults += (*unknown_looks(document, theme), *unknown_in_sites(document))
    if site:
        faults += (*uneven(site.scales, document, ("scales",)),)
        scales, wrong = scales_in(root, site.content, document, definitions)
        site, faults = site.model_copy(update={"scales": {**site.scales, **scales}}), (*faults, *wrong)
        faults += (*_missing_content(root, site, document), *look_problems(root, site.content, document))
        faults += (*font_problems(site.fonts, document),)
        if theme is None:
            faults += (_missing_theme(root, site.theme, document),)
        else:
            problems = (*in_one(problems, tuple(contrast_problems(site.colours, theme, document))),)
            theme = replace(theme, brand=brand_of(site.colours, theme))
    faults += (*beyond(nulls(document, SiteConfig, _is_optional_text), (*misfits, *faults)),)
    problems = in_order(limited((*problems, *misused, *misfits, *faults)))
    if site is None or theme is None or language is None or stops_the_build(problems, strict=False):
        return None, problems
    kinds = worded(with_declared(built_in, site.kinds, additions), site.words)
    problems = in_order((*problems, *unused_templates(root, theme, kinds)))
    return Project(root, path.resolve(), site, theme, kinds, problems, variables_in(document)), problems


def content_named(path: Path) -> str:
    """The folder of the content that a configuration names, even if other parts of it are wrong, or the usual one."""
    try:
        document, _ = parse(path.read_text(encoding="utf-8", errors="replace"), path.name)
    except OSError:
        document = None
    return content_of(document)


def content_of(document: Document | None) -> str:
    """The folder of the content that the document of a configuration names, or the usual one."""
    fields = document.data if document and isinstance(document.data, dict) else {}
    named = fields.get("content")
    return os.path.normpath(named) if isinstance(named, str) else str(SiteConfig.model_fields["content"].default)


def _texts_in(folder: Path) -> frozenset[str]:
    """The names of the texts in a folder; none if there is no such folder, or the system does not take its name."""
    try:
        return frozenset(path.stem for path in folder.iterdir() if path.suffix == ".md")
    except (OSError, ValueError):
        return frozenset()


def _missing_content(root: Path, site: SiteConfig, document: Document) -> Iterator[Diagnostic]:
    folder, shown = Path(os.path.normpath(root / site.content)), site.content
    # A symbolic link may point elsewhere, but the written path must stay inside the playbook.
    lies_within = folder.is_relative_to(root) and folder != root
    # Unlike Path.is_dir, this does not fail on names that are too long.
    if not lies_within or not os.path.isdir(root / shown):
        shown = shortened(shown)
        message = f"there is no folder `{shown}`" if lies_within else f"`{shown}` is not a folder of this playbook"
        beside = (place.name for place in root.iterdir() if place.is_dir() and not place.name.startswith("."))
        hint = did_you_mean(shown, beside) or "write the folder that contains the entries"
        yield Diagnostic(codes.BAD_CONFIG, message, document.span(("content",)), hint)


def _theme(root: Path, document: Document) -> Theme | None:
    """The theme, even if the rest of the configuration has errors."""
    name = document.data.get("theme", THEME) if isinstance(document.data, dict) else THEME
    return theme_of(root, name) if isinstance(name, str) else None


def _missing_theme(root: Path, name: str, document: Document) -> Diagnostic:
    names = theme_names(root)
    known = f"known themes: {', '.join(f'`{found}`' for found in names)}" if names else "reinstall the generator"
    hint = did_you_mean(name, names) or f"{known}; your own theme is a folder in `{FOLDER}/`"
    return Diagnostic(codes.BAD_CONFIG, f"there is no theme `{shortened(name)}`", document.span(("theme",)), hint)


def _validated(document: Document, names: Expander | None) -> tuple[SiteConfig | None, tuple[Diagnostic, ...]]:
    if not isinstance(document.data, dict):
        message, hint = "the configuration must contain fields", "start with `name:`, `tagline:` and `url:`"
        return None, (Diagnostic(codes.NOT_A_MAPPING, message, Span(document.file), hint),)
    kinds = document.data.get("kinds")
    of_own = _without(kinds, BUILT_IN.by_name) if isinstance(kinds, dict) else kinds
    try:
        written = {**document.data, **({"kinds": of_own} if kinds else {})}
        return SiteConfig.model_validate(written, context=names), ()
    except ValidationError as error:
        return None, tuple(explained(error, document, SiteConfig, "the configuration"))


def _is_optional_text(route: Route) -> bool:
    """Whether a text of the configuration can be left out."""
    found = SiteConfig.model_fields.get(str(route[0])) if len(route) == 1 else None
    return found is not None and not found.is_required()


class _Additions(Part):
    """What the configuration says about built-in kinds."""

    kinds: dict[str, Addition]


def _additions(document: Document, names: Expander | None) -> tuple[Mapping[str, Addition], tuple[Diagnostic, ...]]:
    """What the configuration adds to built-in kinds, by their names, and what is wrong with it."""
    kinds = document.data.get("kinds") if isinstance(document.data, dict) else None
    # That a built-in kind has its own names is reported elsewhere.
    said = {
        name: _without(fields, KindNames.model_fields) if isinstance(fields, dict) else fields
        for name, fields in (kinds.items() if isinstance(kinds, dict) else ())
        if name in BUILT_IN.by_name
    }
    try:
        return _Additions.model_validate({"kinds": said}, context=names).kinds, ()
    except ValidationError as error:
        return {}, tuple(explained(error, document, _Additions, "the configuration"))


def _without(fields: Mapping[str, Data], names: Container[str]) -> dict[str, Data]:
    return {name: value for name, value in fields.items() if name not in names}
