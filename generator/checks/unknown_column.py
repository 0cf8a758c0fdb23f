"""A row of a worksheet's table with words for a column that the table lacks: they would be printed nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.table import TableBlock

CODE = Code("unknown-column", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if isinstance(block, TableBlock):
                yield from _unknown(located, block, ("blocks", at))


def _unknown(located: Located, table: TableBlock, route: Route) -> Iterator[Diagnostic]:
    known = [column.id for column in table.columns[1:]]
    for at, row in enumerate(table.rows):
        for name in row.cells:
            if name not in known:
                hint = did_you_mean(name, known) or f"known here: {listed(known)}"
                place = located.key_span((*route, "rows", at, "cells", name))
                message = f"`{name}` is not a column of this table after the first"
                yield Diagnostic(CODE, message, place, hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A row of a table has words for a column that the table does not have.
why: The words would be printed nowhere.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: parts
        label: Who does what
        columns: [{id: part, title: Part}, {id: leads, title: Who leads}]
        rows: [{id: close, head: The close, cells: {lead: You}}]
message: "`lead` is not a column of this table after the first"
repair: Write the id of the column as under `columns`. The words of the first column are written under `head`.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: parts
        label: Who does what
        columns: [{id: part, title: Part}, {id: leads, title: Who leads}]
        rows: [{id: close, head: The close, cells: {leads: You}}]
""",
)
