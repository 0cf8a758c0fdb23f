"""An assessment whose scoring cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks._assessments import scorings
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.formulas.formula import FormulaError, names_in, parse
from generator.kinds.assessment import Assessment, Scoring
from generator.kinds.scale import Scale
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
    members = [item for item in entry.items if _belongs(entry, item.id, wanted)]
    for found in method.unfit(wanted, members):
        yield unfit(*found)
    if wanted.formula and not method.by_formula:
        yield unfit("formula", f"a formula is given, but the method is `{wanted.method}`", "write `method: formula`")
    if wanted.formula:
        yield from _bad_formula(located, entry, route, wanted)
    if not members:
        yield unfit("method", "no item belongs to it", "name it as the `dimension:` of an item, or remove it")
    for item in members:
        scale = scales.get(entry.scale_of(item))
        if scale and scale.count_to and not method.by_formula:
            message = f"the item `{item.id}` is counted, which only a formula can make a score of"
            yield unfit("method", message, "give counted items a dimension with `method: formula`")


def _belongs(entry: Assessment, item_id: str, wanted: Scoring) -> bool:
    item = next(item for item in entry.items if item.id == item_id)
    return entry.counts_in_total(item) if wanted is entry.total else entry.dimension_of(item) is wanted


def _bad_formula(located: Located, entry: Assessment, route: Route, wanted: Scoring) -> Iterator[Diagnostic]:
    place = (*route, "formula")
    assert wanted.formula is not None
    names = names_in_formulas(entry) if wanted is entry.total else tuple(name(item.id) for item in entry.items)
    try:
        tree = parse(wanted.formula, names)
    except FormulaError as error:
        found = located.place_in(place, wanted.formula, error.start, error.end)
        yield Diagnostic(CODE, error.message, found, error.hint)
    else:
        if not any(names_in(tree)):
            hint = "name items or dimensions in it"
            yield Diagnostic(CODE, "the formula uses no answer", located.span(place), hint)


RULE = Rule(
    CODE,
    check,
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
