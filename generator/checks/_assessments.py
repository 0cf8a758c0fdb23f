"""What the rules about assessments share: which can be scored at all, and what their answers can come to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import listed
from generator.formulas.formula import FormulaError
from generator.kinds.assessment import Assessment, Scoring
from generator.scoring import from_entry
from generator.scoring.methods import METHODS
from generator.scoring.questionnaire import Questionnaire, Score


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


def scales_of(entry: Assessment, score: Score) -> str:
    """The scales of the answers that are counted, as messages name them."""
    items = [item for item in entry.items if item.id in score.items] or entry.items
    names = sorted({entry.scale_of(item) for item in items})
    return f"the scale{'s' if len(names) > 1 else ''} {listed(names)}"


def _can_be_scored(questionnaire: Questionnaire) -> bool:
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    fields = questionnaire.fields
    return (
        len({item.id for item in questionnaire.items}) == len(questionnaire.items)
        and len(set(dimensions)) == len(dimensions)
        and all(
            score.items and (score.formula or not METHODS[score.method].by_formula) for score in questionnaire.scores
        )
        and all(item.weight > 0 for item in questionnaire.items)
        and all(dimension.weight > 0 for dimension in questionnaire.dimensions)
        and all(set(score.parts) <= set(dimensions) for score in questionnaire.scores)
        and not any(_goes_in_a_circle(questionnaire, score) for score in questionnaire.scores)
        and (fields is None or {fields.across, fields.up} <= set(dimensions))
    )


def _goes_in_a_circle(questionnaire: Questionnaire, score: Score, above: tuple[str, ...] = ()) -> bool:
    return score.id in above or any(
        _goes_in_a_circle(questionnaire, part, (*above, score.id)) for part in questionnaire.parts(score)
    )


def scorings(entry: Assessment) -> Iterator[tuple[Route, Scoring]]:
    """Everything that is worked out, and where it is."""
    for index, dimension in enumerate(entry.dimensions):
        yield ("dimensions", index), dimension
    if entry.total:
        yield ("total",), entry.total


def score_at(questionnaire: Questionnaire, route: Route) -> Score:
    """The score at a route which `scorings` gave."""
    if len(route) == 2:
        return questionnaire.dimensions[int(route[1])]
    assert questionnaire.total is not None
    return questionnaire.total
