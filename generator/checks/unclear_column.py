"""A column of a worksheet's table that is to be ticked, chosen from or filled, more than one of these at once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import listed
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.table import TableBlock

CODE = Code("unclear-column", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if isinstance(block, TableBlock):
                yield from _unclear(located, block, ("blocks", at))


def _unclear(located: Located, table: TableBlock, route: Route) -> Iterator[Diagnostic]:
    for at, column in enumerate(table.columns):
        uses = [name for name in ("tick", "choices", "shows") if getattr(column, name)]
        if len(uses) > 1:
            message = f"the column `{column.id}` has {listed(uses)} at once"
            place = located.key_span((*route, "columns", at, uses[1]))
            yield Diagnostic(CODE, message, place, f"keep one of them: {listed(uses, last=' or ')}")


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A column is to be ticked, chosen from or filled from entries, and more than one of these at once.
why: A cell can be one thing only.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: list
        label: My list
        columns: [{id: what, title: What}, {id: done, title: Done, tick: true, choices: ["yes", "no"]}]
        empty: 3
message: the column `done` has `tick` and `choices` at once
repair: Keep one of them.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: list
        label: My list
        columns: [{id: what, title: What}, {id: done, title: Done, tick: true}]
        empty: 3
""",
)
