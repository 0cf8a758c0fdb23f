"""A block of a worksheet that would print its heading and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Block, Printed, Table, Ticks


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            match _fault(block):
                case (what, hint):
                    yield Diagnostic(Code.EMPTY_BLOCK, f"this {what}", located.span(("blocks", at, "id")), hint)


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
