"""A bingo card with more squares than there are things to put into them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.bingo import BingoBlock

CODE = Code("unfilled-card", Severity.ERROR, Topic.WORKSHEETS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if isinstance(block, BingoBlock):
                yield from _unfilled(located, block, ("blocks", at))


def _unfilled(located: Located, bingo: BingoBlock, route: Route) -> Iterator[Diagnostic]:
    if bingo.centre and bingo.size % 2 == 0:
        message = f"a card of {bingo.size} by {bingo.size} has no square in its middle"
        hint = "take an odd number of letters, or leave out `centre`"
        yield Diagnostic(CODE, message, located.key_span((*route, "centre")), hint)
    elif len(bingo.squares) < bingo.drawn:
        message = f"a card needs {bingo.drawn} squares and the list has {len(bingo.squares)}"
        place = located.key_span((*route, "squares"))
        yield Diagnostic(CODE, message, place, "add squares, or shorten `letters`")


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A bingo card has more squares than there are things to put into them, or a centre where no square is in the middle.
why: >-
  Cards are drawn from the list of squares. The fewer there are, the more alike the cards; with too few a card has
  holes.
example:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: bingo
        id: card
        label: Listen for it
        letters: AB
        squares: [{id: a, text: A laugh}, {id: b, text: A sigh}, {id: c, text: A name}]
message: a card needs 4 squares and the list has 3
repair: Add squares, or use fewer letters. A centre needs an odd number of letters.
repaired:
  content/worksheets/meeting-sheet.yml: |
    blocks:
      - type: bingo
        id: card
        label: Listen for it
        letters: AB
        squares: [{id: a, text: A laugh}, {id: b, text: A sigh}, {id: c, text: A name}, {id: d, text: A date}]
""",
)
