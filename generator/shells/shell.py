"""A shell makes the frame around finished pages: header, navigation, footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Protocol

from generator.caching.memory import FORGETFUL, Memory
from generator.config.theme import Theme
from generator.site.page import Artifact, LaterArtifact, Page, Site


class PageFrame(Protocol):
    """The frame around the pages of one site. It depends on `Site.around` alone."""

    def page(self, page: Page) -> bytes:
        """The file of a page."""

    def files(self, redirects: Mapping[str, str]) -> Iterable[Artifact]:
        """The frame's own files, and those of the redirects from old addresses to new ones."""


class Shell(Protocol):
    """What another frame has to offer. A module with these names is one."""

    @property
    def TEMPLATES(self) -> str:
        """The folder of the theme with the frame's templates and assets."""

    def frame(self, site: Site, templates: Theme) -> PageFrame:
        """The frame of `site`."""


def shell() -> Shell:
    """The frame around the pages. It is loaded when pages are written, because MkDocs takes long to import."""
    from generator.shells import mkdocs

    return mkdocs


def framed(site: Site, theme: Theme, memory: Memory = FORGETFUL, version: str = "") -> Iterator[Artifact]:
    """The pages of `site` in their frame, and the frame's own files.

    `memory` keeps the frame for the same `version` of the theme.
    """
    used = shell()
    key = ("frame", version, repr(site.around))
    frame = memory.once(key, lambda: used.frame(site, theme.within(used.TEMPLATES)))
    yield from frame.files(site.redirects)
    yield from (LaterArtifact(page.path, partial(frame.page, page)) for page in site.pages)
