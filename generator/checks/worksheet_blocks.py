"""A block of a worksheet that would print nothing, and a bingo card that cannot be filled."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Bingo, Block, Printed, Table, Ticks
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic
from generator.entry import Route
from generator.graph import Graph
from generator.kinds.worksheet import Worksheet
from generator.structure import Located


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Worksheet):
            for at, block in enumerate(located.entry.blocks):
                yield from _empty(located, block, ("blocks", at))
                if isinstance(block, Bingo):
                    yield from _unfilled(located, block, ("blocks", at))


def _empty(located: Located, block: Block, route: Route) -> Iterator[Diagnostic]:
    match block:
        case Table(rows=(), entries=(), items_of=None, empty=0):
            what, hint = "table has no rows", "write `empty: 5` for five rows to fill in, or give it `rows`"
        case Ticks(options=(), items_of=None):
            what, hint = "check list has nothing to tick", "give it `options`, or name a checklist under `items_of`"
        case Printed(text=None, entries=()):
            what, hint = "text has no words", "write them under `text`, or name entries under `entries`"
        case _:
            return
    yield Diagnostic(Code.EMPTY_BLOCK, f"this {what}", located.span((*route, "id")), hint)


def _unfilled(located: Located, bingo: Bingo, route: Route) -> Iterator[Diagnostic]:
    if bingo.centre and bingo.size % 2 == 0:
        message = f"a card of {bingo.size} by {bingo.size} has no square in its middle"
        hint = "take an odd number of letters, or leave out `centre`"
        yield Diagnostic(Code.UNFILLED_CARD, message, located.key_span((*route, "centre")), hint)
    elif len(bingo.squares) < bingo.drawn:
        message = f"a card needs {bingo.drawn} squares and there are {len(bingo.squares)}"
        yield Diagnostic(
            Code.UNFILLED_CARD, message, located.key_span((*route, "squares")), "add squares, or shorten `letters`"
        )
