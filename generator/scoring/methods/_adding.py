"""Adding up answers, which several methods do. The sums are taken in the same order as in the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.scoring.methods._method import Found, Members, Names, even, thinned
from generator.scoring.questionnaire import Question, Score, name

EXACT = 9
"""The decimals to which sums are told apart."""

FROM_PARTS, SUMS = 60, 5000
"""How many values of a dimension, and how many sums of them, are looked at to find what a score can come to."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Adds up the values of the members: each times its weight if `weighted`; divided by their number if `mean`."""

    weighted: bool = False
    mean: bool = False

    def value(self, wanted: Score, members: Members, found: Found, names: Names) -> float | None:
        reached = low = high = 0.0
        for one, value in found:
            weight = self._weight(one)
            reached += weight * value
            low += weight * one.values[0]
            high += weight * one.values[-1]
        if len(found) < len(members):
            # What is missing is taken to lie where the others lie, each on its own scale.
            least, most = self._span(members)
            reached = least + (reached - low) * (most - least) / (high - low)
        return reached / len(members) if self.mean else reached

    def bounds(self, wanted: Score, members: Members) -> tuple[float, float]:
        low, high = self._span(members)
        return (low / len(members), high / len(members)) if self.mean else (low, high)

    def reachable(self, wanted: Score, members: Members, values_of: Callable[[str], Sequence[float]]) -> list[float]:
        """Of a score of dimensions with many values, a part of them that has both ends."""
        sums: Sequence[float] = (0.0,)
        for one in members:
            weight = self._weight(one)
            values = thinned(values_of(name(one.id)), FROM_PARTS) if wanted.parts else one.values
            # Without rounding, sums of tenths that are equal differ in their last bits, and there are too many of them.
            found = sorted({round(before + weight * value, EXACT) for before in sums for value in values})
            sums = thinned(found, SUMS) if wanted.parts else found
        return [one / len(members) for one in sums] if self.mean else list(sums)

    def part(self, wanted: Score, members: Members, value: float, band: str | None) -> float | None:
        return even(self.bounds(wanted, members), value)

    def _weight(self, one: Question) -> float:
        return one.weight if self.weighted else 1.0

    def _span(self, members: Members) -> tuple[float, float]:
        """The lowest and the highest sum of the members of a score."""
        low = high = 0.0
        for one in members:
            weight = self._weight(one)
            low += weight * one.values[0]
            high += weight * one.values[-1]
        return low, high
