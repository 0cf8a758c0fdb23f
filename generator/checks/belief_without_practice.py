"""A belief pair that stays a matter of belief: nothing shows how to act on its right side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import leads_to, links_place
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

DEEDS = frozenset({"practice", "lesson"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "belief-pair" or leads_to(graph, located, "practised_in", DEEDS):
            continue
        yield Diagnostic(
            Code.BELIEF_WITHOUT_PRACTICE,
            f"the belief pair `{located.id}` names no practice or lesson for its right side",
            links_place(located, "practised_in"),
            "add under `links:` and `practised_in:` the id of a practice or lesson, with a `why:`",
            severity=Severity.WARNING,
        )
