"""Problems of a playbook as data. `reporting` shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.place import Route, Span


class Severity(StrEnum):
    """An error stops the build; a warning stops it only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Topic(StrEnum):
    """Topics of problems: the sections of docs/diagnostics.md, in their order."""

    FILE = "The file"
    YAML = "Its YAML"
    FIELDS = "Its fields"
    LINKS = "How entries hang together"
    TEXTS = "Links and markup in texts"
    EDITORIAL = "Editorial rules"
    CALCULATORS = "Calculators"
    ASSESSMENTS = "Assessments"
    WORKSHEETS = "Worksheets and cards"
    PAPER = "On paper"
    ADDRESSES = "Published addresses"
    CONFIGURATION = "The configuration"


@dataclass(frozen=True, slots=True)
class Code:
    """A type of problem: its name in kebab-case and its severity. Declared in `codes.py` and in the rules."""

    name: str
    severity: Severity
    topic: Topic

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Replacement:
    """A new text for the place `span`, which must be on one line."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An automatic correction. `label` is reported after the edits are made."""

    label: str
    edits: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value for the field at a route within an entry, as YAML has it."""

    route: Route
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, at the smallest wrong place."""

    code: Code
    message: str
    span: Span
    hint: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    fix: Fix | None = None
    level: Severity | None = None
    """The severity that the configuration gives it, if it is not that of its code."""
    about: Route = ()
    """The route, within its entry, of the field that it concerns, if its place is elsewhere because that is missing."""
    suggested: FieldValue | None = None
    """What the hint says to write. Something else may be meant, so it is offered by a form, and is no `fix`."""

    @property
    def severity(self) -> Severity:
        return self.level or self.code.severity

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code.name, self.message)


MOST_PER_CODE = 200
"""At most 200 problems per code and file are reported."""


def limited(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first `MOST_PER_CODE` diagnostics of each code in each file."""
    counts: Counter[tuple[str, Code]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.span.file, diagnostic.code)
        counts[key] += 1
        if counts[key] <= MOST_PER_CODE:
            yield diagnostic


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics sorted by file, line and column, without duplicates."""
    return tuple(sorted(set(diagnostics), key=lambda d: d.sort_key))


def stops_the_build(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)
