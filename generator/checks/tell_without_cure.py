"""A tell that names no practice against it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import leads_to, links_place
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

CURES = frozenset({"practice"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "tell" or leads_to(graph, located, "cured_by", CURES):
            continue
        yield Diagnostic(
            Code.TELL_WITHOUT_CURE,
            f"the tell `{located.id}` names no practice that helps against it",
            links_place(located, "cured_by"),
            "add under `links:` and `cured_by:` the id of a practice, with a `why:`",
            severity=Severity.WARNING,
        )
