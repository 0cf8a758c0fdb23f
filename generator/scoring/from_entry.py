"""The questionnaire of an assessment: what scoring needs to know of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.formulas.formula import parse
from generator.formulas.tree import Tree
from generator.kinds.assessment import Advice, Asked, Assessment, Dimension, Direction, Scoring
from generator.kinds.scale import Scale
from generator.scoring.methods import METHODS
from generator.scoring.questionnaire import (
    TOTAL,
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


def questionnaire(entry: Assessment, scales: Mapping[str, Scale]) -> Questionnaire:
    """What scoring needs to know. The scales and formulas have to be right."""
    total = entry.total
    return Questionnaire(
        tuple(_item(entry, item, scales) for item in entry.items),
        tuple(_score(entry, d.id, d, d.recommends) for d in entry.dimensions),
        _score(entry, TOTAL, total) if total else None,
        tuple(KnockOutRule(rule.item, rule.up_to, rule.band) for rule in entry.knock_outs),
        _fields(entry),
    )


def _item(entry: Assessment, item: Asked, scales: Mapping[str, Scale]) -> Question:
    owner = entry.dimension_of(item) or entry.total
    direction: Direction = owner.direction if owner else "high-is-good"
    return Question(item.id, scales[entry.scale_of(item)].values, direction, item.weight, _ids(item.recommends))


def _score(entry: Assessment, score_id: str, wanted: Scoring, advice: tuple[Advice, ...] = ()) -> Score:
    bands = tuple(BandRange(b.id, b.at_least, b.at_most, _ids(b.recommends)) for b in wanted.bands)
    tree: Tree | None = parse(wanted.formula, names_in_formulas(entry)) if wanted.formula else None
    items = tuple(item.id for item in entry.items_of(wanted))
    optional, weight = (wanted.optional, wanted.weight) if isinstance(wanted, Dimension) else (False, 1.0)
    return Score(
        score_id,
        wanted.method,
        items,
        wanted.direction,
        places(wanted),
        bands,
        _ids(advice),
        tree,
        optional,
        wanted.of,
        weight,
    )


def _fields(entry: Assessment) -> Quadrants | None:
    found = entry.fields
    if found is None:
        return None
    fields = (Quadrant(f.id, f.across == "high", f.up == "high", _ids(f.recommends)) for f in found.fields)
    return Quadrants(found.across, found.up, found.split, tuple(fields))


def _ids(links: Iterable[Advice]) -> tuple[str, ...]:
    return tuple(str(link.to) for link in links)


def range_of(entry: Assessment, wanted: Scoring, scales: Mapping[str, Scale]) -> tuple[float, float]:
    """The lowest and the highest value of a score: the total of the assessment, or one of its dimensions."""
    found = questionnaire(entry, scales)
    score_id = wanted.id if isinstance(wanted, Dimension) else TOTAL
    return bounds(found, next(score for score in found.scores if score.id == score_id))


def places(scoring: Scoring) -> int:
    """To how many decimals a score is given."""
    return scoring.decimals if scoring.decimals is not None else METHODS[scoring.method].places


def by_formula(scoring: Scoring) -> bool:
    """Whether a score is worked out by a formula."""
    return METHODS[scoring.method].by_formula


def weighs(scoring: Scoring) -> bool:
    """Whether a score multiplies what it is worked out from by weights."""
    return METHODS[scoring.method].weighs


def names_in_formulas(entry: Assessment) -> tuple[str, ...]:
    """The names that formulas may use: items, then dimensions."""
    return (*(name(item.id) for item in entry.items), *(name(d.id) for d in entry.dimensions))


def words_of_formulas(entry: Assessment) -> Mapping[str, str]:
    """What the names of dimensions mean where a formula is written for people."""
    return {name(d.id): d.title[:1].lower() + d.title[1:] for d in entry.dimensions}
