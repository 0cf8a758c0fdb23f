"""Two columns with lines, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from generator.kinds.worksheet_blocks.block import Block, Found, Height, Ids
from generator.kinds.worksheet_blocks.fields import SheetField, Writing
from generator.model.entry import Part
from generator.model.values import Id, Line, Text


class WritingColumn(Part):
    """One of two columns."""

    id: Id
    """A permanent short name, unique in this block."""
    label: Text
    """Its heading."""
    hint: Line | None = None
    """A short help text, printed below the label."""


class TwoColumnsBlock(Block):
    """Two columns with lines, side by side. A specimen has a text under the id of each column."""

    order: ClassVar[int] = 70
    levels: ClassVar[tuple[str, ...]] = ("column",)

    type: Literal["two-columns"]
    """`two-columns`."""
    left: WritingColumn
    """The column on the left."""
    right: WritingColumn
    """The column on the right."""
    lines: Height
    """How many lines each has on paper."""

    def ids(self) -> Iterator[Ids]:
        sides = ((side.id, (name, "id")) for name, side in (("left", self.left), ("right", self.right)))
        yield Ids("columns", tuple(sides))

    def fields(self, letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        for side in (self.left, self.right):
            yield SheetField((side.id,), Writing(self.lines, letters // 2))


BLOCK = TwoColumnsBlock
