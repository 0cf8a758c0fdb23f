"""Two bands of a calculator that hold the same result."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.kinds.calculator import Calculator


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if not isinstance(located.entry, Calculator):
            continue
        for at, output in enumerate(located.entry.outputs):
            for index, (before, band) in enumerate(pairwise(output.bands)):
                if before.at_most is not None and band.at_least is not None and before.at_most < band.at_least:
                    continue
                route = ("outputs", at, "bands")
                yield Diagnostic(
                    Code.BAND_OVERLAP,
                    f"`{band.title}` and `{before.title}` overlap",
                    located.span((*route, index + 1, "title")),
                    f"end `{before.title}` with `at_most:`, and begin `{band.title}` one step above with `at_least:`",
                    related=((located.span((*route, index, "title")), "the band before it"),),
                )
