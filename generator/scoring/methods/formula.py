"""The `formula` worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.formulas.evaluating import evaluate
from generator.formulas.tree import names_in
from generator.kinds.assessment import Scoring
from generator.scoring.methods._method import Counted, Found, Members, Method, Names, Unfit, thinned
from generator.scoring.questionnaire import Score

TRIED = 20_000
"""How many combinations of answers are tried to find what a formula can come to."""


@dataclass(frozen=True, slots=True)
class _ByFormula:
    """Evaluates a formula. How far it goes, its bands say."""

    def value(self, wanted: Score, members: Members, found: Found, names: Names) -> float | None:
        assert wanted.formula is not None
        return evaluate(wanted.formula, names)

    def bounds(self, wanted: Score, members: Members) -> tuple[float, float]:
        return (wanted.bands[0].low, wanted.bands[-1].high) if wanted.bands else (0.0, 0.0)

    def reachable(self, wanted: Score, members: Members, values_of: Callable[[str], Sequence[float]]) -> list[float]:
        """Those of a grid that has the corners of what the names of the formula can be."""
        assert wanted.formula is not None
        used = sorted(set(names_in(wanted.formula)))
        share = max(2, int(TRIED ** (1 / len(used))))
        found = (
            evaluate(wanted.formula, dict(zip(used, values, strict=True)))
            for values in product(*(thinned(values_of(one), share) for one in used))
        )
        return [value for value in found if value is not None] or list(self.bounds(wanted, members))

    def part(self, wanted: Score, members: Members, value: float, band: str | None) -> float | None:
        """The bands are counted: a formula need not be even."""
        names = [one.id for one in wanted.bands]
        if band is None or len(names) < 2:
            return None
        return names.index(band) / (len(names) - 1)


def _unfit(wanted: Scoring, _members: Counted) -> Iterator[Unfit]:
    if not wanted.formula:
        yield Unfit("method", "the method is `formula`, but no formula is given", "add `formula:` below it")
    elif len(wanted.bands) < 2:
        yield Unfit("method", "a score by formula needs bands: they say how far it goes", "add two bands or more")


METHOD = Method(working=_ByFormula(), places=2, by_formula=True, unfit=_unfit)
