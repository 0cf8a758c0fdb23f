"""The sum, shown as a tendency between two sides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.assessment import Scoring
from generator.scoring.methods._adding import Adding
from generator.scoring.methods._method import Counted, Found, Method, Tally, Unfit


def _tally(found: Found) -> Tally:
    sides = [0, 0, 0]
    for item, value in found:
        twice, middle = 2 * value, item.values[0] + item.values[-1]
        sides[0 if twice < middle else 1 if twice == middle else 2] += 1
    return (sides[0], sides[1], sides[2])


def _unfit(wanted: Scoring, _members: Counted) -> Iterator[Unfit]:
    if wanted.of:
        yield Unfit("of", "a tendency is counted over items, not over dimensions", "write `method: mean`")


METHOD = Method(working=Adding(), tally=_tally, unfit=_unfit)
