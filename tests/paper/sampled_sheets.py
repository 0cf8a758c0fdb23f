"""Which sheets are tried, and on which paper.

Sheets are tried in turn on A4 and Letter, some of them on both, and some in other variants. A sample has every part,
every kind, every variant and both papers between them that any of these has (see tests/sampling.py). The group in which
lists of the site show an entry is not on its sheets.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.located import Located
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import A4, LETTER, Paper
from tests.paper.real import graph
from tests.sampling import covering, parts_of

ALL = tuple(printables(graph()))
MAIN = [p for p in ALL if p.variant in ("participant", "cards")]
OTHERS = [p for p in ALL if p not in MAIN]
SPECIMENS = [p for p in OTHERS if p.variant == "specimen"]
CASES = [
    *((printable, (A4, LETTER)[at % 2]) for at, printable in enumerate(MAIN)),
    *((printable, LETTER) for printable in [*OTHERS[::11], *SPECIMENS[::9]]),
    *((printable, (LETTER, A4)[at % 2]) for at, printable in [*enumerate(MAIN)][3::13]),
]


def features_on_paper(located: Located) -> frozenset[str]:
    """The features of an entry that its sheets can show."""
    group = f"{located.kind.model.__name__}.{located.kind.group_field}:"
    return frozenset(feature for feature in parts_of(located.entry) if not feature.startswith(group))


def _features(case: tuple[Printable, Paper]) -> Iterator[object]:
    printable, paper = case
    yield from features_on_paper(printable.located)
    yield from (printable.located.kind.name, printable.variant, paper.name)


SAMPLE = covering(CASES, _features)
"""Of these cases some, or all of them."""


def paper_of(printable: Printable) -> Paper | None:
    """The paper on which a sheet of the sample is tried first."""
    return next((paper for one, paper in SAMPLE if (one.id, one.variant) == (printable.id, printable.variant)), None)
