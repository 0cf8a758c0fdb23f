"""Questionnaires and answers for Hypothesis, as different as the model allows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st

from generator.formulas.evaluating import rounded
from generator.formulas.tree import Tree
from generator.kinds.assessment import Direction
from generator.scoring.questionnaire import (
    TOTAL,
    Answers,
    BandRange,
    KnockOutRule,
    Quadrant,
    Quadrants,
    Question,
    Questionnaire,
    Score,
    name,
)
from generator.scoring.score import bounds

TARGETS = tuple(f"page-{letter}" for letter in "abcdefgh")
DIRECTIONS: tuple[Direction, ...] = ("high-is-good", "high-is-bad")
PLAIN: tuple[str, ...] = ("sum", "mean", "weighted", "lean")

advice = st.lists(st.sampled_from(TARGETS), max_size=3).map(tuple)
values = st.one_of(
    st.integers(1, 12).map(lambda top: tuple(range(top + 1))),
    st.lists(st.integers(-20, 40).map(lambda n: n / 4), min_size=2, max_size=6, unique=True).map(
        lambda found: tuple(sorted(found))
    ),
)
weights = st.sampled_from((0.1, 0.5, 1.0, 1.5, 2.0, 3.7))


@st.composite
def _item(draw: st.DrawFn, index: int) -> Question:
    direction = draw(st.sampled_from(DIRECTIONS))
    return Question(f"item-{index}", draw(values), direction, draw(weights), draw(advice))


@st.composite
def _bands(draw: st.DrawFn, prefix: str, low: float, high: float, decimals: int) -> tuple[BandRange, ...]:
    """Bands from `low` to `high` that leave no gap; with luck more than one."""
    scale = 10**decimals
    first, last = round(rounded(low, decimals) * scale), round(rounded(high, decimals) * scale)
    cuts = draw(st.lists(st.integers(first + 1, last), max_size=3, unique=True).map(sorted)) if last > first else []
    ends = [first, *cuts, last + 1]
    return tuple(
        BandRange(f"{prefix}-{at}", start / scale, (stop - 1) / scale, draw(advice))
        for at, (start, stop) in enumerate(pairwise(ends))
    )


def _formulas(names: list[str]) -> st.SearchStrategy[Tree]:
    leaf: st.SearchStrategy[Tree] = st.sampled_from(names) | st.integers(0, 5).map(float)
    return st.recursive(
        leaf,
        lambda part: st.tuples(st.sampled_from(("+", "-", "*", "/", "min", "max")), part, part),
        max_leaves=5,
    )


@st.composite
def _score(draw: st.DrawFn, score_id: str, items: tuple[Question, ...], ids: list[str], names: list[str]) -> Score:
    direction = draw(st.sampled_from(DIRECTIONS))
    decimals = draw(st.integers(0, 3))
    if names and draw(st.booleans()):
        bands = draw(_bands(score_id, -10, 60, decimals))
        formula = draw(_formulas(names))
        return Score(score_id, "formula", tuple(ids), direction, decimals, bands, draw(advice), formula)
    score = Score(score_id, draw(st.sampled_from(PLAIN)), tuple(ids), direction, decimals, (), draw(advice))
    low, high = bounds(Questionnaire(items, (), None), score)
    return Score(
        score_id,
        score.method,
        score.items,
        direction,
        decimals,
        draw(_bands(score_id, low, high, decimals)),
        score.advice,
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """A questionnaire with up to eight items and three dimensions, and perhaps a total, knock-outs and fields."""
    items = tuple(draw(_item(index)) for index in range(draw(st.integers(1, 8))))
    ids = [item.id for item in items]
    count = draw(st.integers(0, min(3, len(ids))))
    shares = [ids[at::count] for at in range(count)]
    names = [name(one) for one in ids]
    dimensions = tuple(draw(_score(f"dimension-{at}", items, share, names)) for at, share in enumerate(shares))
    if count > 1 and draw(st.booleans()):
        dimensions = draw(_with_parts(items, dimensions))
    names += [name(one.id) for one in dimensions]
    total = draw(_score(TOTAL, items, ids, names)) if not count or draw(st.booleans()) else None
    rules = draw(st.lists(_knock_out(items, total), max_size=2)) if total else []
    return Questionnaire(items, dimensions, total, tuple(rules), draw(_fields(dimensions)))


@st.composite
def _with_parts(draw: st.DrawFn, items: tuple[Question, ...], dimensions: tuple[Score, ...]) -> tuple[Score, ...]:
    """The dimensions, with one somewhere between them that is worked out from two of them or more."""
    parts = tuple(part for part in dimensions[: draw(st.integers(2, len(dimensions)))])
    score = Score(
        "whole",
        draw(st.sampled_from(("sum", "mean", "weighted"))),
        tuple(item for part in parts for item in part.items),
        draw(st.sampled_from(DIRECTIONS)),
        draw(st.integers(0, 3)),
        advice=draw(advice),
        parts=tuple(part.id for part in parts),
    )
    low, high = bounds(Questionnaire(items, dimensions, None), score)
    if low == high:  # a part by formula without a range
        return dimensions
    whole = replace(score, bands=draw(_bands("whole", low, high, score.decimals)))
    at = draw(st.integers(0, len(dimensions)))
    return (*dimensions[:at], whole, *dimensions[at:])


@st.composite
def _knock_out(draw: st.DrawFn, items: tuple[Question, ...], total: Score) -> KnockOutRule:
    item = draw(st.sampled_from(items))
    return KnockOutRule(item.id, draw(st.sampled_from(item.values)), draw(st.sampled_from(total.bands)).id)


@st.composite
def _fields(draw: st.DrawFn, dimensions: tuple[Score, ...]) -> Quadrants | None:
    if len(dimensions) < 2 or draw(st.booleans()):
        return None
    sides = [(across, up) for across in (False, True) for up in (False, True)]
    fields = tuple(Quadrant(f"field-{at}", across, up, draw(advice)) for at, (across, up) in enumerate(sides))
    return Quadrants(dimensions[0].id, dimensions[1].id, float(draw(st.integers(-5, 20))), fields)


@st.composite
def answers_to(draw: st.DrawFn, questionnaire: Questionnaire) -> Answers:
    """Answers to some of the items, now and then one that is not offered or belongs to nothing."""
    found: dict[str, float] = {}
    for item in questionnaire.items:
        if draw(st.integers(0, 4)):
            found[item.id] = draw(st.sampled_from(item.values) | st.integers(-3, 14))
    if draw(st.booleans()):
        found["nothing"] = 1
    return found


@st.composite
def cases(draw: st.DrawFn) -> tuple[Questionnaire, Answers]:
    """A questionnaire and answers to it."""
    questionnaire = draw(questionnaires())
    return questionnaire, draw(answers_to(questionnaire))
