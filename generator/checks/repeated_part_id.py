"""Two parts of an assessment with one id: answering one would answer the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._assessments import scorings
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.kinds.assessment import Assessment
from generator.scoring.questionnaire import TOTAL, name

CODE = Code("repeated-part-id", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Assessment):
            yield from _repeated(located, located.entry)


def _repeated(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    """Items share their ids with dimensions, because formulas name both; bands and fields have theirs apart."""
    named: list[Route] = [("items", i) for i in range(len(entry.items))]
    named += [("dimensions", i) for i in range(len(entry.dimensions))]
    banded: list[Route] = [(*route, "bands", i) for route, one in scorings(entry) for i in range(len(one.bands))]
    banded += [("fields", "fields", i) for i in range(len(entry.fields.fields) if entry.fields else 0)]
    for routes in (named, banded):
        first: dict[str, Span] = {}
        for route in routes:
            place, found = located.span((*route, "id")), _id_at(entry, route)
            other = first.setdefault(name(found), place)
            if other is not place:
                yield Diagnostic(
                    CODE,
                    f"another part of this assessment already has the id `{found}`",
                    place,
                    "give the newer of the two another id; what people have answered is kept under the older one",
                    related=((other, "first one here"),),
                )
    for index, dimension in enumerate(entry.dimensions):
        if dimension.id == TOTAL:
            message, hint = "`total` is the name of the score of all items", "call the dimension something else"
            yield Diagnostic(CODE, message, located.span(("dimensions", index, "id")), hint)


def _id_at(entry: Assessment, route: Route) -> str:
    found: object = entry
    for part in route:
        found = found[part] if isinstance(part, int) else getattr(found, part)  # type: ignore[index]
    return str(getattr(found, "id"))  # noqa: B009 (of whatever part the route leads to)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two items, dimensions or bands of one self-check have the same id.
why: Answers are stored under the ids of items. Answering one question would answer the other.
example:
  content/assessments/patience-check.yml: |
    items:
      - id: waited
        text: I waited for the answer
        recommends:
          - to: slow-down
            why: Learn to wait a little longer than feels right.
      - id: waited
        text: I waited at the door
        recommends:
          - to: meeting-checklist
            why: It has a line for exactly that.
message: another part of this assessment already has the id `waited`
repair: Give the newer of the two another id. Never change the older one, because saved answers contain it.
repaired:
  content/assessments/patience-check.yml: |
    items:
      - id: waited
        text: I waited for the answer
        recommends:
          - to: slow-down
            why: Learn to wait a little longer than feels right.
      - id: waited-outside
        text: I waited at the door
        recommends:
          - to: meeting-checklist
            why: It has a line for exactly that.
""",
)
