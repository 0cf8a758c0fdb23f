"""Bingo cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from generator.kinds.worksheet_blocks.block import Block, Found
from generator.kinds.worksheet_blocks.fields import SheetField, Tick
from generator.model.entry import Part
from generator.model.values import Id, Text


class Square(Part):
    """A square of a bingo card."""

    id: Id
    """A permanent short name, unique in this block."""
    text: Text
    """What one does to mark it."""


class BingoBlock(Block):
    """A bingo card. Each card is another choice and order of the squares, from a seed; the centre stays.

    A specimen shows the first squares in their order, and has the list of the ids that are ticked.
    """

    order: ClassVar[int] = 90
    levels: ClassVar[tuple[str, ...]] = ("square",)

    type: Literal["bingo"]
    """`bingo`."""
    letters: Text = "BINGO"
    """The letters at the heads of the columns. There are as many columns, and rows, as letters."""
    squares: tuple[Square, ...]
    """The squares to choose from: at least as many as a card has beside its centre."""
    centre: Square | None = None
    """The square in the middle of every card."""

    @property
    def size(self) -> int:
        """How many rows and columns a card has."""
        return len(self.letters)

    @property
    def drawn(self) -> int:
        """How many squares are drawn for a card."""
        return self.size**2 - (self.centre is not None)

    @property
    def differs(self) -> bool:
        return True

    def card(self, squares: Sequence[Square] = ()) -> tuple[tuple[Square, ...], ...]:
        """The rows of a card with the first of `squares`, or of its own, around the centre."""
        drawn = list((squares or self.squares)[: self.drawn])
        if self.centre:
            drawn.insert(len(drawn) // 2, self.centre)
        return tuple(tuple(drawn[start : start + self.size]) for start in range(0, len(drawn), self.size))

    def fields(self, _letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        yield from (SheetField((square.id,), Tick()) for row in self.card() for square in row)


BLOCK = BingoBlock
