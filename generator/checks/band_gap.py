"""Results of a calculator that no band contains."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from generator.calculating.program import program_of
from generator.calculating.worked import Worked
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.formulas.evaluating import rounded
from generator.formulas.numerals import Format
from generator.kinds.calculator import Calculator, Output

CODE = Code("band-gap", Severity.ERROR, Topic.CALCULATORS)

MOST_SAMPLES = 729
"""Combinations of the smallest, the first and the largest numbers that are tried."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Calculator):
            continue
        sound = True
        for at, output in enumerate(entry.outputs):
            for problem in _between(located, output, ("outputs", at, "bands")):
                sound = False
                yield problem
        if sound and not program_of(entry).faults:
            yield from _outside(located, entry)


def _between(located: Located, output: Output, route: Route) -> Iterator[Diagnostic]:
    step = 1 / 10**output.decimals
    for at, band in enumerate(output.bands):
        place = located.span((*route, at, "title"))
        if band.at_least is not None and band.at_most is not None and band.at_least > band.at_most:
            message = f"`{band.title}` is empty: {band.at_least:g} is greater than {band.at_most:g}"
            yield Diagnostic(CODE, message, place, "swap the two", about=(*route, at, "at_least"))
        before = output.bands[at - 1].at_most if at else None
        if before is None or band.at_least is None or band.at_least <= before:
            continue  # the first band, or an overlap, which is another rule's business
        if rounded(band.at_least, output.decimals) != rounded(before + step, output.decimals):
            message = f"no band contains the results between {before:g} and {band.at_least:g}"
            hint = f"start this band at {rounded(before + step, output.decimals):g}"
            yield Diagnostic(CODE, message, located.span((*route, at, "at_least")), hint)


def _outside(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    """Results that the inputs allow and no band contains. The smallest, first and largest numbers are tried."""
    reported: set[str] = set()
    for values in _samples(entry):
        worked = Worked.of(program_of(entry), values)
        if not worked.makes_sense:
            continue
        for at, output in enumerate(entry.outputs):
            value = worked.values[output.name]
            if not output.bands or output.name in reported or value is None or worked.band(output) is not None:
                continue
            reported.add(output.name)
            given = ", ".join(f"{name} {Format().text(v)}" for name, v in values.items())
            message = f"no band contains the result {Format(output.decimals).text(value)} (with {given})"
            hint = "leave out `at_least:` of the lowest band and `at_most:` of the highest"
            yield Diagnostic(CODE, message, located.key_span(("outputs", at, "bands")), hint)


def _samples(entry: Calculator) -> Iterator[dict[str, float]]:
    choices: dict[str, tuple[float, ...]] = {}
    for item in entry.inputs:
        if item.type == "choice":
            choices[item.name] = tuple(option.value for option in item.options)
        elif item.default is not None:
            choices[item.name] = tuple(dict.fromkeys((item.default, item.min, item.max)))
        choices.update({measure.name: (0, 1, 100, 10_000) for measure in item.measures})
    for values in islice(product(*choices.values()), MOST_SAMPLES):
        yield dict(zip(choices, values, strict=True))


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Some results are in no band.
why: Somebody would get a number without its meaning, and without a page to go on with.
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
          - at_least: 40
            title: Many
            meaning: You choose.
message: no band contains the results between 30 and 40
repair: >-
  Begin each band one step above the end of the band before it. A result without decimals goes in steps of 1, one with
  two decimals in steps of 0.01.
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
