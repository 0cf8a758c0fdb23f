"""What rules say of an entry in which something is missing: they are asked with something in its place.

Rules look at whole entries alone. Without this, whoever has filled in what is missing would be told the rest only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from generator.content.graph import Graph
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.editor.form_parts import Form
from generator.editor.problems import Shown, route_of, wording_of
from generator.editor.trial import Trial, tried
from generator.editor.wishes import Wish
from generator.editor.wording import shape_at
from generator.reading.composer import Data

MISSING = frozenset((codes.MISSING_FIELD, codes.EMPTY_VALUE))
TEXTS = frozenset(("text", "line", "prose", "verbatim"))
DOTS = "…"
"""What stands in place of a text."""

PLAIN: Mapping[str, str] = {"yes_no": "true", "date": "2000-01-01", "address": "https://example.org/"}


class _UnknownValueError(Exception):
    """Nothing can be put in place of what is missing."""


def further_problems(wish: Wish, trial: Trial) -> list[dict[str, Any]]:
    """What rules would say of the entry if that were there which is missing, each at its field."""
    found, project = wish.opened, wish.project
    missing = tuple(_missing(trial)) if found.target.kind and trial.document else ()
    if not missing:
        return []
    form = wording_of(trial.session, found.target, project, trial.now.graph).form
    try:
        value = _completed(wish.value, missing, form, _Filler(trial.now.graph, found.target.id))
    except _UnknownValueError:
        return []
    again = tried(trial.session, project, found, replace(wish, value=value).raw())
    if again.document is None:
        return []
    known = {(one.code, one.message) for one in trial.found}
    others = [one for one in again.found if one.code not in MISSING and (one.code, one.message) not in known]
    own = [one for one in others if not any(_route(again, one)[: len(route)] == route for route in missing)]
    return Shown(trial.session, project, found, again.document, again.now.graph).problems(own)


def _missing(trial: Trial) -> Iterator[Route]:
    """The places in the entry at which something is missing."""
    prefix = trial.opened.prefix
    for problem in trial.found:
        if problem.code in MISSING and trial.document:
            route = route_of(problem, trial.document, prefix)
            if route[: len(prefix)] == prefix and len(route) > len(prefix):
                yield route[len(prefix) :]


def _route(trial: Trial, problem: Diagnostic) -> Route:
    assert trial.document is not None
    return route_of(problem, trial.document, trial.opened.prefix)[len(trial.opened.prefix) :]


def _completed(value: Mapping[str, Data], routes: tuple[Route, ...], form: Form, filler: _Filler) -> dict[str, Data]:
    whole: Data = dict(value)
    for route in routes:
        whole = _with(whole, route, filler.value(shape_at(form, route)))
    assert isinstance(whole, dict)
    return whole


def _with(data: Data, route: Route, value: Data) -> Data:
    """The data with another value at a route."""
    if not route:
        return value
    key, rest = route[0], route[1:]
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return [*data[:key], _with(data[key], rest, value), *data[key + 1 :]]
    if isinstance(data, dict) and isinstance(key, str) and (key in data or not rest):
        return {**data, key: _with(data.get(key, ""), rest, value)}
    raise _UnknownValueError


@dataclass(frozen=True, slots=True)
class _Filler:
    """Makes values that fit shapes. Ids differ, and references lead to entries that there are."""

    graph: Graph
    entry_id: str
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def value(self, shape: Mapping[str, Any]) -> Data:
        """A value that a shape takes. Raises _UnknownValueError."""
        match str(shape.get("sort")):
            case sort if sort in TEXTS and "pattern" not in shape:
                return DOTS
            case "id":
                return f"missing-{next(self.numbers)}"
            case "ref":
                return self._reference(shape.get("kinds", ()))
            case "whole" | "number":
                return str(shape.get("least", 1))
            case "choice" if shape["choices"]:
                return str(shape["choices"][0]["value"])
            case "list":
                return [self.value(shape["item"]) for _ in range(max(1, shape.get("least", 1)))]
            case "part" | "one_of":
                return self._part(shape)
            case sort if sort in PLAIN:
                return PLAIN[sort]
        raise _UnknownValueError

    def _reference(self, kinds: tuple[str, ...]) -> str:
        for found, located in self.graph.entries.items():
            if found != self.entry_id and (not kinds or located.kind.name in kinds):
                return found
        raise _UnknownValueError

    def _part(self, shape: Mapping[str, Any]) -> Data:
        part, tag = shape["parts"][0], shape.get("tag_field")
        given: dict[str, Data] = {tag: part["tag"]} if tag else {}
        return {**given, **{one["name"]: self.value(one["shape"]) for one in part["fields"] if one["required"]}}
