"""What the other files of a site are made from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config.settings import SiteConfig
from generator.content.changes import Change
from generator.content.graph import Graph
from generator.site.page import Page


@dataclass(frozen=True, slots=True)
class Made:
    """The finished pages, the entries, the configuration and the list of changes, the newest first."""

    pages: tuple[Page, ...]
    graph: Graph
    site: SiteConfig
    changes: tuple[Change, ...] = ()
