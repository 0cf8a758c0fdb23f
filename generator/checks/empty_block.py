"""A block of a worksheet that would print its heading and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Block, Printed, Table, Ticks

CODE = Code("empty-block", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            match _fault(block):
                case (what, hint):
                    yield Diagnostic(CODE, f"this {what}", located.span(("blocks", at, "id")), hint)


def _fault(block: Block) -> tuple[str, str] | None:
    """What the block lacks, and what to do about it."""
    match block:
        case Table(rows=(), entries=(), items_of=None, empty=0):
            return "table has no rows", "write `empty: 5` for five rows to fill in, or give it `rows`"
        case Ticks(options=(), items_of=None):
            return "check list has nothing to tick", "give it `options`, or name a checklist under `items_of`"
        case Printed(text=None, entries=()):
            return "text has no words", "write them under `text`, or name entries under `entries`"
    return None


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
  `entries`. Or take the block out.
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
