"""Boxes of different sizes in a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block, Found, Height
from generator.kinds.worksheet_blocks.fields import SheetField, cell
from generator.model.entry import Part
from generator.model.values import Id, Line, Text, Whole

_EDGES = 2
"""The letters for which the edges of a box leave no room."""


class Box(Part):
    """A box of a canvas."""

    id: Id
    """A permanent short name, unique in this block."""
    label: Text
    """Its heading."""
    hint: Line | None = None
    """A short help text, printed below the label."""
    wide: Annotated[Whole, Field(ge=1, le=4)] = 1
    """How many columns of the canvas it takes."""
    lines: Height = 5
    """How many lines high it is on paper."""


class CanvasBlock(Block):
    """Boxes of different sizes in a grid. A specimen has a text under the id of each box."""

    order: ClassVar[int] = 50
    levels: ClassVar[tuple[str, ...]] = ("box",)

    type: Literal["canvas"]
    """`canvas`."""
    columns: Annotated[Whole, Field(ge=1, le=4)] = 2
    """How many columns the grid has."""
    boxes: Annotated[tuple[Box, ...], Field(min_length=1)]
    """The boxes, in reading order."""

    def fields(self, letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        for box in self.boxes:
            share = min(box.wide, self.columns) / self.columns
            yield SheetField((box.id,), cell(box.lines, letters * share - _EDGES))


BLOCK = CanvasBlock
