"""The layout of cards on pages, and the cutting marks.

Six cards share a page, in a grid centred on the paper. On the back of a page the columns are in reverse order, so
that each back is behind its front if the page is flipped on its long edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.paper.sizes import Paper

WIDTH, HEIGHT = 88.0, 82.0
"""The size of a card in millimetres: six fill a page, and one fits into the pocket of a shirt."""
COLUMNS, ROWS = 2, 3
MARK, AWAY, THICK = 5.0, 1.5, 0.2
"""How long a mark is, how far from the cards it ends, and how thick it is, in millimetres."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Face(Rectangle):
    """One side of a card in its place."""

    html: Markup


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a sheet of cards."""

    side: Literal["front", "back"]
    places: tuple[Face, ...]
    marks: tuple[Rectangle, ...]


def lay_out(faces: Sequence[tuple[Markup, Markup]], paper: Paper) -> tuple[CardSide, ...]:
    """The pages for cards, each a front and a back. Where no card has a back there are fronts only."""
    sides: list[CardSide] = []
    two_sided = any(back.strip() for _, back in faces)
    for cards in _batched(faces, COLUMNS * ROWS):
        sides.append(_side("front", [front for front, _ in cards], paper))
        if two_sided:
            sides.append(_side("back", [back for _, back in cards], paper))
    return tuple(sides)


def _batched(faces: Sequence[tuple[Markup, Markup]], size: int) -> Iterator[Sequence[tuple[Markup, Markup]]]:
    return (faces[at : at + size] for at in range(0, len(faces), size))


def _side(side: Literal["front", "back"], html: Sequence[Markup], paper: Paper) -> CardSide:
    left, top = _corner(paper)
    places = []
    for at, face in enumerate(html):
        row, column = divmod(at, COLUMNS)
        if side == "back":
            column = COLUMNS - 1 - column
        places.append(Face(_mm(left + column * WIDTH), _mm(top + row * HEIGHT), WIDTH, HEIGHT, face))
    rows = -(-len(html) // COLUMNS)
    return CardSide(side, tuple(places), tuple(_marks(left, top, rows)))


def _corner(paper: Paper) -> tuple[float, float]:
    """Where the grid begins."""
    return (paper.width - COLUMNS * WIDTH) / 2, (paper.height - ROWS * HEIGHT) / 2


def _marks(left: float, top: float, rows: int) -> Iterator[Rectangle]:
    """Marks around so many rows of cards."""
    right, bottom = left + COLUMNS * WIDTH, top + rows * HEIGHT
    for column in range(COLUMNS + 1):
        x = left + column * WIDTH - THICK / 2
        yield Rectangle(_mm(x), _mm(top - AWAY - MARK), THICK, MARK)
        yield Rectangle(_mm(x), _mm(bottom + AWAY), THICK, MARK)
    for row in range(rows + 1):
        y = top + row * HEIGHT - THICK / 2
        yield Rectangle(_mm(left - AWAY - MARK), _mm(y), MARK, THICK)
        yield Rectangle(_mm(right + AWAY), _mm(y), MARK, THICK)


def _mm(length: float) -> float:
    return round(length, 3)
