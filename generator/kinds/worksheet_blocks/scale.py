"""Things to rate on one scale."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block
from generator.model.entry import Part
from generator.model.values import Id, Line, Text, Whole


class Rating(Part):
    """Something to rate."""

    id: Id
    """A permanent short name, unique in this block."""
    text: Text
    """What is rated."""
    hint: Line | None = None
    """What it means, or which way is good."""


class ScaleBlock(Block):
    """Things to rate on one scale of whole numbers."""

    order: ClassVar[int] = 60

    type: Literal["scale"]
    """`scale`."""
    lowest: Whole
    """The lowest number."""
    highest: Whole
    """The highest number."""
    lowest_is: Text
    """What the lowest number stands for."""
    highest_is: Text
    """What the highest number stands for."""
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1)]
    """What is rated, one row each."""

    @property
    def steps(self) -> tuple[int, ...]:
        """The numbers to choose from."""
        return tuple(range(self.lowest, self.highest + 1))


BLOCK = ScaleBlock
