"""The parts of a site, before a shell adds the frame around pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import quote

from generator.diagnostics.place import Span
from generator.language.language import Language
from generator.media.attached import AttachedFile


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page's body under a heading. `id` is its anchor; `html` does not contain the heading.

    `own` says that its substance is the playbook's own, `derived` that it shows what other entries say, and comes and
    goes with them. What is not `searched`, or derived, is left out of the search: its words belong to other pages.
    """

    id: str
    heading: str
    html: str
    own: bool = False
    derived: bool = False
    searched: bool = True


KEPT = ("page", "changes")
"""The kinds of pages that keep their anchors for good without being made from an entry."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page. `title` and `description` are plain text.

    `body` is all that stands between header and footer, `sections` the parts it is made of. `url` is relative to the
    site: empty for the home page, `tells/price-based/`, or a file name such as `404.html`. `area` is the key of the
    navigation item that it belongs to, or empty.
    """

    url: str
    title: str
    description: str
    area: str
    kind: str
    body: str
    sections: tuple[Section, ...] = ()
    place: Span | None = None
    """Where the entry or the text is from which the page was made."""
    markdown: str = ""
    """The file with its Markdown, relative to the site, if there is one."""
    scripts: tuple[str, ...] = ()
    """Paths of the scripts that it loads beside those of the site."""
    stylesheets: tuple[str, ...] = ()
    """Paths of the styles that it loads beside those of the site."""
    linked_data: str = ""
    """What it is in the words of schema.org, as JSON that is safe in a script element."""
    items: tuple[str, ...] = ()
    """The ids of things within sections that readers may link to: what is ticked, asked, or a stop on the way."""
    former: tuple[str, ...] = ()
    """The ids that some of its places had before. They still lead there."""
    asked_as: tuple[str, ...] = ()
    """What readers type who look for it, if it is not the page of an entry: entries have their own."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every id that is kept for good once published: of what the page itself says, in sections and within them.

        Headings of lists come and go with the entries under them; ids of form fields may change at any time.
        """
        if self.place is None and self.kind not in KEPT:
            return ()
        return (*(section.id for section in self.sections if not section.derived), *self.items)

    def whole(self) -> Page:
        """The same page with all of its content in memory."""
        return self

    @property
    def path(self) -> str:
        """The file it is written to, relative to the site."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"


@dataclass(frozen=True, slots=True)
class NavItem:
    """A link of the navigation. `key` is what pages name as their `area`."""

    key: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Links of the navigation under one heading."""

    title: str
    items: tuple[NavItem, ...]


FOR_PACKS = "print/"
"""Stands for an id where it is asked for what packs are made from. No entry has it."""


FOR_DECKS = "print/decks/"
"""Stands for an id where it is asked for all decks of cards. Their labels are the ids of the entries with the cards."""


@dataclass(frozen=True, slots=True)
class Download:
    """A PDF or DOCX that a page links to: what it is, the size of its paper, and its path relative to the site."""

    label: str
    paper: str
    path: str
    form: str = "pdf"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site. `path` is relative to the site."""

    path: str
    content: bytes


class LaterArtifact(Artifact):
    """A file whose content is made when it is asked for, and each time anew: whoever writes it, in any process."""

    __slots__ = ("_make",)
    _make: Callable[[], bytes]

    def __init__(self, path: str, make: Callable[[], bytes]) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_make", make)

    @property
    def content(self) -> bytes:
        return self._make()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Artifact) and (self.path, self.content) == (other.path, other.content)

    def __hash__(self) -> int:
        return hash(self.path)


@dataclass(frozen=True, slots=True)
class Site:
    """A whole site. `redirects` maps old addresses to new ones, both relative to the site.

    `stylesheets` and `scripts` are paths of artifacts that every page loads, in this order; scripts are
    ES modules.
    """

    name: str
    tagline: str
    url: str
    language: Language
    pages: tuple[Page, ...]
    nav: tuple[NavGroup, ...]
    redirects: Mapping[str, str]
    artifacts: Sequence[Artifact]
    stylesheets: tuple[str, ...] = ()
    printed: str = ""
    """The path of the stylesheet of pages that is for paper only."""
    scripts: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    """Paths of the fonts that a page needs first."""
    italic_fonts: tuple[str, ...] = ()
    """Paths of the fonts that a page with words in italics needs first as well."""
    footer: str = ""
    notice: str = ""
    feed: str = ""
    """The file that tells feed readers what changed, if there is one."""
    edit_url: str = ""
    """The address of a file in the playbook's repository, with `{file}` and `{line}` where those belong."""
    unchanged: Mapping[str, str] = field(default_factory=dict)
    """The paths of files that an earlier build has written the same, each with the hash of its content."""

    worker: bool = False
    """Whether it has a service worker, which keeps it for reading without a network."""

    paper: str = "#ffffff"
    """The colour behind its pages, as in CSS."""

    files: tuple[str, ...] = ()
    """The permanent addresses of pictures and other files of the content."""

    former_files: tuple[str, ...] = ()
    """Old addresses of such files."""

    frames: tuple[str, ...] = ()
    """The origins of the videos that pages may show, such as `https://player.example`."""

    logo: AttachedFile | None = None
    """The picture before its name."""

    logo_on_dark: AttachedFile | None = None
    """The same for dark backgrounds."""

    favicon: AttachedFile | None = None
    """Its sign, if not that of the theme."""

    searchable: bool = True
    """Whether it has a page for searching."""

    @property
    def around(self) -> Self:
        """What the frame around pages may depend on: the site without its pages, redirects and files."""
        return replace(self, pages=(), redirects={}, artifacts=(), unchanged={}, files=(), former_files=())

    def edit_address(self, page: Page) -> str:
        """The place in the repository of the source of `page`; empty if that is not known."""
        if not page.place:
            return ""
        return self.edit_url.replace("{file}", quote(page.place.file)).replace("{line}", str(page.place.line))


def fonts_of(page: Page, site: Site) -> tuple[str, ...]:
    """Paths of the fonts that the page needs first."""
    return (*site.fonts, *(site.italic_fonts if _ITALICS.search(page.body) else ()))


_ITALICS = re.compile("<em>")
"""What is set in italics at once. What was written on a sheet stands in a part of the page that is closed."""


def frames_on(page: Page, origins: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the origins whose videos the page shows."""
    return tuple(origin for origin in origins if f'data-frame="{origin}/' in page.body)
