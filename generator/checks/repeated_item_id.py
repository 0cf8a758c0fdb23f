"""Two items of a checklist, stations of a path, blocks of a session or roles with one id."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.kinds.checklist import Checklist
from generator.kinds.path import Path
from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import SessionPlan
from generator.model.entry import Entry

CODE = Code("repeated-item-id", Severity.ERROR, Topic.EDITORIAL)


KEPT = {name: "what people have ticked is kept under the older one" for name in ("checklist", "path")}
"""Why ids of the parts of a kind must not change."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        first: dict[str, Span] = {}
        for what, item_id, route in _ticked(located.entry):
            place = located.span(route)
            other = first.setdefault(item_id, place)
            if other is place:
                continue
            yield Diagnostic(
                CODE,
                f"another {what} already has the id `{item_id}`",
                place,
                f"give the newer of the two another id; {KEPT.get(located.kind.name, 'the older one is permanent')}",
                related=((other, "first one here"),),
            )


def _ticked(entry: Entry) -> Iterator[tuple[str, str, Route]]:
    """What can be ticked: what it is called, its id, and where that is."""
    match entry:
        case Checklist():
            for at, group in enumerate(entry.groups):
                for index, item in enumerate(group.items):
                    yield "item of this checklist", item.id, ("groups", at, "items", index, "id")
        case Path():
            for at, station in enumerate(entry.stations):
                yield "station of this path", station.id, ("stations", at, "id")
        case SessionPlan():
            for at, block in enumerate(entry.blocks):
                yield "block of this plan", block.id, ("blocks", at, "id")
        case RolePlay():
            for at, role in enumerate(entry.roles):
                yield "role of this role play", role.id, ("roles", at, "id")


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two items of a checklist, or two stations of a path, have the same id.
why: What people have ticked is kept under the id. With one id for two items, ticking one ticks the other.
example:
  content/checklists/meeting-checklist.yml: |
    groups:
      - title: Ready to go
        items:
          - id: question
            text: One question is written down.
          - id: question
            text: The second question is written down.
message: another item of this checklist already has the id `question`
repair: Give the newer of the two another id. The older one keeps it, because of what people have ticked already.
repaired:
  content/checklists/meeting-checklist.yml: |
    groups:
      - title: Ready to go
        items:
          - id: question
            text: One question is written down.
          - id: second-question
            text: The second question is written down.
""",
)
