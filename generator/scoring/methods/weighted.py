"""The sum, each answer times the `weight` of its item.

`_adding.py` does the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.kinds.assessment import Asked, Scoring
from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Method, Unfit


def _unfit(_wanted: Scoring, members: Sequence[Asked]) -> Iterator[Unfit]:
    if any(item.weight <= 0 for item in members):
        yield Unfit("method", "an item has a weight of 0 or less", "weights are above 0; what does not count goes out")


METHOD = Method(working=Adding(weighted=True), places=1, weighs=True, unfit=_unfit)
