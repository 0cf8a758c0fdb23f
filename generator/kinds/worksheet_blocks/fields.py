"""The fields of a sheet: where something is written, ticked or chosen, and how much room there is.

A specimen is compared with them, and a filled sheet is printed from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import TypeAlias

LETTERS, LETTERS_ACROSS = 84, 124
"""The letters that fit beside each other on a sheet, upright and across."""

SMALLER, LOWER = 1.15, 1.4
"""In the cells of tables the letters are smaller: how many more of them fit side by side, and one below the other."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Takes a text, in so many lines of so many letters each."""

    lines: int
    letters: int

    def lines_of(self, text: str) -> int:
        """The lines that a text needs. A line break begins a new one."""
        return sum(max(1, ceil(len(line.rstrip()) / max(1, self.letters))) for line in text.strip().split("\n"))


@dataclass(frozen=True, slots=True)
class Tick:
    """Takes a tick. With a `blank` behind it, also words."""

    blank: Writing | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Takes one of some words. On paper each has a box to tick; `boxes` are the names of these, in the same order."""

    words: tuple[str, ...]
    boxes: tuple[str, ...]


Takes: TypeAlias = Writing | Tick | OneOf


@dataclass(frozen=True, slots=True)
class SheetField:
    """A field of a block. `path` holds the ids that lead to it within the block; none if the block is one field."""

    path: tuple[str, ...]
    takes: Takes


def cell(lines: int, letters: float) -> Writing:
    """What a cell of a table takes that is so many lines high and so many usual letters wide."""
    return Writing(ceil(lines * LOWER), int(letters * SMALLER))


def named(block_id: str, path: tuple[str, ...]) -> str:
    """The name of a field on its sheet."""
    return ".".join((block_id, *path))


def marks(block_id: str, field: SheetField, value: str) -> Iterator[tuple[str, str]]:
    """What stands in the places of a filled field: the name of each place, and its text or `TICKED`."""
    name = named(block_id, field.path)
    match field.takes:
        case Tick(blank=blank):
            yield name, TICKED
            if blank and value != TICKED:
                yield f"{name}.blank", value
        case OneOf(words=words, boxes=boxes):
            yield name, value
            yield f"{name}.{boxes[words.index(value)]}", TICKED
        case Writing():
            yield name, value


TICKED = "true"
"""The value of a field that is ticked."""
