"""Bands that leave a score without meaning, give it two, or that no answers lead to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from generator.checks.assessment_parts import scorings, sound
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic
from generator.entry import Route
from generator.formula import evaluate, names_in, rounded
from generator.graph import Graph
from generator.kinds.assessment import Assessment, Scoring
from generator.scoring import TOTAL, Item, Questionnaire, Score, bounds, name
from generator.structure import Located

TRIED = 20_000
"""How many combinations of answers are tried for a formula."""


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry in sound(graph, site):
        questionnaire = entry.questionnaire(site.scales)
        by_id = {score.id: score for score in questionnaire.scores}
        for route, wanted in scorings(entry):
            if wanted.bands:
                score = by_id[TOTAL if wanted is entry.total else _id(wanted)]
                yield from _of_score(located, route, questionnaire, score)
        yield from _fields(located, entry, questionnaire)


def _id(wanted: Scoring) -> str:
    return str(getattr(wanted, "id"))  # noqa: B009 (only dimensions have one)


def _of_score(located: Located, route: Route, questionnaire: Questionnaire, score: Score) -> Iterator[Diagnostic]:
    step = 10.0**-score.decimals
    uneven = False
    for index, (lower, upper) in enumerate(pairwise(score.bands)):
        wanted = rounded(lower.high + step, score.decimals)
        if upper.low != wanted:
            uneven = True
            gap = upper.low > wanted
            message = (
                f"scores from {_n(wanted)} to {_n(rounded(upper.low - step, score.decimals))} lie in no band"
                if gap
                else f"this band begins at {_n(upper.low)}, but the one before it ends at {_n(lower.high)}"
            )
            place = located.span((*route, "bands", index + 1, "at_least"))
            yield Diagnostic(Code.UNEVEN_BANDS, message, place, f"write `at_least: {_n(wanted)}`")
    for index, band in enumerate(score.bands):
        if band.low > band.high:
            uneven = True
            message = f"this band ends at {_n(band.high)}, below where it begins"
            place = located.span((*route, "bands", index, "at_most"))
            yield Diagnostic(Code.UNEVEN_BANDS, message, place, "write the lower score under `at_least`")
    if not uneven:
        yield from _ends(located, route, questionnaire, score)


def _ends(located: Located, route: Route, questionnaire: Questionnaire, score: Score) -> Iterator[Diagnostic]:
    values = sorted({rounded(value, score.decimals) for value in reachable(questionnaire, score)})
    bands, last = score.bands, len(score.bands) - 1
    for index, field, given, end in (
        (0, "at_least", bands[0].low, values[0]),
        (last, "at_most", bands[-1].high, values[-1]),
    ):
        if given == end:
            continue
        place = located.span((*route, "bands", index, field))
        outside = given > end if field == "at_least" else given < end
        message = (
            f"answers can come to {_n(end)}, which lies in no band"
            if outside
            else f"no answers come to {_n(given)}: the scores go {'down' if index == 0 else 'up'} to {_n(end)}"
        )
        code = Code.UNEVEN_BANDS if outside else Code.UNREACHABLE_BAND
        yield Diagnostic(code, message, place, f"write `{field}: {_n(end)}`")
    for index, band in enumerate(bands):
        if not any(band.low <= value <= band.high for value in values):
            message = f"no answers lead to the band `{band.id}`"
            place = located.span((*route, "bands", index, "id"))
            yield Diagnostic(Code.UNREACHABLE_BAND, message, place, "widen it, or join it with the one beside it")


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


def _fields(located: Located, entry: Assessment, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    if not entry.fields or not questionnaire.fields:
        return
    sides = [(field.across, field.up) for field in entry.fields.fields]
    for index, side in enumerate(sides):
        if side in sides[:index]:
            message = f"two fields lie where `across` is {side[0]} and `up` is {side[1]}"
            place = located.span(("fields", "fields", index, "id"))
            yield Diagnostic(Code.UNEVEN_BANDS, message, place, "the four fields need the four pairs of low and high")
    for dimension in questionnaire.dimensions:
        low, high = bounds(questionnaire, dimension)
        if dimension.id in (entry.fields.across, entry.fields.up) and not low < entry.fields.split <= high:
            message = f"`{dimension.id}` runs from {_n(low)} to {_n(high)}, so the split leaves one side empty"
            place = located.span(("fields", "split"))
            yield Diagnostic(Code.UNREACHABLE_BAND, message, place, f"write a number above {_n(low)}, up to {_n(high)}")


def _n(value: float) -> str:
    return f"{value:g}"
