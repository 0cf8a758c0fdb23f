"""Lines to write on."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.kinds.worksheet_blocks.block import Block, Height


class LinesBlock(Block):
    """Lines to write on."""

    order: ClassVar[int] = 20

    type: Literal["lines"]
    """`lines`."""
    lines: Height
    """How many lines there are on paper."""


BLOCK = LinesBlock
