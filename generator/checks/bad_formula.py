"""A formula of a calculator that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.calculating.program import program_of
from generator.checks._rule import Rule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.calculator import Calculator

CODE = Code("bad-formula", Severity.ERROR, Topic.CALCULATORS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            for route, error in program_of(located.entry).faults:
                text = text_at(located.entry, route)
                place = Passage(located, route, text).place(error.start, error.end)
                yield Diagnostic(CODE, error.message, place, error.hint)


def text_at(entry: object, route: Route) -> str:
    """The text at `route` in an entry."""
    for part in route:
        entry = entry[part] if isinstance(entry, tuple) and isinstance(part, int) else getattr(entry, str(part))
    return str(entry)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A formula of a calculator cannot be read.
why: >-
  Formulas are worked out at build time and again in the reader's browser. Both know plain arithmetic only, so that
  both get the same result.
example:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: ratio
        label: Wins in a hundred
        formula: 100 × won / proposals
message: "`×` is not allowed in a formula"
repair: >-
  Use `+ - * / **`, brackets, comparisons such as `won > 3`, `a if b else c`, and `min`, `max`, `floor`, `ceil`,
  `round` and `abs`. A formula may use the inputs and every output above it.
repaired:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: ratio
        label: Wins in a hundred
        formula: 100 * won / proposals
""",
)
