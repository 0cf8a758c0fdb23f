"""Score the answers to a questionnaire. `assessment-scoring.js` does the same.

Sums and products are taken in one order in both, and every score is rounded before it is compared, so that the
two agree to the last bit. An unanswered item is left out and the others stand for it, as long as at least half
of a score's items are answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from generator.formulas.evaluating import evaluate, rounded
from generator.scoring.advice import picks_of
from generator.scoring.methods import METHODS
from generator.scoring.questionnaire import (
    TOTAL,
    WORSE_HALF,
    Answers,
    Quadrants,
    Question,
    Questionnaire,
    Result,
    Score,
    Scored,
    name,
)


def score(questionnaire: Questionnaire, answers: Answers) -> Result:
    """What the answers come to. Answers that an item does not offer count as none."""
    known = {item.id: answers[item.id] for item in questionnaire.items if answers.get(item.id) in item.values}
    scores: dict[str, Scored] = {}
    for dimension in questionnaire.dimensions:
        _work_out(questionnaire, dimension, known, scores)
    total = questionnaire.total
    if total:
        scores[TOTAL] = _knocked_out(questionnaire, known, _scored(questionnaire, total, known, scores))
    worries = tuple(_worries(questionnaire, known))
    field = _field(questionnaire.fields, scores)
    picks = tuple(picks_of(questionnaire, scores, worries, field))
    return Result(scores, field, _lever(questionnaire, scores), worries, picks)


def _work_out(questionnaire: Questionnaire, wanted: Score, known: Answers, scores: dict[str, Scored]) -> None:
    """Add a dimension to the scores, after those that it is worked out from."""
    for part in questionnaire.parts(wanted):
        _work_out(questionnaire, part, known, scores)
    if wanted.id not in scores:
        scores[wanted.id] = _scored(questionnaire, wanted, known, scores)


def _scored(questionnaire: Questionnaire, wanted: Score, known: Answers, before: Mapping[str, Scored]) -> Scored:
    method = METHODS[wanted.method]
    answered = sum(item_id in known for item_id in wanted.items)
    given = {score_id: scored.value for score_id, scored in before.items()} if wanted.parts else known
    members = members_of(questionnaire, wanted)
    found = [(one, value) for one in members if (value := given.get(one.id)) is not None]
    value = None
    if found and 2 * answered >= len(wanted.items):
        names: dict[str, float | None] = {name(item_id): float(answer) for item_id, answer in known.items()}
        names |= {name(score_id): scored.value for score_id, scored in before.items()}
        value = method.working.value(wanted, members, found, names)
    if value is not None:
        value = rounded(value, wanted.decimals)
    band = next((b.id for b in wanted.bands if value is not None and b.low <= value <= b.high), None)
    badness = None if value is None else badness_of(questionnaire, wanted, value, band)
    return Scored(value, answered, len(wanted.items), band, badness, method.tally(found))


def members_of(questionnaire: Questionnaire, wanted: Score) -> tuple[Question, ...]:
    """What a score is worked out from: its items, or its parts as questions with their lowest and highest value."""
    if not wanted.parts:
        return tuple(questionnaire.item(item_id) for item_id in wanted.items)
    return tuple(
        Question(part.id, bounds(questionnaire, part), part.direction, part.weight, ())
        for part in questionnaire.parts(wanted)
    )


def bounds(questionnaire: Questionnaire, wanted: Score) -> tuple[float, float]:
    """The lowest and the highest value that a score can come to; of a formula, what its bands span."""
    return METHODS[wanted.method].working.bounds(wanted, members_of(questionnaire, wanted))


# Two rules ask for it, and a preview asks again after each edit; a formula takes up to 20,000 evaluations.
@lru_cache(maxsize=512)
def reachable(questionnaire: Questionnaire, wanted: Score) -> tuple[float, ...]:
    """The values that full answers can come to, from the lowest; of a formula, those of a grid that has its corners."""
    members = members_of(questionnaire, wanted)
    return tuple(METHODS[wanted.method].working.reachable(wanted, members, partial(_values_of, questionnaire)))


def _values_of(questionnaire: Questionnaire, wanted: str) -> Sequence[float]:
    """What a name of a formula may refer to: the values of an item, or those that a dimension can come to."""
    for dimension in questionnaire.dimensions:
        if name(dimension.id) == wanted:
            return sorted({rounded(value, dimension.decimals) for value in reachable(questionnaire, dimension)})
    return next(item.values for item in questionnaire.items if name(item.id) == wanted)


def badness_of(questionnaire: Questionnaire, wanted: Score, value: float, band: str | None) -> float | None:
    """How far a value is towards the bad end: from 0 to 1; None if that is not known."""
    part = METHODS[wanted.method].working.part(wanted, members_of(questionnaire, wanted), value, band)
    if part is None:
        return None
    return 1 - part if wanted.direction == "high-is-good" else part


def item_badness(item: Question, value: float) -> float:
    """How far an answer is towards the bad end of its scale."""
    part = (value - item.values[0]) / (item.values[-1] - item.values[0])
    return 1 - part if item.direction == "high-is-good" else part


def _knocked_out(questionnaire: Questionnaire, known: Answers, scored: Scored) -> Scored:
    for knock_out in questionnaire.knock_outs:
        if known.get(knock_out.item, knock_out.up_to + 1) <= knock_out.up_to:
            return Scored(scored.value, scored.answered, scored.of, knock_out.band, scored.badness, scored.tally)
    return scored


def _field(fields: Quadrants | None, scores: Mapping[str, Scored]) -> str | None:
    if fields is None:
        return None
    across, up = scores[fields.across].value, scores[fields.up].value
    if across is None or up is None:
        return None
    sides = (across >= fields.split, up >= fields.split)
    return next((f.id for f in fields.fields if (f.across_high, f.up_high) == sides), None)


def _lever(questionnaire: Questionnaire, scores: Mapping[str, Scored]) -> str | None:
    total = questionnaire.total
    if total is None or not METHODS[total.method].by_formula or scores[TOTAL].value is None:
        return None
    assert total.formula is not None
    better = 1 if total.direction == "high-is-good" else -1
    values = {name(score_id): scored.value for score_id, scored in scores.items()}
    now, best, found = evaluate(total.formula, values), 0.0, None
    for dimension in questionnaire.dimensions:
        value = scores[dimension.id].value
        if value is None or now is None:
            continue
        low, high = bounds(questionnaire, dimension)
        moved = min(value + 1, high) if dimension.direction == "high-is-good" else max(value - 1, low)
        then = evaluate(total.formula, {**values, name(dimension.id): moved})
        if then is not None and (then - now) * better > best:
            best, found = (then - now) * better, dimension.id
    return found


def _worries(questionnaire: Questionnaire, known: Answers) -> Iterator[str]:
    counted = [(item, item_badness(item, known[item.id])) for item in questionnaire.items if item.id in known]
    bad = [(item, badness) for item, badness in counted if badness > WORSE_HALF and item.advice]
    yield from (item.id for item, _ in sorted(bad, key=lambda pair: (-pair[1], -pair[0].weight)))
