"""Choose the few pages that a result recommends. `assessment-scoring.js` does the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.scoring.questionnaire import WORSE_HALF, Pick, Questionnaire, Scored

PICKS = 4
"""The maximum number of recommended pages."""
FROM_ITEMS = 2
"""How many of them are for single answers before dimensions and bands are considered."""


def picks_of(
    questionnaire: Questionnaire, scores: Mapping[str, Scored], worries: Sequence[str], field: str | None
) -> list[Pick]:
    """Item rules first, those of the worst answers; then the weakest dimension, then the bands; then the rest."""
    items = [_of_item(questionnaire, item_id) for item_id in worries]
    others = [*_of_dimensions(questionnaire, scores), *_of_bands(questionnaire, scores, field)]
    picks: list[Pick] = []
    seen: set[str] = set()

    def take(rules: Iterable[Pick]) -> None:
        for pick in rules:
            if pick.to not in seen and len(picks) < PICKS:
                seen.add(pick.to)
                picks.append(pick)
                return

    for rules in items[:FROM_ITEMS]:
        take(rules)
    for rules in others:
        take(rules)
    for rules in items[FROM_ITEMS:]:
        take(rules)
    for rules in (*items, *others, *others):
        take(rules)
    return picks


def _of_item(questionnaire: Questionnaire, item_id: str) -> list[Pick]:
    return [Pick(to, "item", item_id) for to in questionnaire.item(item_id).advice]


def _of_dimensions(questionnaire: Questionnaire, scores: Mapping[str, Scored]) -> Iterator[list[Pick]]:
    """The rules of the weakest dimension, if it is in the worse half of its range."""
    weak = [(d, scores[d.id].badness or 0.0) for d in questionnaire.dimensions if d.advice]
    weak = [(d, badness) for d, badness in weak if badness > WORSE_HALF]
    for dimension, _ in sorted(weak, key=lambda pair: -pair[1])[:1]:
        yield [Pick(to, "dimension", dimension.id) for to in dimension.advice]


def _of_bands(questionnaire: Questionnaire, scores: Mapping[str, Scored], field: str | None) -> Iterator[list[Pick]]:
    """The rules of the bands that were reached: the total's, the field's, then those of the dimensions."""
    if questionnaire.fields:
        yield from ([Pick(to, "band", f.id) for to in f.advice] for f in questionnaire.fields.fields if f.id == field)
    for wanted in (*([questionnaire.total] if questionnaire.total else ()), *questionnaire.dimensions):
        reached = scores[wanted.id].band
        yield from ([Pick(to, "band", b.id) for to in b.advice] for b in wanted.bands if b.id == reached)
