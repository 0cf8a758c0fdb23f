"""What a scoring method consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias

from generator.kinds.assessment import Asked, Dimension, Scoring
from generator.scoring.questionnaire import Question, Score

Members: TypeAlias = Sequence[Question]
"""What a score is worked out from: items, or dimensions as questions with their lowest and their highest value."""

Found: TypeAlias = Sequence[tuple[Question, float]]
"""The members of a score that have a value, each with it: the answer to an item, or the score of a dimension."""

Names: TypeAlias = Mapping[str, float | None]
"""What formulas may use, by name: answers, and the scores that are worked out before."""

Tally: TypeAlias = tuple[int, int, int]
"""How many answers are left, in the middle and right."""


class Working(Protocol):
    """How a method works a score out."""

    def value(self, wanted: Score, members: Members, found: Found, names: Names) -> float | None:
        """The score. At least half of its items are answered; the answers also represent those that are not."""

    def bounds(self, wanted: Score, members: Members) -> tuple[float, float]:
        """The lowest and the highest value that the score can come to."""

    def reachable(self, wanted: Score, members: Members, values_of: Callable[[str], Sequence[float]]) -> list[float]:
        """The values that full answers come to, from the lowest. `values_of` gives those of an item or a dimension."""

    def part(self, wanted: Score, members: Members, value: float, band: str | None) -> float | None:
        """How far a value is from the lowest, which is 0, to the highest, which is 1; None if that is not known."""


class Unfit(NamedTuple):
    """A reason why a score cannot be worked out: the field that it is reported at, the message and its hint."""

    field: str
    message: str
    hint: str


Counted: TypeAlias = Sequence[Asked] | Sequence[Dimension]
"""What a score is worked out from, as the entry has it."""


def _nothing(_wanted: Scoring, _members: Counted) -> Iterator[Unfit]:
    yield from ()


def _no_tally(_found: Found) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A scoring method. The first line of its file says what it makes of the answers.

    `places` is to how many decimals its scores are usually given. One that is `by_formula` needs the `formula:` of the
    entry, and bands that say how far it goes; it may use answers that are counted. One that `weighs` uses the weights
    of its members. `unfit` says what keeps the members of a score from being scored by it. How it is worked out by
    hand, the words of the interface say under `scoring` and, of dimensions, under `scoring_of_parts`.
    """

    working: Working
    places: int = 0
    by_formula: bool = False
    weighs: bool = False
    unfit: Callable[[Scoring, Counted], Iterable[Unfit]] = _nothing
    tally: Callable[[Found], Tally | None] = _no_tally


def even(bounds: tuple[float, float], value: float) -> float:
    """How far a value is from the lower to the upper bound: from 0 to 1."""
    low, high = bounds
    return (value - low) / (high - low)


def thinned(values: Sequence[float], most: int) -> Sequence[float]:
    """At most so many of the values, evenly, with both ends."""
    if len(values) <= most:
        return values
    return [values[round(at * (len(values) - 1) / (most - 1))] for at in range(most)]
