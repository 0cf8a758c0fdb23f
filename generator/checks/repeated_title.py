"""Two entries of one kind with the same title, which nobody can tell apart in a list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Severity
from generator.graph import Graph
from generator.structure import Located


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Located] = {}
    for located in sorted(graph.entries.values(), key=lambda e: e.place):
        other = first.setdefault((located.kind.name, located.entry.title.casefold()), located)
        if other is not located:
            yield Diagnostic(
                Code.REPEATED_TITLE,
                f"another {located.kind.label.lower()} is called `{located.entry.title}` as well",
                located.span(("title",)),
                "add what tells them apart, or join the two entries",
                related=((other.span(("title",)), "the other one"),),
                severity=Severity.WARNING,
            )
