"""The `formula` worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.formulas.formula import evaluate, names_in, rounded
from generator.kinds.assessment import Asked, Scoring
from generator.scoring.methods._method import Found, Method, Names, Unfit
from generator.scoring.questionnaire import Questionnaire, Score, name

TRIED = 20_000
"""How many combinations of answers are tried to find what a formula can come to."""


@dataclass(frozen=True, slots=True)
class _ByFormula:
    """Evaluates a formula. How far it goes, its bands say."""

    def value(self, questionnaire: Questionnaire, wanted: Score, found: Found, names: Names) -> float | None:
        assert wanted.formula is not None
        return evaluate(wanted.formula, names)

    def bounds(self, questionnaire: Questionnaire, wanted: Score) -> tuple[float, float]:
        return (wanted.bands[0].low, wanted.bands[-1].high) if wanted.bands else (0.0, 0.0)

    def reachable(
        self, questionnaire: Questionnaire, wanted: Score, others: Callable[[Score], Sequence[float]]
    ) -> list[float]:
        """Those of a grid that has the corners of what the names of the formula can be."""
        assert wanted.formula is not None
        used = sorted(set(names_in(wanted.formula)))
        ranges = [_values(questionnaire, one, others) for one in used]
        share = max(2, int(TRIED ** (1 / len(used))))
        found = (
            evaluate(wanted.formula, dict(zip(used, values, strict=True)))
            for values in product(*(_thinned(values, share) for values in ranges))
        )
        return [value for value in found if value is not None] or list(self.bounds(questionnaire, wanted))

    def part(self, questionnaire: Questionnaire, wanted: Score, value: float, band: str | None) -> float | None:
        """The bands are counted: a formula need not be even."""
        names = [one.id for one in wanted.bands]
        if band is None or len(names) < 2:
            return None
        return names.index(band) / (len(names) - 1)


def _values(questionnaire: Questionnaire, wanted: str, others: Callable[[Score], Sequence[float]]) -> list[float]:
    """What a name of a formula may refer to."""
    for dimension in questionnaire.dimensions:
        if name(dimension.id) == wanted:
            return [rounded(value, dimension.decimals) for value in others(dimension)]
    item = next(item for item in questionnaire.items if name(item.id) == wanted)
    return [float(value) for value in item.values]


def _thinned(values: list[float], most: int) -> list[float]:
    """At most so many of the values, evenly, with both ends."""
    if len(values) <= most:
        return values
    return [values[round(at * (len(values) - 1) / (most - 1))] for at in range(most)]


def _unfit(wanted: Scoring, _members: Sequence[Asked]) -> Iterator[Unfit]:
    if not wanted.formula:
        yield Unfit("method", "the method is `formula`, but no formula is given", "add `formula:` below it")
    elif len(wanted.bands) < 2:
        yield Unfit("method", "a score by formula needs bands: they say how far it goes", "add two bands or more")


METHOD = Method(working=_ByFormula(), places=2, by_formula=True, unfit=_unfit)
