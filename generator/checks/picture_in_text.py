"""A picture in a text. The page would leave it out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic


def check(texts: Iterable[Passage], _graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for address in addresses(texts, pictures=True):
        yield Diagnostic(
            Code.PICTURE_IN_TEXT,
            f"the picture `{address.shown}` would not be shown",
            address.place,
            "say in words what it shows, or link to it: `[words](https://…)` without the `!`",
        )
