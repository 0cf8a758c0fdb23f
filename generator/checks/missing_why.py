"""A link that gives no reason to follow it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import references
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

NEEDS_WHY = frozenset({"links", "offers", "start_with"})
"""The fields whose links stand beside each other for a reader to choose from."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        for reference in references(located):
            if reference.why is not None or reference.route[0] not in NEEDS_WHY:
                continue
            yield Diagnostic(
                Code.MISSING_WHY,
                f"the link to `{reference.target}` does not say why one would follow it",
                located.span(reference.to_route),
                f"write `- to: {reference.target}`, and under it `why:` with what the reader gains there",
                severity=Severity.WARNING,
            )
