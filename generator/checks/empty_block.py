"""A block of a worksheet that would print its heading and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.worksheet import Worksheet

CODE = Code("empty-block", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if block.lack:
                place = located.span(("blocks", at, "id"))
                about = ("blocks", at, block.lack.field)
                yield Diagnostic(CODE, f"this {block.lack.what}", place, block.lack.hint, about=about)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A block of a worksheet has nothing to fill in and nothing to read.
why: A heading with nothing under it would be printed.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: people
        label: Who will be there
        columns: [{id: name, title: Name}, {id: wish, title: What they want}]
message: this table has no rows
repair: >-
  Give a table `rows`, `entries`, `items_of` or `empty`, a check list `options` or `items_of`, a text its words or
  `entries`. Or delete the block.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: table
        id: people
        label: Who will be there
        columns: [{id: name, title: Name}, {id: wish, title: What they want}]
        empty: 4
""",
)
