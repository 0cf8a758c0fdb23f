"""What the other files of a site are made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.config.settings import SiteConfig
from generator.content.changes_file import Change
from generator.content.graph import Graph
from generator.content.nearby import NOTHING, Nearby
from generator.outputs._record import Record
from generator.site.page import Page


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page, and what other files hold of it. That may lie on the disk, and is read when it is asked for."""

    page: Page
    markdown: Callable[[], bytes]
    """Its Markdown; only asked for if the page has any."""
    record: Callable[[], Record | None]
    """What the search knows of it; None if it is not searched."""


@dataclass(frozen=True, slots=True)
class Made:
    """The finished pages, the entries, the configuration, the changes, the newest first, and words near to entries."""

    finished: tuple[FinishedPage, ...]
    graph: Graph
    site: SiteConfig
    changes: tuple[Change, ...] = ()
    nearby: Nearby = NOTHING

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(one.page for one in self.finished)
