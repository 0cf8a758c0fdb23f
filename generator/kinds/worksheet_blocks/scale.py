"""Things to rate on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block, Found
from generator.kinds.worksheet_blocks.fields import OneOf, SheetField
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
    """Things to rate on one scale of whole numbers. A specimen has a number under the id of each."""

    order: ClassVar[int] = 60
    levels: ClassVar[tuple[str, ...]] = ("rating",)

    type: Literal["scale"]
    """`scale`."""
    lowest: Whole
    """The lowest number."""
    highest: Whole
    """The highest number."""
    lowest_is: Text
    """What the lowest number means."""
    highest_is: Text
    """What the highest number means."""
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1)]
    """What is rated, one row each."""

    @property
    def steps(self) -> tuple[int, ...]:
        """The numbers to choose from."""
        return tuple(range(self.lowest, self.highest + 1))

    def fields(self, _letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        numbers = tuple(map(str, self.steps))
        for rating in self.ratings:
            yield SheetField((rating.id,), OneOf(numbers, numbers))


BLOCK = ScaleBlock
