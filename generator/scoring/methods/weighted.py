"""The sum, each answer times the `weight` of its item.

`_adding.py` does the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.assessment import Scoring
from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Counted, Method, Unfit


def _unfit(_wanted: Scoring, members: Counted) -> Iterator[Unfit]:
    light = [one.id for one in members if one.weight <= 0]
    if light:
        hint = "weights are above 0; what does not count goes out"
        yield Unfit("method", f"`{light[0]}` has a weight of 0 or less", hint)


METHOD = Method(working=Adding(weighted=True), places=1, weighs=True, unfit=_unfit)
