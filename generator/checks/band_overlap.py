"""Two bands of a calculator that contain the same result."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.calculator import Calculator

CODE = Code("band-overlap", Severity.ERROR, Topic.CALCULATORS)


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
                    CODE,
                    f"`{band.title}` and `{before.title}` overlap",
                    located.span((*route, index + 1, "title")),
                    f"end `{before.title}` with `at_most:`, and begin `{band.title}` one step above with `at_least:`",
                    related=((located.span((*route, index, "title")), "the previous band"),),
                )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two bands contain the same result.
why: It would mean two things, and the page would show the first of them only.
example:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: ratio
        label: Wins in a hundred
        formula: 100 * won / proposals
        bands:
          - at_most: 30
            title: Few
            meaning: You answer whatever comes.
          - at_least: 30
            title: Many
            meaning: You choose.
message: "`Many` and `Few` overlap"
repair: Begin each band one step above the end of the band before it, from the lowest to the highest.
repaired:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: ratio
        label: Wins in a hundred
        formula: 100 * won / proposals
        bands:
          - at_most: 30
            title: Few
            meaning: You answer whatever comes.
          - at_least: 31
            title: Many
            meaning: You choose.
""",
)
