"""Short blanks in a row."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block
from generator.model.entry import Part
from generator.model.values import Id, Text, Whole


class Blank(Part):
    """One short blank."""

    id: Id
    """A permanent short name, unique in this block."""
    label: Text
    """The text before the blank."""
    unit: Text | None = None
    """The text after it: `%`, `minutes`."""
    wide: Annotated[Whole, Field(ge=1, le=3)] = 1
    """How wide it is beside the other blanks of the block."""


class BlanksBlock(Block):
    """Short blanks in a row: a name, a date, a number."""

    order: ClassVar[int] = 10

    type: Literal["blanks"]
    """`blanks`."""
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1)]
    """The blanks, in reading order."""


BLOCK = BlanksBlock
