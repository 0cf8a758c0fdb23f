"""Diagnostics as the form shows them: each at the field whose value is wrong, in the words of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.config.project import Project
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.editor.form import form_of, form_of_model
from generator.editor.form_parts import CODE
from generator.editor.plain_problems import HINTS, OF_KINDS, TO_DO
from generator.editor.remedies import remedy_of
from generator.editor.session import Session
from generator.editor.targets import SITE_FIELDS, EditTarget, Opened
from generator.editor.wording import Wording, own_name, parts_in, quoted, read_place, shape_at
from generator.reading.composer import Data
from generator.reading.document import Document

_IN_FILE = re.compile(r" \([^()\s]+\.yml\)$")
_SUBJECT = re.compile(r"`([^`]+)` (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form shows problems of: what is open, with its `document` as it would be, among the content."""

    session: Session
    project: Project
    opened: Opened
    document: Document | None
    graph: Graph

    def problems(self, found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
        """The problems as JSON: those of the entry at its fields, then those elsewhere."""
        prefix = self.opened.prefix
        parts = parts_in(_data_at(self.document, prefix))
        wording = replace(wording_of(self.session, self.opened.target, self.project, self.graph), parts=parts)
        own, others = list[dict[str, Any]](), list[Diagnostic]()
        for problem in found:
            is_here = problem.span.file == self.opened.name
            route = route_of(problem, self.document, prefix) if self.document and is_here else prefix
            if is_here and route[: len(prefix)] == prefix:
                own.append(self._at_field(problem, route[len(prefix) :], wording))
            else:
                others.append(problem)
        return [*own, *map(self._elsewhere, others)]

    def _at_field(self, problem: Diagnostic, route: Route, wording: Wording) -> dict[str, Any]:
        said = as_data(problem, route, wording, self.opened.target.id)
        words = self.project.language.words.editor
        return {**said, "remedy": remedy_of(problem.suggested, wording, words) if problem.suggested else None}

    def _elsewhere(self, problem: Diagnostic) -> dict[str, Any]:
        located = _entry_at(problem.span, self.graph)
        if located is None:
            return {**as_data(problem, (), Wording({"fields": []}, self.graph)), "elsewhere": True}
        route = route_of(problem, located.document, located.prefix)[len(located.prefix) :]
        target = EditTarget(located.kind, located.id)
        said = as_data(problem, route, wording_of(self.session, target, self.project, self.graph), located.id)
        there = {"kind": located.kind.name, "id": located.id, "title": located.entry.title}
        return {**said, "route": [], "elsewhere": True, "there": there}


def wording_of(session: Session, target: EditTarget, project: Project, graph: Graph) -> Wording:
    """How messages about something are worded."""
    kind = target.kind.name if target.kind else "page" if target.page else ""
    return Wording(session.form(project, kind, lambda: _form(target, project)), graph, phrases=OF_KINDS.get(kind, ()))


def _data_at(document: Document | None, prefix: Route) -> Data | None:
    """The entry in its file."""
    data = document.data if document else None
    return data.get(str(prefix[0])) if prefix and isinstance(data, dict) else data


def _form(target: EditTarget, project: Project) -> dict[str, Any]:
    if target.kind:
        return form_of(target.kind, project)
    return form_of_model(target.model, project, SITE_FIELDS) if target.model else {"fields": []}


def as_data(problem: Diagnostic, route: Route, wording: Wording, entry_id: str = "") -> dict[str, Any]:
    """A problem as JSON has it, at a route within the entry.

    `at_field` goes on from the label of the field; `sentence` stands below the field and begins with its own name.
    """
    subject = _SUBJECT.fullmatch(problem.message)
    is_of_whole = subject is not None and subject[1] == entry_id
    if not route or (is_of_whole and route == ("title",)):
        route = _meant(problem, wording) or route
    names = [name for name in route if isinstance(name, str)]
    is_own = subject is not None and read_place(subject[1])[-1:] == tuple(names[-1:]) != ()
    at_field = wording(subject[2] if subject and is_own else problem.message, route)
    name = own_name(wording.label(route)) if is_own else ""
    return {
        "route": list(route),
        "severity": problem.severity.value,
        "code": problem.code.name,
        "message": wording(problem.message, route),
        "at_field": at_field,
        "sentence": f"{quoted(name)} {at_field}" if name else at_field,
        "hint": wording(_of_missing(problem, wording, route) or hint_in_form(problem), route),
        "fix": problem.fix.label if problem.fix else None,
        "file": problem.span.file,
        "line": problem.span.line,
    }


def _of_missing(problem: Diagnostic, wording: Wording, route: Route) -> str:
    """What to do about a field that is missing, by what the form has for it; empty for other problems."""
    sort = shape_at(wording.form, route).get("sort") if problem.code is codes.MISSING_FIELD else None
    return TO_DO.get(sort, "fill it in") if sort else ""


def hint_in_form(problem: Diagnostic) -> str:
    """What to do about a problem for somebody who sees titles in a form, and neither ids nor files."""
    if problem.code.name in HINTS:
        return HINTS[problem.code.name]
    if problem.code is not codes.UNKNOWN_REFERENCE or not problem.hint:
        return problem.hint or ""
    if problem.hint.startswith("write the id of"):
        return "search for a word of its title, and choose it from the list"
    return _IN_FILE.sub("", problem.hint)


def _meant(problem: Diagnostic, wording: Wording) -> Route:
    """The field that a problem of the whole entry is about: the first that its message names."""
    named = (read_place(code) for code in CODE.findall(problem.message))
    return next((route[:1] for route in named if wording.has(route)), ())


def _entry_at(place: Span, graph: Graph) -> Located | None:
    """The entry in whose part of a file a place lies."""
    found = [located for located in graph.entries.values() if located.document.file == place.file]
    at = _at(place, found[0].document) if found else ()
    return next((located for located in found if at[: len(located.prefix)] == located.prefix), None)


def route_of(problem: Diagnostic, document: Document, prefix: Route) -> Route:
    """The route of the value that a problem is about. That of a missing field is where it would be."""
    route = _at(problem.span, document)
    is_in_entry = route[: len(prefix)] == prefix
    return (*prefix, *problem.about) if problem.about and is_in_entry else route


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
