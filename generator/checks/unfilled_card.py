"""A bingo card with more squares than there are things to put into them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Bingo


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if isinstance(block, Bingo):
                yield from _unfilled(located, block, ("blocks", at))


def _unfilled(located: Located, bingo: Bingo, route: Route) -> Iterator[Diagnostic]:
    if bingo.centre and bingo.size % 2 == 0:
        message = f"a card of {bingo.size} by {bingo.size} has no square in its middle"
        hint = "take an odd number of letters, or leave out `centre`"
        yield Diagnostic(Code.UNFILLED_CARD, message, located.key_span((*route, "centre")), hint)
    elif len(bingo.squares) < bingo.drawn:
        message = f"a card needs {bingo.drawn} squares and the list has {len(bingo.squares)}"
        place = located.key_span((*route, "squares"))
        yield Diagnostic(Code.UNFILLED_CARD, message, place, "add squares, or shorten `letters`")
