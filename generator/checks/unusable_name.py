"""Two values of a calculator with one name, or a name that means something in formulas already."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.formulas.formula import FUNCTIONS
from generator.kinds.calculator import Calculator


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            yield from _unusable_names(located, located.entry)


def _unusable_names(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, route in _names(entry):
        place = located.span(route)
        if name in FUNCTIONS or keyword.iskeyword(name):
            hint = f"call it `{name}_value`, or better what it is"
            yield Diagnostic(Code.UNUSABLE_NAME, f"`{name}` means something in formulas already", place, hint)
        elif name in first:
            message, related = f"something above is called `{name}` already", ((first[name], "first given here"),)
            yield Diagnostic(Code.UNUSABLE_NAME, message, place, "give one of the two another name", related)
        else:
            first[name] = place


def _names(entry: Calculator) -> Iterator[tuple[str, Route]]:
    for at, item in enumerate(entry.inputs):
        yield item.name, ("inputs", at, "name")
        for index, measure in enumerate(item.measures):
            yield measure.name, ("inputs", at, "measures", index, "name")
    for at, output in enumerate(entry.outputs):
        yield output.name, ("outputs", at, "name")
