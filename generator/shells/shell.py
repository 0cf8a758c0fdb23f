"""A shell writes finished pages with a frame around each: header, navigation, footer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from generator.config.theme import Theme
from generator.site.page import Site


class Shell(Protocol):
    """What another frame has to offer. A module with these names is one."""

    @property
    def TEMPLATES(self) -> str:
        """The folder of the theme with the frame's templates and assets."""

    def write_pages(self, site: Site, templates: Theme, target: Path) -> None:
        """Write the pages and redirects of `site`, and the frame's own assets, into the empty folder `target`.

        The other files of the site are written by the caller.
        """


def shell() -> Shell:
    """The frame around the pages. It is loaded when pages are written, because MkDocs takes long to import."""
    from generator.shells import mkdocs

    return mkdocs


def write_framed(site: Site, theme: Theme, target: Path) -> None:
    """Write the pages of `site` in their frame into the empty folder `target`."""
    frame = shell()
    frame.write_pages(site, theme.within(frame.TEMPLATES), target)
