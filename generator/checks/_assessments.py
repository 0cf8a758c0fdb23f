"""What the rules about assessments share: which can be scored at all, and what their answers can come to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.place import Route
from generator.formulas.formula import FormulaError, evaluate, names_in, rounded
from generator.kinds.assessment import Assessment, Scoring
from generator.scoring import from_entry
from generator.scoring.questionnaire import Item, Questionnaire, Score
from generator.scoring.score import bounds, name

TRIED = 20_000
"""How many combinations of answers are tried for a formula."""


def sound(graph: Graph, site: SiteConfig) -> Iterator[tuple[Located, Assessment, Questionnaire]]:
    """The assessments that can be scored. What is wrong with the others, other rules say."""
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Assessment):
            continue
        try:
            questionnaire = from_entry.questionnaire(entry, site.scales)
        except (KeyError, FormulaError):
            continue
        if _can_be_scored(questionnaire):
            yield located, entry, questionnaire


def _can_be_scored(questionnaire: Questionnaire) -> bool:
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    fields = questionnaire.fields
    return (
        len({item.id for item in questionnaire.items}) == len(questionnaire.items)
        and len(set(dimensions)) == len(dimensions)
        and all(score.items and (score.formula or score.method != "formula") for score in questionnaire.scores)
        and all(item.weight > 0 for item in questionnaire.items)
        and (fields is None or {fields.across, fields.up} <= set(dimensions))
    )


def scorings(entry: Assessment) -> Iterator[tuple[Route, Scoring]]:
    """Everything that is worked out, and where it stands."""
    for index, dimension in enumerate(entry.dimensions):
        yield ("dimensions", index), dimension
    if entry.total:
        yield ("total",), entry.total


def score_at(questionnaire: Questionnaire, route: Route) -> Score:
    """The score that stands at a route which `scorings` gave."""
    if len(route) == 2:
        return questionnaire.dimensions[int(route[1])]
    assert questionnaire.total is not None
    return questionnaire.total


def reachable(questionnaire: Questionnaire, score: Score) -> list[float]:
    """The scores that full answers come to; of a formula, those of a grid that has its corners."""
    if score.method == "formula":
        return _by_formula(questionnaire, score)
    sums = {0.0}
    counted = 0.0
    for item in (questionnaire.item(item_id) for item_id in score.items):
        weight = item.weight if score.method == "weighted" else 1.0
        counted += weight
        sums = {before + weight * value for before in sums for value in item.values}
    return sorted(one / counted for one in sums) if score.method == "mean" else sorted(sums)


def _by_formula(questionnaire: Questionnaire, score: Score) -> list[float]:
    assert score.formula is not None
    used = sorted(set(names_in(score.formula)))
    ranges = [_values(questionnaire, one) for one in used]
    share = max(2, int(TRIED ** (1 / len(used))))
    found = (
        evaluate(score.formula, dict(zip(used, values, strict=True)))
        for values in product(*(_thinned(values, share) for values in ranges))
    )
    return [value for value in found if value is not None] or list(bounds(questionnaire, score))


def _values(questionnaire: Questionnaire, wanted: str) -> list[float]:
    """What a name of a formula may stand for."""
    for dimension in questionnaire.dimensions:
        if name(dimension.id) == wanted:
            return [rounded(value, dimension.decimals) for value in reachable(questionnaire, dimension)]
    item: Item = next(item for item in questionnaire.items if name(item.id) == wanted)
    return [float(value) for value in item.values]


def _thinned(values: list[float], most: int) -> list[float]:
    """At most so many of the values, evenly, with both ends."""
    if len(values) <= most:
        return values
    return [values[round(at * (len(values) - 1) / (most - 1))] for at in range(most)]
