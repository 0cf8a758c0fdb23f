"""A formula of a calculator that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.calculating.program import program_of
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route
from generator.kinds.calculator import Calculator


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            for route, error in program_of(located.entry).faults:
                text = text_at(located.entry, route)
                place = Passage(located, route, text).place(error.start, error.end)
                yield Diagnostic(Code.BAD_FORMULA, error.message, place, error.hint)


def text_at(entry: object, route: Route) -> str:
    """The text that stands at `route` in an entry."""
    for part in route:
        entry = entry[part] if isinstance(entry, tuple) and isinstance(part, int) else getattr(entry, str(part))
    return str(entry)
