"""Words quoted to the letter that are more than a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._running_text import WORD
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity
from generator.diagnostics.place import Route
from generator.kinds.quotation import Quotation
from generator.kinds.source import Source

MOST_WORDS = 25


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        for route, quote in _quotes(located):
            count = len(WORD.findall(quote))
            if count > MOST_WORDS:
                yield Diagnostic(
                    Code.QUOTATION_TOO_LONG,
                    f"the quotation has {count} words; at most {MOST_WORDS} are quoted to the letter",
                    located.span(route),
                    "quote the part that matters, and tell the rest in your own words",
                    severity=Severity.WARNING,
                )


def _quotes(located: Located) -> Iterator[tuple[Route, str]]:
    match located.entry:
        case Quotation(quote=quote):
            yield ("quote",), quote
        case Source(titles=titles):
            for index, title in enumerate(titles):
                yield ("titles", index, "quote"), title.quote
