"""An assessment that is answered on a scale which the configuration does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean
from generator.kinds.assessment import Assessment


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if not isinstance(located.entry, Assessment):
            continue
        items = located.entry.items
        named: list[tuple[Route, str]] = [(("scale",), located.entry.scale)]
        named += [(("items", i, "scale"), item.scale) for i, item in enumerate(items) if item.scale]
        for route, scale in named:
            if scale not in site.scales:
                known = ", ".join(f"`{one}`" for one in site.scales) or "none"
                hint = did_you_mean(scale, site.scales) or f"the configuration has, under `scales:`, {known}"
                yield Diagnostic(Code.UNKNOWN_SCALE, f"no scale is called `{scale}`", located.span(route), hint)
