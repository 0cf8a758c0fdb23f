"""Two entries of one series with the same number, so that their order is left to chance."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Severity
from generator.graph import Graph
from generator.structure import Located


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str, int], Located] = {}
    for located in sorted(graph.entries.values(), key=lambda e: e.place):
        number = getattr(located.entry, "number", None)
        if not isinstance(number, int):
            continue
        other = first.setdefault((located.kind.name, located.kind.group_of(located.entry), number), located)
        if other is not located:
            yield Diagnostic(
                Code.REPEATED_NUMBER,
                f"number {number} is taken by `{other.id}`",
                located.span(("number",)),
                "give each entry of the series a number of its own",
                related=((other.span(("number",)), "taken here"),),
                severity=Severity.WARNING,
            )
