"""An assessment that names what is not there, or one name twice, or whose scoring cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Span, did_you_mean
from generator.entry import Route
from generator.formula import FormulaError, names_in, parse
from generator.graph import Graph
from generator.kinds.assessment import Assessment, Scoring
from generator.scales import Scale
from generator.scoring import TOTAL, name
from generator.structure import Located


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Assessment):
            yield from problems_of(located, located.entry, site.scales)


def sound(graph: Graph, site: SiteConfig) -> Iterator[tuple[Located, Assessment]]:
    """The assessments that can be scored, for the rules about what scores lead to."""
    for located in graph.looked_at:
        if isinstance(located.entry, Assessment) and not any(problems_of(located, located.entry, site.scales)):
            yield located, located.entry


def problems_of(located: Located, entry: Assessment, scales: Mapping[str, Scale]) -> Iterator[Diagnostic]:
    """What keeps an assessment from being scored."""
    yield from _unknown_scales(located, entry, scales)
    yield from _unknown_parts(located, entry)
    yield from _repeated(located, entry)
    for route, wanted in scorings(entry):
        yield from _unfit(located, entry, route, wanted, scales)
    if entry.total is None and not entry.fields and not any(d.bands for d in entry.dimensions):
        message = "nothing says what the answers come to"
        hint = "add `total:` with bands, bands to a dimension, or `fields:`"
        yield Diagnostic(Code.UNFIT_SCORING, message, located.key_span(("items",)), hint)
    yield from _editions(located, entry)


def scorings(entry: Assessment) -> Iterator[tuple[Route, Scoring]]:
    """Everything that is worked out, and where it stands."""
    for index, dimension in enumerate(entry.dimensions):
        yield ("dimensions", index), dimension
    if entry.total:
        yield ("total",), entry.total


def _unknown_scales(located: Located, entry: Assessment, scales: Mapping[str, Scale]) -> Iterator[Diagnostic]:
    named: list[tuple[Route, str]] = [(("scale",), entry.scale)]
    named += [(("items", i, "scale"), item.scale) for i, item in enumerate(entry.items) if item.scale]
    for route, scale in named:
        if scale not in scales:
            known = ", ".join(f"`{one}`" for one in scales) or "none"
            hint = did_you_mean(scale, scales) or f"the configuration has, under `scales:`, {known}"
            yield Diagnostic(Code.UNKNOWN_SCALE, f"no scale is called `{scale}`", located.span(route), hint)


def _unknown_parts(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    items, dimensions = [item.id for item in entry.items], [dimension.id for dimension in entry.dimensions]
    bands = [band.id for band in entry.total.bands] if entry.total else []
    for index, item in enumerate(entry.items):
        if item.dimension:
            yield from _missing(located, ("items", index, "dimension"), "dimension", item.dimension, dimensions)
    for index, rule in enumerate(entry.knock_outs):
        yield from _missing(located, ("knock_outs", index, "item"), "item", rule.item, items)
        yield from _missing(located, ("knock_outs", index, "band"), "band of the total", rule.band, bands)
    if entry.fields:
        yield from _missing(located, ("fields", "across"), "dimension", entry.fields.across, dimensions)
        yield from _missing(located, ("fields", "up"), "dimension", entry.fields.up, dimensions)


def _missing(located: Located, route: Route, what: str, wanted: str, known: Iterable[str]) -> Iterator[Diagnostic]:
    known = list(known)
    if wanted not in known:
        hint = did_you_mean(wanted, known) or "there are: " + (", ".join(f"`{one}`" for one in known) or "none")
        message = f"no {what} of this assessment is called `{wanted}`"
        yield Diagnostic(Code.UNKNOWN_PART, message, located.span(route), hint)


def _repeated(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    """Items share their ids with dimensions, because formulas name both; bands and fields have theirs apart."""
    named: list[Route] = [("items", i) for i in range(len(entry.items))]
    named += [("dimensions", i) for i in range(len(entry.dimensions))]
    banded: list[Route] = [(*route, "bands", i) for route, one in scorings(entry) for i in range(len(one.bands))]
    banded += [("fields", "fields", i) for i in range(len(entry.fields.fields) if entry.fields else 0)]
    for routes in (named, banded):
        first: dict[str, Span] = {}
        for route in routes:
            place, found = located.span((*route, "id")), _id_at(entry, route)
            other = first.setdefault(name(found), place)
            if other is not place:
                yield Diagnostic(
                    Code.REPEATED_ITEM_ID,
                    f"another part of this assessment has the id `{found}` already",
                    place,
                    "give the newer of the two another id; what people have answered is kept under the older one",
                    related=((other, "first given here"),),
                )
    for index, dimension in enumerate(entry.dimensions):
        if dimension.id == TOTAL:
            message, hint = "`total` is the name of the score of all items", "call the dimension something else"
            yield Diagnostic(Code.REPEATED_ITEM_ID, message, located.span(("dimensions", index, "id")), hint)


def _id_at(entry: Assessment, route: Route) -> str:
    found: object = entry
    for part in route:
        found = found[part] if isinstance(part, int) else getattr(found, part)  # type: ignore[index]
    return str(getattr(found, "id"))  # noqa: B009 (of whatever part the route leads to)


def _unfit(
    located: Located, entry: Assessment, route: Route, wanted: Scoring, scales: Mapping[str, Scale]
) -> Iterator[Diagnostic]:
    def unfit(field: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(Code.UNFIT_SCORING, message, located.span((*route, field)), hint)

    if wanted.method == "formula" and not wanted.formula:
        yield unfit("method", "the method is `formula`, but no formula is given", "add `formula:` below it")
    elif wanted.method == "formula" and len(wanted.bands) < 2:
        yield unfit("method", "a score by formula needs bands: they say how far it goes", "add two bands or more")
    elif wanted.method != "formula" and wanted.formula:
        yield unfit("formula", f"a formula is given, but the method is `{wanted.method}`", "write `method: formula`")
    if wanted.formula:
        yield from _bad_formula(located, entry, route, wanted)
    members = [item for item in entry.items if _belongs(entry, item.id, wanted)]
    if not members:
        yield unfit("method", "no item belongs to it", "name it as the `dimension:` of an item, or remove it")
    for item in members:
        scale = scales.get(entry.scale_of(item))
        if scale and scale.count_to and wanted.method != "formula":
            message = f"the item `{item.id}` is counted, which only a formula can make a score of"
            yield unfit("method", message, "give counted items a dimension with `method: formula`")
    if wanted.method == "weighted" and any(item.weight <= 0 for item in members):
        yield unfit("method", "an item has a weight of 0 or less", "weights are above 0; what does not count goes out")


def _belongs(entry: Assessment, item_id: str, wanted: Scoring) -> bool:
    item = next(item for item in entry.items if item.id == item_id)
    return entry.counts_in_total(item) if wanted is entry.total else entry.dimension_of(item) is wanted


def _bad_formula(located: Located, entry: Assessment, route: Route, wanted: Scoring) -> Iterator[Diagnostic]:
    place = (*route, "formula")
    assert wanted.formula is not None
    names = entry.names() if wanted is entry.total else tuple(name(item.id) for item in entry.items)
    try:
        tree = parse(wanted.formula, names)
    except FormulaError as error:
        found = located.span_in(place, wanted.formula[error.start : error.end])
        yield Diagnostic(Code.UNFIT_SCORING, error.message, found, error.hint)
    else:
        if not any(names_in(tree)):
            hint = "name items or dimensions in it"
            yield Diagnostic(Code.UNFIT_SCORING, "the formula uses no answer", located.span(place), hint)


def _editions(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    items = {item.id for item in entry.items}
    told = {change.edition for change in entry.changes}
    for edition in range(2, entry.edition + 1):
        if edition not in told:
            message = f"nothing under `changes` says what edition {edition} changed"
            hint = "people whose answers are older are told; write it for them"
            yield Diagnostic(Code.UNKNOWN_PART, message, located.span(("edition",)), hint)
    for index, change in enumerate(entry.changes):
        route: Route = ("changes", index)
        if change.edition > entry.edition:
            message = f"the change belongs to edition {change.edition}, but this is edition {entry.edition}"
            yield Diagnostic(
                Code.UNKNOWN_PART,
                message,
                located.span((*route, "edition")),
                f"write `edition: {change.edition}` above",
            )
        for old in change.renamed:
            if old in items:
                message, hint = f"`{old}` is renamed here, but an item is called so", "use a new id for a new question"
                yield Diagnostic(Code.UNKNOWN_PART, message, located.key_span((*route, "renamed", old)), hint)
        for at, old in enumerate(change.removed):
            if old in items:
                message, hint = f"`{old}` is removed here, but an item is called so", "use a new id for a new question"
                yield Diagnostic(Code.UNKNOWN_PART, message, located.span((*route, "removed", at)), hint)
