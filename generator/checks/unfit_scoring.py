"""An assessment whose scoring cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks._asked import Requirement
from generator.checks._assessments import scorings
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.formulas.formula import FormulaError, parse
from generator.formulas.tree import names_in
from generator.kinds.assessment import Assessment, Dimension, Scoring
from generator.kinds.scale import Scale
from generator.model.kind import Kind
from generator.scoring.from_entry import names_in_formulas
from generator.scoring.methods import METHODS
from generator.scoring.questionnaire import name

CODE = Code("unfit-scoring", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Assessment):
            continue
        for route, wanted in scorings(entry):
            yield from _unfit(located, entry, route, wanted, site.scales)
        if entry.total is None and not entry.fields and not any(d.bands for d in entry.dimensions):
            message = "the self-check has no score"
            hint = "add `total:` with bands, bands to a dimension, or `fields:`"
            yield Diagnostic(CODE, message, located.key_span(("items",)), hint)


def _unfit(
    located: Located, entry: Assessment, route: Route, wanted: Scoring, scales: Mapping[str, Scale]
) -> Iterator[Diagnostic]:
    def unfit(field: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(CODE, message, located.span((*route, field)), hint)

    method = METHODS[wanted.method]
    members = entry.items_of(wanted)
    for found in method.unfit(wanted, [d for d in entry.dimensions if d.id in wanted.of] if wanted.of else members):
        yield unfit(*found)
    if wanted.of:
        yield from _unfit_parts(located, entry, route, wanted)
    if wanted.formula and not method.by_formula:
        yield unfit("formula", f"a formula is given, but the method is `{wanted.method}`", "write `method: formula`")
    if wanted.formula:
        yield from _bad_formula(located, entry, route, wanted)
    if not members and not wanted.of:
        hint = "name it as the `dimension:` of an item, name dimensions under `of:`, or remove it"
        yield unfit("method", "no item belongs to it", hint)
    for item in () if wanted.of else members:
        scale = scales.get(entry.scale_of(item))
        if scale and scale.count_to and not method.by_formula:
            message = f"the item `{item.id}` is counted, which only a formula can make a score of"
            yield unfit("method", message, "give counted items a dimension with `method: formula`")


def _unfit_parts(located: Located, entry: Assessment, route: Route, wanted: Scoring) -> Iterator[Diagnostic]:
    """What is wrong with the dimensions that a score is worked out from."""
    known = {dimension.id: dimension for dimension in entry.dimensions}
    for index, part in enumerate(wanted.of):
        place = located.span((*route, "of", index))
        if part in wanted.of[:index]:
            yield Diagnostic(CODE, f"`{part}` is named twice", place, "name each dimension once")
        if part not in known:
            continue
        if isinstance(wanted, Dimension) and wanted.id in entry.within(known[part]):
            message = f"`{wanted.id}` would be worked out from itself"
            yield Diagnostic(CODE, message, place, "leave it out: a dimension needs items, or other dimensions")
        elif not METHODS[wanted.method].by_formula and known[part].direction != wanted.direction:
            message = f"`{part}` is `{known[part].direction}`, but what is worked out from it is `{wanted.direction}`"
            yield Diagnostic(CODE, message, place, "give both the same `direction:`, or write a formula")
    for index, item in enumerate(entry.items):
        if isinstance(wanted, Dimension) and item.dimension == wanted.id:
            message = f"`{wanted.id}` is scored from dimensions, so no item can belong to it"
            hint = f"write one of the dimensions that `{wanted.id}` is scored from"
            yield Diagnostic(CODE, message, located.span(("items", index, "dimension")), hint)


def _bad_formula(located: Located, entry: Assessment, route: Route, wanted: Scoring) -> Iterator[Diagnostic]:
    place = (*route, "formula")
    assert wanted.formula is not None
    names = tuple(name(one) for one in wanted.of) or tuple(name(item.id) for item in entry.items)
    if wanted is entry.total:
        names = names_in_formulas(entry)
    try:
        tree = parse(wanted.formula, names)
    except FormulaError as error:
        found = located.place_in(place, wanted.formula, error.start, error.end)
        yield Diagnostic(CODE, error.message, found, error.hint)
    else:
        if not any(names_in(tree)):
            hint = "name items or dimensions in it"
            yield Diagnostic(CODE, "the formula uses no answer", located.span(place), hint)


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "assessment":
        yield Requirement(("total",), "total", required=True, conditional=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: The score of a self-check cannot be calculated.
why: The page would have a form and no result.
example:
  content/assessments/patience-check.yml: |
    total:
      method: formula
      formula: waited + staid
      bands:
        - id: hasty
          at_least: 0
          at_most: 2
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 2.01
          at_most: 4
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
message: nothing above is called `staid`
repair: >-
  A formula may use the ids of items and dimensions, with `_` in place of `-`. The other methods need items and no
  formula.
repaired:
  content/assessments/patience-check.yml: |
    total:
      method: formula
      formula: waited + stayed
      bands:
        - id: hasty
          at_least: 0
          at_most: 2
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 2.01
          at_most: 4
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
""",
)
