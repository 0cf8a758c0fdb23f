"""An input of a calculator that cannot be filled in, or an axis that leads backwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.checks._asked import Requirement
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import listed
from generator.kinds.calculator import Calculator, Input
from generator.model.kind import Kind

CODE = Code("bad-input", Severity.ERROR, Topic.CALCULATORS)

OF_ALL = frozenset({"name", "label", "symbol", "help", "type"})
OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "number": ("unit", "min", "max", "step", "default"),
    "counter": ("min", "max", "default"),
    "choice": ("options", "default"),
    "message": ("text", "measures"),
    "list": ("phrases",),
    "word": ("text",),
}
"""The fields that belong to an input of each type."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "number": ("default",),
    "counter": ("default",),
    "choice": ("options", "default"),
    "message": ("measures",),
    "list": ("phrases",),
    "word": ("text",),
}


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            for at, item in enumerate(located.entry.inputs):
                yield from _fields(located, item, ("inputs", at))
                yield from _range(located, item, ("inputs", at))
            yield from _axes(located, located.entry)


def _fields(located: Located, item: Input, route: Route) -> Iterator[Diagnostic]:
    for name in sorted(item.model_fields_set - OF_ALL - set(OF_TYPE[item.type])):
        message = f"an input of type `{item.type}` has no `{name}`"
        hint = f"it has {listed(OF_TYPE[item.type])}; remove this one, or choose another type"
        yield Diagnostic(CODE, message, located.key_span((*route, name)), hint)
    for name in NEEDED[item.type]:
        if name not in item.model_fields_set:
            message, place = f"`{name}` is required in an input of type `{item.type}`", located.span((*route, "name"))
            yield Diagnostic(CODE, message, place, f"add `{name}:`", about=(*route, name))
    for at, measure in enumerate(item.measures):
        if measure.counts in ("marks", "phrases") and not measure.of:
            message = f"what is counted as `{measure.counts}` has to be named"
            within = (*route, "measures", at)
            yield Diagnostic(CODE, message, located.span((*within, "counts")), "add `of:`", about=(*within, "of"))


def _range(located: Located, item: Input, route: Route) -> Iterator[Diagnostic]:
    if item.type == "choice":
        values = [option.value for option in item.options]
        if item.default is not None and item.default not in values:
            message = f"`{item.default:g}` is not one of the options"
            hint = "choose one of them: " + listed((f"{value:g}" for value in values), " or ")
            yield Diagnostic(CODE, message, located.span((*route, "default")), hint)
        return
    if item.min >= item.max:
        message = f"the smallest number ({item.min:g}) is not below the largest ({item.max:g})"
        yield Diagnostic(CODE, message, located.span((*route, "max")), "swap them, or remove `max:`")
    elif item.default is not None and not item.min <= item.default <= item.max:
        message = f"`{item.default:g}` is outside {item.min:g} to {item.max:g}"
        hint = "start with a number in this range"
        yield Diagnostic(CODE, message, located.span((*route, "default")), hint)
    if item.step <= 0:
        message = f"a step of `{item.step:g}` is not possible"
        yield Diagnostic(CODE, message, located.span((*route, "step")), "write a number above 0")


def _axes(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    for at, table in enumerate(entry.tables):
        if table.across and len(table.columns) > 1:
            place = located.key_span(("tables", at, "columns"))
            message = "a table with `across` has one column only, whose formula fills all cells"
            yield Diagnostic(CODE, message, place, "keep one, or leave out `across:`")
    for values, route in _values(entry):
        for index, (before, after) in enumerate(pairwise(values)):
            if before >= after:
                message = f"`{after:g}` is not greater than `{before:g}`"
                hint = "list the values in ascending order"
                yield Diagnostic(CODE, message, located.span((*route, index + 1)), hint)


def _values(entry: Calculator) -> Iterator[tuple[tuple[float, ...], Route]]:
    if entry.curves:
        yield entry.curves.x.values, ("curves", "x", "values")
        yield entry.curves.y, ("curves", "y")
    for at, table in enumerate(entry.tables):
        for edge, axis in (("over", table.over), ("across", table.across)):
            if axis:
                yield axis.values, ("tables", at, edge, "values")


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "calculator":
        for name in sorted({name for names in NEEDED.values() for name in names}):
            yield Requirement(("inputs", "*", name), f"input_{name}")
        yield Requirement(("inputs", "*", "measures", "*", "of"), "measure_of")


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: >-
  An input of a calculator cannot be filled in as it is described, or the values of a table or drawing are not in
  ascending order.
why: The form has to start with numbers that make sense, and a drawing needs a direction.
example:
  content/calculators/win-ratio-sum.yml: |
    inputs:
      - name: proposals
        label: Proposals
        max: 30
        default: 40
      - name: won
        label: Won
        default: 12
message: "`40` is outside 0 to 30"
repair: >-
  Start with a number between `min` and `max`, use only the fields that belong to its type, and list the values of
  tables from the lowest to the highest.
repaired:
  content/calculators/win-ratio-sum.yml: |
    inputs:
      - name: proposals
        label: Proposals
        max: 100
        default: 40
      - name: won
        label: Won
        default: 12
""",
)
