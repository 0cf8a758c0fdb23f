"""Two values of a calculator with one name, or a name that means something in formulas already."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.formulas.formula import FUNCTIONS
from generator.kinds.calculator import Calculator

CODE = Code("unusable-name", Severity.ERROR, Topic.CALCULATORS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            yield from _unusable_names(located, located.entry)


def _unusable_names(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, route in _names(entry):
        place = located.span(route)
        if name in FUNCTIONS or keyword.iskeyword(name):
            hint = f"choose another name, such as `{name}_value`"
            yield Diagnostic(CODE, f"`{name}` is a reserved word in formulas", place, hint)
        elif name in first:
            message, related = f"the name `{name}` is already used above", ((first[name], "first one here"),)
            yield Diagnostic(CODE, message, place, "give one of the two another name", related)
        else:
            first[name] = place


def _names(entry: Calculator) -> Iterator[tuple[str, Route]]:
    for at, item in enumerate(entry.inputs):
        yield item.name, ("inputs", at, "name")
        for index, measure in enumerate(item.measures):
            yield measure.name, ("inputs", at, "measures", index, "name")
    for at, output in enumerate(entry.outputs):
        yield output.name, ("outputs", at, "name")


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two values of a calculator have the same name, or a name is a reserved word in formulas.
why: A formula would not know which of the two is meant.
example:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: won
        label: Wins in a hundred
        formula: 100 * won / proposals
message: "the name `won` is already used above"
repair: Give one of the two another name, and use it in the formulas and sentences that mean it.
repaired:
  content/calculators/win-ratio-sum.yml: |
    outputs:
      - name: ratio
        label: Wins in a hundred
        formula: 100 * won / proposals
""",
)
