"""Bands of an assessment that leave a score without meaning, or give it two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
from generator.scoring.score import reachable

CODE = Code("uneven-bands", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        for route, wanted in scorings(entry):
            if wanted.bands:
                score = score_at(questionnaire, route)
                yield from _between(located, route, score)
                yield from _beyond(located, route, questionnaire, score, scales_of(entry, score))
        if entry.fields:
            yield from _fields(located, entry.fields)


def _between(located: Located, route: Route, score: Score) -> Iterator[Diagnostic]:
    turned = [index for index, band in enumerate(score.bands) if band.low > band.high]
    for index in turned:
        band = score.bands[index]
        message = f"this band ends at {band.high:g}, below its start"
        place = located.span((*route, "bands", index, "at_most"))
        hint = f"write `at_least: {band.high:g}` and `at_most: {band.low:g}`"
        yield Diagnostic(CODE, message, place, hint)
    if turned:
        return  # what is said of the bands beside it follows
    step = 10.0**-score.decimals
    for index, (lower, upper) in enumerate(pairwise(score.bands)):
        wanted = rounded(lower.high + step, score.decimals)
        if upper.low == wanted:
            continue
        last = rounded(upper.low - step, score.decimals)
        message = f"this band starts at {upper.low:g}, but the previous one ends at {lower.high:g}"
        if upper.low > wanted:
            between = f"scores from {wanted:g} to {last:g} are" if last > wanted else f"a score of {wanted:g} is"
            message = f"{between} in no band"
        yield wrong_number(CODE, located, (*route, "bands", index + 1, "at_least"), message, wanted)


def _is_missed(band: BandRange, values: Sequence[float]) -> bool:
    """Whether no answers give the band, although some give less and some more."""
    is_within = any(value < band.low for value in values) and any(value > band.high for value in values)
    return is_within and not any(band.low <= value <= band.high for value in values)


def _beyond(
    located: Located, route: Route, questionnaire: Questionnaire, score: Score, scales: str
) -> Iterator[Diagnostic]:
    values = [rounded(value, score.decimals) for value in reachable(questionnaire, score)]
    lowest, highest, last = min(values), max(values), len(score.bands) - 1
    for end, field, index, is_beyond in (
        (lowest, "at_least", 0, lowest < score.bands[0].low),
        (highest, "at_most", last, highest > score.bands[last].high),
    ):
        if is_beyond:
            message = f"answers can give a score of {end:g}, which is in no band"
            # Where points leave a band without a score, they are wrong rather than the end of the last band.
            points, are_wrong = f"correct the points of {scales}", any(_is_missed(band, values) for band in score.bands)
            first = f"{points} if that cannot be; otherwise, " if are_wrong else ""
            or_else = "" if are_wrong else f", or {points} if that cannot be"
            place = (*route, "bands", index, field)
            yield wrong_number(CODE, located, place, message, end, first=first, or_else=or_else)


def _fields(located: Located, fields: FourFields) -> Iterator[Diagnostic]:
    sides = [(field.across, field.up) for field in fields.fields]
    for index, side in enumerate(sides):
        if side in sides[:index]:
            message = f"two fields have the same place: `across` is {side[0]} and `up` is {side[1]}"
            place = located.span(("fields", "fields", index, "id"))
            hint = "the four fields need the four pairs of low and high"
            yield Diagnostic(CODE, message, place, hint, about=("fields", "fields", index, "across"))


RULE = Rule(
    CODE,
    check,
    explanation="""
what: The bands of a self-check leave some scores without meaning, or give one score two.
why: Somebody would get a number and not be told what it says.
example:
  content/assessments/patience-check.yml: |
    total:
      method: sum
      bands:
        - id: hasty
          at_least: 0
          at_most: 2
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
message: a score of 3 is in no band
repair: >-
  Let each band start one step above the previous one, from the lowest possible score to the highest.
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
