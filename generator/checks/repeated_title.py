"""Two entries of one kind with the same title, which nobody can tell apart in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    alike: dict[tuple[str, str], list[Located]] = defaultdict(list)
    for located in graph.entries.values():
        alike[located.kind.name, located.entry.title.casefold()].append(located)
    for entries in alike.values():
        first, *others = sorted(entries, key=lambda e: e.place) if len(entries) > 1 else entries
        for located in others:
            yield Diagnostic(
                Code.REPEATED_TITLE,
                f"another {located.kind.label.lower()} is called `{located.entry.title}` as well",
                located.span(("title",)),
                "add what tells them apart, or join the two entries",
                related=((first.span(("title",)), "the other one"),),
                severity=Severity.WARNING,
            )
