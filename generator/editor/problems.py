"""Diagnostics as the form shows them: each at the field whose value is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.reading.document import Document

_IN_FILE = re.compile(r" \([^()\s]+\.yml\)$")
_MISSING = re.compile(r"`([^`]+)` is missing")


def as_data(problem: Diagnostic, route: Route, *, elsewhere: bool = False) -> dict[str, Any]:
    """A problem as JSON has it, at a route within the entry."""
    return {
        "route": list(route),
        "severity": problem.severity.value,
        "code": problem.code.name,
        "message": problem.message,
        "hint": hint_in_form(problem),
        "fix": problem.fix.label if problem.fix else None,
        "file": problem.span.file,
        "line": problem.span.line,
        **({"elsewhere": True} if elsewhere else {}),
    }


def hint_in_form(problem: Diagnostic) -> str:
    """What to do about a problem for somebody who sees titles in a form, and neither ids nor files."""
    if problem.code is not codes.UNKNOWN_REFERENCE or not problem.hint:
        return problem.hint or ""
    if problem.hint.startswith("write the id of"):
        return "search for a word of its title, and choose it from the list"
    return _IN_FILE.sub("", problem.hint)


def placed(
    found: Iterable[Diagnostic], document: Document | None, name: str, prefix: Route
) -> Iterator[dict[str, Any]]:
    """The problems as JSON: those of the entry at `prefix` of the file `name` at its fields, then those elsewhere."""
    others = []
    for problem in found:
        route = route_of(problem, document, prefix) if document and problem.span.file == name else None
        if problem.span.file != name:
            others.append(problem)
        elif route is None:
            yield as_data(problem, ())
        elif route[: len(prefix)] == prefix:
            yield as_data(problem, route[len(prefix) :])
        else:
            others.append(problem)
    yield from (as_data(problem, (), elsewhere=True) for problem in others)


def route_of(problem: Diagnostic, document: Document, prefix: Route) -> Route:
    """The route of the value that a problem is about. That of a missing field is where it would be."""
    route = _at(problem.span, document)
    missing = _MISSING.search(problem.message) if problem.code is codes.MISSING_FIELD else None
    # The place of a missing field is the key of what should have it, or the file.
    if missing and (not prefix or route[: len(prefix)] == prefix):
        return (*prefix, *_read(missing[1]))
    return route


def _read(text: str) -> Route:
    """The route that a message calls `steps[2].do`, counted from 1."""
    parts = re.findall(r"\[([0-9]+)\]|([^.\[\]]+)", text)
    return tuple(int(number) - 1 if number else name for number, name in parts)


def _at(place: Span, document: Document) -> Route:
    """The innermost route whose key or value contains the beginning of a place."""
    at = _index(document.text, place)
    best: tuple[int, int, Route] = (0, 0, ())
    for route, (start, end) in document.extents.items():
        if start <= at <= end:
            best = max(best, (start, len(route), route), key=lambda found: found[:2])
    for route, key in document.keys.items():
        start = _index(document.text, key)
        if start <= at < start + key.length:
            best = max(best, (start, len(route), route), key=lambda found: found[:2])
    if best[2]:
        return best[2]
    starts = ((_index(document.text, span), -len(route), route) for route, span in document.values.items())
    return max((found for found in starts if found[0] <= at), default=(0, 0, ()))[2]


def _index(text: str, place: Span) -> int:
    start = 0
    for _ in range(place.line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return len(text)
    return start + place.column - 1
