"""A worked example of a calculator that does not come out as it says, or that nobody could fill in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.calculating.program import program_of
from generator.calculating.worked import Worked
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.formulas.evaluating import rounded
from generator.kinds.calculator import Calculator

CODE = Code("wrong-example", Severity.ERROR, Topic.CALCULATORS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator) and not program_of(located.entry).faults:
            for at in range(len(located.entry.examples)):
                yield from _compared(located, located.entry, at)


def _compared(located: Located, entry: Calculator, at: int) -> Iterator[Diagnostic]:
    example, outputs = entry.examples[at], {output.name: output for output in entry.outputs}
    for item in entry.inputs:
        value = example.values.get(item.name)
        if value is not None and item.type in ("number", "counter") and not item.min <= value <= item.max:
            message = f"`{value:g}` is not allowed for `{item.name}`"
            hint = f"allowed: {item.min:g} to {item.max:g}"
            yield Diagnostic(CODE, message, located.span(("examples", at, "values", item.name)), hint)
    worked = Worked.of(program_of(entry), example.values)
    for name, said in example.gives.items():
        output, value = outputs.get(name), worked.values.get(name)
        if output and (value is None or rounded(value, output.decimals) != rounded(said, output.decimals)):
            message = f"the result of `{name}` is {worked.text(name)}, not {said:g}"
            hint = "correct the example, or the formula"
            yield Diagnostic(CODE, message, located.span(("examples", at, "gives", name)), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A worked example states a result that differs from that of the formulas, or uses numbers that are not allowed.
why: People check a calculator with its example. If that is wrong, they trust nothing on the page.
example:
  content/calculators/win-ratio-sum.yml: |
    examples:
      - values: {proposals: 40, won: 12}
        gives: {ratio: 33}
        says: Two in three were written for nothing.
message: "the result of `ratio` is 30, not 33"
repair: Work the example out by hand. Then correct it, or the formula.
repaired:
  content/calculators/win-ratio-sum.yml: |
    examples:
      - values: {proposals: 40, won: 12}
        gives: {ratio: 30}
        says: Seven in ten were written for nothing.
""",
)
