"""The configuration of a playbook: `site_config.yml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from generator.config.declared_kinds import declaration_problems, unknown_kinds, unknown_words
from generator.config.theme import FOLDER, Theme, theme_names, theme_of
from generator.content.misfits.explained import explained
from generator.diagnostics.diagnostic import Code, Diagnostic, Span, did_you_mean, in_order, limited
from generator.kinds.declared import Declaration, with_declared
from generator.kinds.scale import Scale
from generator.kinds.words import Words, worded
from generator.model.entry import Part, Text
from generator.model.kind import Kinds
from generator.reading.document import Document, read_document

EDIT_URL = r"^https?://[^\s\"'<>\\{}]+\{file\}([^\s\"'<>\\{}]|\{line\})*$"

THEME = "playbook"
"""The theme of playbooks that name none."""

Address = Annotated[Text, Field(pattern=r"^https?://[^\s?#\"'<>\\]+/$")]
"""The whole address of a site, with a slash at the end."""


class NavSection(Part):
    """A group of the navigation."""

    title: Text
    """Its heading."""
    kinds: tuple[Text, ...]
    """The kinds in it, by the names of their folders, such as `belief-pairs`."""


class Home(Part):
    """What the home page says."""

    lead: Text
    """A sentence or two under the name of the playbook."""
    moments: Text = "Where are you just now?"
    """The heading over the moments."""
    kinds: Text = "Or look around"
    """The heading over the kinds."""


class SiteConfig(Part):
    """What `site_config.yml` may say."""

    name: Text
    """The name of the playbook."""
    tagline: Text
    """What it is, in one sentence, as on the home page."""
    url: Address
    """The address it is published at, with a slash at the end."""
    edit_url: Annotated[Text, Field(pattern=EDIT_URL)] = ""
    """The address of a file in the repository that the playbook is kept in, with `{file}` and perhaps `{line}` in it,
    such as `https://git.example/team/playbook/blob/main/{file}#L{line}`"""
    language: Annotated[Text, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    """The language of the content, as in `en-GB`."""
    theme: Text = THEME
    """The theme that gives it its look: one that came with the generator, or a folder under `themes/`."""
    content: Text = "content"
    """The folder of the entries, seen from the configuration."""
    footer: Text = ""
    """A line at the foot of every page."""
    home: Home
    """What the home page says."""
    nav: tuple[NavSection, ...]
    """The navigation, in groups."""
    synonyms: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    """Groups of words that readers use for one another when they search, such as `[client, customer, account]`."""
    avoided_words: dict[str, Text] = Field(default_factory=dict)
    """Words the playbook does not use, each with what to write instead."""
    kinds: dict[str, Declaration] = Field(default_factory=dict)
    """Kinds of entries besides the built-in ones, by their names, such as `ritual`."""
    words: dict[str, Words] = Field(default_factory=dict)
    """What the built-in kinds are called here, by the names of their folders, such as `lessons`."""
    scales: dict[str, Scale] = Field(default_factory=dict)
    """The scales that assessments are answered on, by the names under which assessments share them."""


@dataclass(frozen=True, slots=True)
class Project:
    """A playbook on disk: its configuration, and the folder that holds it."""

    root: Path
    file: Path
    site: SiteConfig
    theme: Theme
    kinds: Kinds
    """The kinds of its entries: the built-in ones, and those that the configuration declares."""

    @property
    def content(self) -> Path:
        return self.root / self.site.content

    def name_of(self, path: Path) -> str:
        """What diagnostics call a file: its path as seen from the configuration."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name


def read_config(path: Path) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Read the configuration at `path`. The project is None where it cannot be used."""
    root = path.resolve().parent
    document, problems = read_document(path, root, path.name)
    if document is None:
        return None, in_order(problems)
    site, faults = _validated(document)
    theme = _theme(root, document)
    faults += (*declaration_problems(document, theme), *unknown_kinds(document), *unknown_words(document))
    if site:
        faults += tuple(_missing_content(root, site, document))
        if theme is None:
            faults += (_missing_theme(root, site.theme, document),)
    if site is None or theme is None or faults:
        return None, in_order(limited((*problems, *faults)))
    return Project(root, path.resolve(), site, theme, worded(with_declared(site.kinds), site.words)), in_order(problems)


def _missing_content(root: Path, site: SiteConfig, document: Document) -> Iterator[Diagnostic]:
    folder, shown = Path(os.path.normpath(root / site.content)), site.content
    # A link may lead elsewhere; what is written must not.
    lies_within = folder.is_relative_to(root) and folder != root
    if not lies_within or not (root / shown).is_dir():
        message = f"there is no folder `{shown}`" if lies_within else f"`{shown}` is no folder of this playbook"
        hint = "name the folder that holds the entries"
        yield Diagnostic(Code.BAD_CONFIG, message, document.span(("content",)), hint)


def _theme(root: Path, document: Document) -> Theme | None:
    """The theme, whatever else is wrong with the configuration."""
    name = document.data.get("theme", THEME) if isinstance(document.data, dict) else THEME
    return theme_of(root, name) if isinstance(name, str) else None


def _missing_theme(root: Path, name: str, document: Document) -> Diagnostic:
    names = theme_names(root)
    known = f"known here: {', '.join(f'`{found}`' for found in names)}" if names else "install the generator anew"
    hint = did_you_mean(name, names) or f"{known}; one of your own is a folder under `{FOLDER}/`"
    return Diagnostic(Code.BAD_CONFIG, f"there is no theme `{name}`", document.span(("theme",)), hint)


def _validated(document: Document) -> tuple[SiteConfig | None, tuple[Diagnostic, ...]]:
    if not isinstance(document.data, dict):
        message, hint = "the configuration does not consist of fields", "start with `name:`, `tagline:` and `url:`"
        return None, (Diagnostic(Code.NOT_A_MAPPING, message, Span(document.file), hint),)
    try:
        return SiteConfig.model_validate(document.data), ()
    except ValidationError as error:
        return None, tuple(explained(error, document, SiteConfig, "the configuration"))
