"""An entry whose page is a dead end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import links_place, references
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

FEWEST = 2
ASIDE = frozenset({"moments", "audience", "cites"})
"""References that sort an entry or support it, but are no further reading."""

EXEMPT = frozenset({"source"})
"""Everything that rests on a source is listed on its page."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        targets = {reference.target for reference in references(located) if reference.relation not in ASIDE}
        if len(targets) >= FEWEST or located.kind.name in EXEMPT:
            continue
        found = "nothing" if not targets else f"`{targets.pop()}` only"
        own, *general = sorted(located.kind.relations, key=lambda r: r.name in ("next", "use", "contrasts"))
        known = ", ".join(f"`{relation.name}:`" for relation in (own, *general))
        yield Diagnostic(
            Code.TOO_FEW_LINKS,
            f"this page leads on to {found}; a reader should find at least {FEWEST} ways on",
            links_place(located, ""),
            f"add to `links:`, under one of {known}, where to go from here and why",
            severity=Severity.WARNING,
        )
