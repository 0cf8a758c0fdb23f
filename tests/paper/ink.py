"""What is drawn on the pages of a PDF besides text, and how much room a pen has there.

Places are in points from the upper left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from pypdf.generic import ContentStream

from tests.paper.real import POINTS, Field, Printed

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Edges: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

EVERYWHERE: Edges = (-1e6, -1e6, 1e6, 1e6)
NOWHERE: Edges = (0, 0, 0, 0)

BUILDING = frozenset(("m", "l", "c", "v", "y", "re"))
CLIPPING = frozenset(("W", "W*"))
PAINTING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"))
"""Operators that add to a path, clip by it, or paint and end it."""

THIN = 2.0
"""Rules are at most so thick."""

WHITE = 0.99
"""Colours are white from here."""


@dataclass(frozen=True)
class Ink:
    """What one operator paints, as far as it is not clipped."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_rule(self) -> bool:
        return self.bottom - self.top < THIN < self.right - self.left


@dataclass(frozen=True)
class _State:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    clip: Edges = EVERYWHERE
    white: bool = False


def inks(found: Printed, page: int) -> list[Ink]:
    """What is painted on a page, from top to bottom, without white."""
    return found.once(f"inks on page {page}", lambda: _inks(found, page))


def _inks(found: Printed, page: int) -> list[Ink]:
    drawn = found.reader.pages[page]
    painter = _Painter()
    for operands, operator in ContentStream(drawn.get_contents(), found.reader).operations:
        painter.take(operator.decode(), operands)
    painted = (_placed(edges, float(drawn.mediabox.height)) for edges in painter.painted)
    return sorted(painted, key=lambda ink: ink.top)


def _placed(edges: Edges, height: float) -> Ink:
    left, low, right, high = edges
    return Ink(left, height - high, right, height - low)


@dataclass
class _Painter:
    """Takes the operators of a page one after another; `painted` are the edges of what they paint."""

    painted: list[Edges] = field(default_factory=list)
    state: _State = _State()
    before: list[_State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    clips: bool = False

    def take(self, operator: str, operands: Sequence[Any]) -> None:
        match operator:
            case "q":
                self.before.append(self.state)
            case "Q":
                self.state = self.before.pop()
            case "cm":
                self.state = replace(self.state, matrix=_product(_numbers(operands), self.state.matrix))
            case "rg" | "g":
                self.state = replace(self.state, white=min(map(float, operands)) > WHITE)
            case "scn":
                self.state = replace(self.state, white=False)
            case "sh":
                self._paint(self.state.clip)
            case "Do":
                self._paint(_edges(list(_points("re", (0, 0, 1, 1), self.state.matrix))))
            case _:
                self._take_of_path(operator, operands)

    def _take_of_path(self, operator: str, operands: Sequence[Any]) -> None:
        if operator in BUILDING:
            self.path += _points(operator, [float(one) for one in operands], self.state.matrix)
        elif operator in CLIPPING:
            self.clips = True
        elif operator in PAINTING and self.path:
            edges = _edges(self.path)
            if operator != "n" and not (self.state.white and operator.lower().startswith("f")):
                self._paint(edges)
            if self.clips:
                self.state = replace(self.state, clip=_common(edges, self.state.clip) or NOWHERE)
            self.path, self.clips = [], False

    def _paint(self, edges: Edges) -> None:
        if visible := _common(edges, self.state.clip):
            self.painted.append(visible)


def _numbers(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _points(operator: str, values: Sequence[float], matrix: Matrix) -> Iterator[tuple[float, float]]:
    if operator == "re":
        x, y, width, height = values
        values = (x, y, x + width, y + height)
    a, b, c, d, e, f = matrix
    for x, y in zip(values[::2], values[1::2], strict=True):
        yield a * x + c * y + e, b * x + d * y + f


def _edges(points: Sequence[tuple[float, float]]) -> Edges:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _common(one: Edges, other: Edges) -> Edges | None:
    left, low = max(one[0], other[0]), max(one[1], other[1])
    right, high = min(one[2], other[2]), min(one[3], other[3])
    return (left, low, right, high) if left <= right and low <= high else None


LINE_END = 1.0
"""So far below a field its rule may be, in points."""


def pen_rooms(found: Printed) -> Iterator[tuple[float, Field]]:
    """The height of each line, blank, cell and box that one writes in with a pen, in millimetres, from what is drawn
    above it to the lower edge of its rule."""
    drawn = [inks(found, page) for page in range(len(found.reader.pages))]
    for one in found.fields:
        if one.kind == "/Tx":
            rules = [ink for ink in drawn[one.page] if ink.is_rule]
            yield from ((height / POINTS, one) for height in _rooms(one, rules, _above(found, one, rules)))


def _above(found: Printed, one: Field, rules: Sequence[Ink]) -> float:
    """Where the words and rules above a field end. A blank is only as high as what is typed; a pen has more room."""
    words = [w.bottom for w in found.words if w.page == one.page and w.left < one.right and one.left < w.right]
    ends = [*words, *(rule.bottom for rule in rules if rule.left < one.right - THIN and one.left + THIN < rule.right)]
    return max((end for end in ends if end <= one.top + THIN), default=0.0)


def _rooms(one: Field, rules: Sequence[Ink], above: float) -> Iterator[float]:
    """The heights of the lines of a field; one without rules in it is a single room."""
    ends = sorted({round(rule.bottom, 2) for rule in rules if _crosses(rule, one)}) or [one.bottom]
    # Of a blank the height up to what is above it counts, of other fields their own.
    start = above if len(ends) == 1 else one.top
    for end in ends:
        yield end - start
        start = end


def _crosses(rule: Ink, one: Field) -> bool:
    """Whether a rule lies in a field or at its lower edge, over most of its width."""
    across = min(rule.right, one.right) - max(rule.left, one.left)
    return one.top + THIN < rule.top < one.bottom + LINE_END and across > 0.6 * (one.right - one.left)


def unused(found: Printed, page: int, margin: float) -> float:
    """The height below the last word, rule and field of a page, above its foot, in millimetres.

    `margin`: the height of the foot, in millimetres.
    """
    end = float(found.reader.pages[page].mediabox.height) - margin * POINTS
    marks = [
        *(ink.bottom for ink in inks(found, page)),
        *(word.bottom for word in found.words if word.page == page),
        *(one.bottom for one in found.fields if one.page == page),
    ]
    return (end - max((mark for mark in marks if mark <= end + THIN), default=0.0)) / POINTS
