"""An assessment that names an item, dimension, band or edition which it does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.checks._asked import Requirement
from generator.checks._assessments import scorings
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean
from generator.kinds.assessment import Assessment
from generator.model.kind import Kind

CODE = Code("unknown-part", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Assessment):
            yield from _unknown_parts(located, located.entry)
            yield from _editions(located, located.entry)


def _unknown_parts(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    items, dimensions = [item.id for item in entry.items], [dimension.id for dimension in entry.dimensions]
    bands = [band.id for band in entry.total.bands] if entry.total else []
    for index, item in enumerate(entry.items):
        if item.dimension:
            yield from _missing(located, ("items", index, "dimension"), "dimension", item.dimension, dimensions)
    for route, wanted in scorings(entry):
        for index, part in enumerate(wanted.of):
            yield from _missing(located, (*route, "of", index), "dimension", part, dimensions)
    for index, rule in enumerate(entry.knock_outs):
        yield from _missing(located, ("knock_outs", index, "item"), "item", rule.item, items)
        yield from _missing(located, ("knock_outs", index, "band"), "band of the total", rule.band, bands)
    for name in entry.worked.answers if entry.worked else ():
        yield from _missing(located, ("worked", "answers", name), "item", name, items, located.key_span)
    if entry.fields:
        yield from _missing(located, ("fields", "across"), "dimension", entry.fields.across, dimensions)
        yield from _missing(located, ("fields", "up"), "dimension", entry.fields.up, dimensions)


def _missing(
    located: Located,
    route: Route,
    what: str,
    wanted: str,
    known: Iterable[str],
    place: Callable[[Route], Span] | None = None,
) -> Iterator[Diagnostic]:
    """What is said of an id that is not known. It stands as a value at `route`, or where `place` says."""
    known = list(known)
    if wanted not in known:
        hint = did_you_mean(wanted, known) or "there are: " + (", ".join(f"`{one}`" for one in known) or "none")
        message = f"no {what} of this assessment is called `{wanted}`"
        yield Diagnostic(CODE, message, (place or located.span)(route), hint)


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "assessment":
        yield Requirement(("changes",), "changes")


def _editions(located: Located, entry: Assessment) -> Iterator[Diagnostic]:
    items = {item.id for item in entry.items}
    described = {change.edition for change in entry.changes}
    for edition in range(2, entry.edition + 1):
        if edition not in described:
            message = f"nothing under `changes` says what edition {edition} changed"
            hint = "people whose answers are older are told; write it for them"
            yield Diagnostic(CODE, message, located.span(("edition",)), hint, about=("changes",))
    for index, change in enumerate(entry.changes):
        route: Route = ("changes", index)
        if change.edition > entry.edition:
            message = f"the change belongs to edition {change.edition}, but this is edition {entry.edition}"
            yield Diagnostic(
                CODE,
                message,
                located.span((*route, "edition")),
                f"write `edition: {change.edition}` above",
            )
        for old in change.renamed:
            if old in items:
                message, hint = f"`{old}` is renamed here, but an item is called so", "use a new id for a new question"
                yield Diagnostic(CODE, message, located.key_span((*route, "renamed", old)), hint)
        for at, old in enumerate(change.removed):
            if old in items:
                message, hint = f"`{old}` is removed here, but an item is called so", "use a new id for a new question"
                yield Diagnostic(CODE, message, located.span((*route, "removed", at)), hint)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A self-check names a dimension, item, band or edition that it does not have.
why: Answers would have no effect, or older saved answers could not be carried over.
example:
  content/assessments/patience-check.yml: |
    knock_outs:
      - item: wated
        up_to: 0
        band: hasty
        why: Whoever does not wait is not patient.
message: no item of this assessment is called `wated`
repair: Write an id that the check has. A new edition needs an entry under `changes:` that says what changed.
repaired:
  content/assessments/patience-check.yml: |
    knock_outs:
      - item: waited
        up_to: 0
        band: hasty
        why: Whoever does not wait is not patient.
""",
)
