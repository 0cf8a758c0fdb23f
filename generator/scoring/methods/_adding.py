"""Adding up answers, which several methods do. The sums are taken in the same order as in the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.scoring.methods._method import Found, Names, even
from generator.scoring.questionnaire import Question, Questionnaire, Score


EXACT = 9
"""The decimals to which sums are told apart."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Adds up the answers: each times the weight of its item if `weighted`; divided by their number if `mean`."""

    weighted: bool = False
    mean: bool = False

    def value(self, questionnaire: Questionnaire, wanted: Score, found: Found, names: Names) -> float | None:
        reached = low = high = 0.0
        for item, value in found:
            weight = self._weight(item)
            reached += weight * value
            low += weight * item.values[0]
            high += weight * item.values[-1]
        if len(found) < len(wanted.items):
            # What is missing is taken to lie where the others lie, each on its own scale.
            least, most = self._span(questionnaire, wanted)
            reached = least + (reached - low) * (most - least) / (high - low)
        return reached / len(wanted.items) if self.mean else reached

    def bounds(self, questionnaire: Questionnaire, wanted: Score) -> tuple[float, float]:
        low, high = self._span(questionnaire, wanted)
        return (low / len(wanted.items), high / len(wanted.items)) if self.mean else (low, high)

    def reachable(
        self, questionnaire: Questionnaire, wanted: Score, others: Callable[[Score], Sequence[float]]
    ) -> list[float]:
        sums, counted = {0.0}, 0.0
        for item in (questionnaire.item(item_id) for item_id in wanted.items):
            weight = self._weight(item)
            counted += weight
            # Without rounding, sums of tenths that are equal differ in their last bits, and there are too many of them.
            sums = {round(before + weight * value, EXACT) for before in sums for value in item.values}
        return sorted(one / counted for one in sums) if self.mean else sorted(sums)

    def part(self, questionnaire: Questionnaire, wanted: Score, value: float, band: str | None) -> float | None:
        return even(self.bounds(questionnaire, wanted), value)

    def _weight(self, item: Question) -> float:
        return item.weight if self.weighted else 1.0

    def _span(self, questionnaire: Questionnaire, wanted: Score) -> tuple[float, float]:
        """The lowest and the highest sum of the items of a score."""
        low = high = 0.0
        for item_id in wanted.items:
            item = questionnaire.item(item_id)
            weight = self._weight(item)
            low += weight * item.values[0]
            high += weight * item.values[-1]
        return low, high
