"""A moment that offers too little to choose from, or more than anybody reads in a hurry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import references
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

FEWEST, MOST = 4, 12


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "moment":
            continue
        count = sum(1 for _ in references(located, "offers"))
        if FEWEST <= count <= MOST:
            continue
        few = count < FEWEST
        yield Diagnostic(
            Code.MOMENT_OUT_OF_RANGE,
            f"the moment `{located.id}` offers {count} {'entry' if count == 1 else 'entries'}; {FEWEST} to {MOST} help",
            located.key_span(("offers",)),
            "add what else helps in this moment" if few else "keep what helps most; the others can name the moment",
            severity=Severity.WARNING,
        )
