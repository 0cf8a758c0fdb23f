"""Bingo: cards to play with on a screen. Their squares are in a worksheet, which also prints them."""

from typing import Annotated

from pydantic import Field

from generator.model.entry import Entry, Step
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, Relation
from generator.model.values import Line, Minutes, Prose, Ref

ON_PAPER = Relation.built_in("on_paper", ("worksheet",))


class Bingo(Entry):
    minutes: Minutes
    """The time needed to understand the game, in minutes."""
    sheet: Annotated[Ref, ON_PAPER]
    """The worksheet with the squares. Each of its bingo blocks is a card here."""
    purpose: Prose
    """What the game is for."""
    rules: Annotated[tuple[Step, ...], Field(min_length=1)]
    """How to play."""
    seeds: Line
    """The use of the card number."""
    spoils: Prose
    """What spoils the game."""


KIND = Kind.built_in(
    "bingo",
    "bingo",
    Bingo,
    order=60,
    icon="grid",
    accent="plum",
    search_weight=0.9,
    purpose="do",
    filled_in=True,
    relations=EVERYWHERE,
)
