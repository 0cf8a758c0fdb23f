"""The layout of cards on pages, and the cutting marks.

Cards are in a grid centred on the paper. On the back of a page the columns are in reverse order, so that each back is
behind its front if the page is flipped on its long edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Literal, TypeAlias

from markupsafe import Markup

from generator.paper.sizes import DeckSize, Paper

MARK, AWAY, THICK = 5.0, 1.5, 0.2
"""How long a mark is, how far from the cards it ends, and how thick it is, in millimetres."""

Side: TypeAlias = Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of one size in columns and rows, in millimetres. There is a gap between columns, and none between rows."""

    width: float
    height: float
    columns: int
    rows: int
    gap: float = 0.0

    @property
    def number(self) -> int:
        """How many cards share a page."""
        return self.columns * self.rows

    def place(self, at: int, side: Side, paper: Paper) -> Rectangle:
        """The place of a card, from 0."""
        row, column = divmod(at, self.columns)
        if side == "back":
            column = self.columns - 1 - column
        top = self._top(paper) + row * self.height
        return Rectangle(_mm(self._left(paper, column)), _mm(top), self.width, self.height)

    def marks(self, paper: Paper, rows: int) -> Iterator[Rectangle]:
        """Marks around so many rows of cards."""
        left, right = self._left(paper, 0), self._left(paper, self.columns - 1) + self.width
        top = self._top(paper)
        bottom = top + rows * self.height
        lefts = [self._left(paper, column) for column in range(self.columns)]
        for edge in sorted({_mm(edge) for start in lefts for edge in (start, start + self.width)}):
            yield Rectangle(_mm(edge - THICK / 2), _mm(top - AWAY - MARK), THICK, MARK)
            yield Rectangle(_mm(edge - THICK / 2), _mm(bottom + AWAY), THICK, MARK)
        for row in range(rows + 1):
            y = top + row * self.height - THICK / 2
            yield Rectangle(_mm(left - AWAY - MARK), _mm(y), MARK, THICK)
            yield Rectangle(_mm(right + AWAY), _mm(y), MARK, THICK)

    def _left(self, paper: Paper, column: int) -> float:
        whole = self.columns * self.width + (self.columns - 1) * self.gap
        return (paper.width - whole) / 2 + column * (self.width + self.gap)

    def _top(self, paper: Paper) -> float:
        return (paper.height - self.rows * self.height) / 2


POCKET = Grid(88.0, 82.0, 2, 3)
"""Pocket cards: six fill a page, and one fits into the pocket of a shirt."""


def sets_on_full_sheets(cards: int) -> int:
    """How many sets of so many cards fill sheets of paper without a place that is left, at least."""
    return lcm(cards, POCKET.number) // cards


LETTERS = 450
"""So many letters of a list are on one side of a pocket card, where there is a choice."""


def in_sides(lines: Sequence[str], letters: Callable[[str], int], most: int = LETTERS) -> list[list[str]]:
    """The lines of a list, as many together as have no more than so many `letters`; a longer one is alone."""
    sides: list[list[str]] = []
    room = 0
    for line in lines:
        length = letters(line)
        if length > room:
            sides.append([])
            room = most
        sides[-1].append(line)
        room -= length
    return sides


def grid_of(size: DeckSize) -> Grid:
    """How the cards of a deck lie on their sheet: ten business cards."""
    return Grid(size.width, size.height, 2, 5, size.gap)


@dataclass(frozen=True, slots=True)
class Face(Rectangle):
    """One side of a card in its place."""

    html: Markup


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a sheet of cards."""

    side: Side
    places: tuple[Face, ...]
    marks: tuple[Rectangle, ...]


def lay_out(faces: Sequence[tuple[Markup, Markup]], paper: Paper) -> tuple[CardSide, ...]:
    """The pages for pocket cards, each a front and a back. Where no card has a back there are fronts only."""
    sides: list[CardSide] = []
    two_sided = any(back.strip() for _, back in faces)
    at = 0
    for number in _shared_out(len(faces)):
        cards = faces[at : at + number]
        at += number
        sides.append(_side("front", [front for front, _ in cards], paper))
        if two_sided:
            sides.append(_side("back", [back for _, back in cards], paper))
    return tuple(sides)


def _shared_out(number: int) -> Iterator[int]:
    """How many cards each page has: whole rows, shared out evenly, so that no card is alone on the last page."""
    rows, pages = -(-number // POCKET.columns), -(-number // POCKET.number)
    for page in range(pages):
        on_page = rows // pages + (page < rows % pages)
        yield min(on_page * POCKET.columns, number)
        number -= on_page * POCKET.columns


def _side(side: Side, html: Sequence[Markup], paper: Paper) -> CardSide:
    places = ((POCKET.place(at, side, paper), face) for at, face in enumerate(html))
    faces = tuple(Face(place.left, place.top, place.width, place.height, face) for place, face in places)
    return CardSide(side, faces, tuple(POCKET.marks(paper, -(-len(html) // POCKET.columns))))


def _mm(length: float) -> float:
    return round(length, 3)
