"""Lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from generator.kinds.worksheet_blocks.block import Block, Found, Height
from generator.kinds.worksheet_blocks.fields import SheetField, Writing


class LinesBlock(Block):
    """Lines to write on. A specimen has its text."""

    order: ClassVar[int] = 20

    type: Literal["lines"]
    """`lines`."""
    lines: Height
    """How many lines there are on paper."""

    def fields(self, letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        yield SheetField((), Writing(self.lines, letters))


BLOCK = LinesBlock
