"""What a questionnaire consists of and what comes of it, as values. `scoring.py` turns the one into the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.formulas.tree import Tree
from generator.kinds.assessment import Direction

Answers: TypeAlias = Mapping[str, float]

TOTAL = "total"
WORSE_HALF = 0.5
"""The badness from which an answer or a score has recommendations."""


def name(some_id: str) -> str:
    """The name under which a formula knows an item or a dimension."""
    return some_id.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it counts. `advice` contains the ids of the entries it may lead to."""

    id: str
    values: tuple[float, ...]
    direction: Direction
    weight: float
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BandRange:
    """A range of a score, both ends included."""

    id: str
    low: float
    high: float
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Something that is worked out: a dimension, or the total."""

    id: str
    method: str
    items: tuple[str, ...]
    direction: Direction
    decimals: int
    bands: tuple[BandRange, ...] = ()
    advice: tuple[str, ...] = ()
    formula: Tree | None = None
    optional: bool = False
    """Whether a result does without it."""
    parts: tuple[str, ...] = ()
    """The ids of the dimensions that it is worked out from. `items` are then theirs."""
    weight: float = 1.0
    """How much it counts as a part."""


@dataclass(frozen=True, slots=True)
class KnockOutRule:
    """An answer up to `up_to` that gives the total the band `band`, whatever the other answers are."""

    item: str
    up_to: float
    band: str


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One of the four fields that two dimensions span."""

    id: str
    across_high: bool
    up_high: bool
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Two dimensions, each split: from `split` on it counts as high."""

    across: str
    up: str
    split: float
    fields: tuple[Quadrant, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The data of an assessment that scoring needs."""

    items: tuple[Question, ...]
    dimensions: tuple[Score, ...]
    total: Score | None
    knock_outs: tuple[KnockOutRule, ...] = ()
    fields: Quadrants | None = None

    def item(self, item_id: str) -> Question:
        return next(item for item in self.items if item.id == item_id)

    def parts(self, wanted: Score) -> tuple[Score, ...]:
        """The dimensions that a score is worked out from."""
        return tuple(dimension for dimension in self.dimensions if dimension.id in wanted.parts)

    @property
    def scores(self) -> tuple[Score, ...]:
        """The dimensions, then the total."""
        return (*self.dimensions, self.total) if self.total else self.dimensions


@dataclass(frozen=True, slots=True)
class Scored:
    """The result of a score. `badness` is from 0 (best) to 1 (worst)."""

    value: float | None
    answered: int
    of: int
    band: str | None = None
    badness: float | None = None
    tally: tuple[int, int, int] | None = None
    """Of a lean: how many answers are left, in the middle, right."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A recommended page and its reason: an item, a dimension, a band or a field."""

    to: str
    kind: Literal["item", "dimension", "band"]
    by: str


@dataclass(frozen=True, slots=True)
class Result:
    """The complete result of a set of answers."""

    scores: Mapping[str, Scored]
    field: str | None
    lever: str | None
    """The dimension in which one point of change moves a total by formula most."""
    worries: tuple[str, ...]
    """The items answered in the worse half of their scale, the worst first."""
    picks: tuple[Pick, ...]
