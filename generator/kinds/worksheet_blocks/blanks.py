"""Short blanks in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import Block, Found
from generator.kinds.worksheet_blocks.fields import SheetField, Writing
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

    @property
    def printed(self) -> int:
        """The letters of its label and unit."""
        return len(self.label) + len(self.unit or "")

    @property
    def need(self) -> int:
        """The letters that it takes in its row, at least."""
        return max(self.wide * 6, self.printed + 8)


class BlanksBlock(Block):
    """Short blanks in a row: a name, a date, a number. A specimen has a text under the id of each blank."""

    order: ClassVar[int] = 10
    levels: ClassVar[tuple[str, ...]] = ("blank",)

    type: Literal["blanks"]
    """`blanks`."""
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1)]
    """The blanks, in reading order."""

    def rows(self, letters: int) -> tuple[tuple[tuple[Blank, float], ...], ...]:
        """The blanks in rows of so many letters, each with its share of the row, from 0 to 1."""
        rows: list[list[Blank]] = [[]]
        for blank in self.blanks:
            if rows[-1] and sum(other.need for other in rows[-1]) + blank.need > letters:
                rows.append([])
            rows[-1].append(blank)
        return tuple(tuple((blank, blank.need / sum(b.need for b in row)) for blank in row) for row in rows)

    def fields(self, letters: int, _entries: Mapping[str, Found]) -> Iterator[SheetField]:
        for row in self.rows(letters):
            for blank, share in row:
                yield SheetField((blank.id,), Writing(1, int(letters * share) - blank.printed - 1))


BLOCK = BlanksBlock
