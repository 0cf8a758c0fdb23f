"""A worked result of an assessment: what the answers of an invented team come to, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.kinds.assessment import Asked, Assessment, Dimension, KnockOut, Quarter, ScoreBand, Scoring
from generator.kinds.scale import Scale
from generator.language.language import Language
from generator.model.values import in_digits
from generator.scoring.from_entry import places, questionnaire
from generator.scoring.questionnaire import TOTAL, Result, Score, Scored
from generator.scoring.score import bounds, score


@dataclass(frozen=True, slots=True)
class ShownScore:
    """A score as it is shown. `value`, `low` and `high` are numbers as people write them; no value is None."""

    dimension: Dimension | None
    value: str | None
    low: str
    high: str
    unit: str
    band: ScoreBand | None
    scored: Scored
    depth: int = 0
    """How many dimensions it is part of."""


@dataclass(frozen=True, slots=True)
class ShownResult:
    """The result of the worked answers: the total if there is one, then each dimension, and the field of two."""

    total: ShownScore | None
    parts: tuple[ShownScore, ...]
    field: Quarter | None
    knock_outs: tuple[KnockOut, ...]
    answers: tuple[tuple[Asked, str | None], ...]

    def counts(self, scale: Scale) -> tuple[tuple[str, int], ...]:
        """How many questions got each answer of a scale, the highest first."""
        given = [answer for _, answer in self.answers]
        labels = [option.label for option in sorted(scale.options, key=lambda option: -option.value)]
        return tuple((label, given.count(label)) for label in labels)


def result_of(entry: Assessment, scales: Mapping[str, Scale]) -> Result:
    """What the worked answers come to. The scales and formulas have to be right."""
    return score(questionnaire(entry, scales), entry.worked.answers if entry.worked else {})


def worked_result(entry: Assessment, scales: Mapping[str, Scale], language: Language) -> ShownResult:
    """The result of the worked answers of an entry that has some, as its page shows it."""
    result, asked = result_of(entry, scales), questionnaire(entry, scales)
    shown = {
        found.id: _shown(entry, found, result.scores[found.id], language, bounds(asked, found))
        for found in asked.scores
    }
    quarters = entry.fields.fields if entry.fields else ()
    return ShownResult(
        shown.get(TOTAL),
        tuple(replace(shown[dimension.id], depth=depth) for depth, dimension in entry.outline()),
        next((quarter for quarter in quarters if quarter.id == result.field), None),
        tuple(_knocked_out(entry)),
        tuple((item, _answer(entry, item, scales)) for item in entry.items),
    )


def _shown(
    entry: Assessment, found: Score, scored: Scored, language: Language, span: tuple[float, float]
) -> ShownScore:
    dimension = next((d for d in entry.dimensions if d.id == found.id), None)
    scoring: Scoring | None = dimension or entry.total
    assert scoring is not None
    low, high = (language.numerals.exact(end, places(scoring)) for end in span)
    value = None if scored.value is None else language.numerals.fixed(scored.value, places(scoring))
    band = next((band for band in scoring.bands if band.id == scored.band), None)
    return ShownScore(dimension, value, low, high, scoring.unit or "", band, scored)


def _knocked_out(entry: Assessment) -> Iterator[KnockOut]:
    answers = entry.worked.answers if entry.worked else {}
    yield from (rule for rule in entry.knock_outs if answers.get(rule.item, rule.up_to + 1) <= rule.up_to)


def _answer(entry: Assessment, item: Asked, scales: Mapping[str, Scale]) -> str | None:
    """The answer to an item in the words of its scale; None if it was left out."""
    value = entry.worked.answers.get(item.id) if entry.worked else None
    if value is None:
        return None
    options = scales[entry.scale_of(item)].options
    return next((option.label for option in options if option.value == value), in_digits(value))
