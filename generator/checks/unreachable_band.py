"""Bands and fields of an assessment that no answers lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks._assessments import scales_of, score_at, scorings, sound
from generator.checks._numbers import wrong_number
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.formulas.evaluating import rounded
from generator.kinds.assessment import FourFields
from generator.scoring.questionnaire import BandRange, Questionnaire, Score
from generator.scoring.score import bounds, reachable

CODE = Code("unreachable-band", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        for route, wanted in scorings(entry):
            if wanted.bands:
                score = score_at(questionnaire, route)
                yield from _bands(located, route, questionnaire, score, scales_of(entry, score))
        if entry.fields:
            yield from _split(located, entry.fields, questionnaire)


def _bands(
    located: Located, route: Route, questionnaire: Questionnaire, score: Score, scales: str
) -> Iterator[Diagnostic]:
    values = [rounded(value, score.decimals) for value in reachable(questionnaire, score)]
    for index, band in enumerate(score.bands):
        if band.low > band.high:
            continue  # another rule reports that
        if not any(band.low <= value <= band.high for value in values):
            message, band_at = f"no answers give the band `{band.id}`", (*route, "bands", index)
            hint = _remedy(band, values, scales)
            yield Diagnostic(CODE, message, located.span((*band_at, "id")), hint, about=band_at)
    first, last = score.bands[0], score.bands[-1]
    if first.low < min(values) <= first.high:
        message = f"no answers give a score of {first.low:g}: the lowest score is {min(values):g}"
        yield wrong_number(CODE, located, (*route, "bands", 0, "at_least"), message, min(values))
    if last.low <= max(values) < last.high:
        message = f"no answers give a score of {last.high:g}: the highest score is {max(values):g}"
        yield wrong_number(CODE, located, (*route, "bands", len(score.bands) - 1, "at_most"), message, max(values))


def _remedy(band: BandRange, values: Sequence[float], scales: str) -> str:
    """What to do about a band that none of the values is in, which are answered on these scales."""
    below = [value for value in values if value < band.low]
    above = [value for value in values if value > band.high]
    if below and above:
        nearest = f"{max(below):g} and {min(above):g} are the nearest scores on {scales}"
        points = "correct the points in `scales.yml` or under `scales:` in the configuration, if they are wrong"
        return f"{nearest}: {points}; otherwise make the band larger, or combine it with a neighbouring one"
    reach = f"the answers on {scales} give {min(values):g} to {max(values):g}"
    share = "delete this band, or change `at_least` and `at_most` so that the bands share these"
    return f"{reach}: {share}; if an answer is missing, add it to the scale"


def _split(located: Located, fields: FourFields, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    for dimension in questionnaire.dimensions:
        low, high = bounds(questionnaire, dimension)
        if dimension.id in (fields.across, fields.up) and not low < fields.split <= high:
            message = f"`{dimension.id}` runs from {low:g} to {high:g}, so the split leaves one side empty"
            place = located.span(("fields", "split"))
            yield Diagnostic(CODE, message, place, f"write a number above {low:g}, up to {high:g}")


RULE = Rule(
    CODE,
    check,
    opinion=True,
    explanation="""
what: No answers give a certain band or field of a self-check, or a part of it.
why: Readers of the key would look for a way to a result that nobody can have.
example:
  content/assessments/patience-check.yml: |
    total:
      method: sum
      bands:
        - id: hasty
          at_least: 0
          at_most: 3
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 4
          at_most: 10
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
message: "no answers give a score of 10: the highest score is 6"
repair: >-
  End the last band at the highest possible score, and combine bands that cannot be reached with their neighbours.
repaired:
  content/assessments/patience-check.yml: |
    total:
      method: sum
      bands:
        - id: hasty
          at_least: 0
          at_most: 3
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 4
          at_most: 6
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
""",
)
