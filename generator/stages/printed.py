"""Find what is wrong on paper in the entries that are printed, as diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import name as name_of

from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, in_order
from generator.diagnostics.place import Route, Span
from generator.model.entry import Part
from generator.paper.faults import PrintFault

_WORD = re.compile(r"\w+")
_PART = re.compile(r"[^ .]+")
"""An id in the name of a field."""


def diagnostics(graph: Graph, faults: Iterable[tuple[str, PrintFault]]) -> tuple[Diagnostic, ...]:
    """The diagnostics of faults, each with the id of the entry that is printed; without one, any entry may be meant.

    Different sizes and variants of a sheet have the same faults: each is reported once. What is the same in all
    sheets, such as a typeface that is missing, is reported at the first.
    """
    found = dict.fromkeys(faults)
    first = {fault: entry_id for entry_id, fault in reversed(found) if fault.code == codes.PAPER_PROBLEM}
    return in_order(
        _diagnostic(graph, entry_id, fault) for entry_id, fault in found if first.get(fault, entry_id) == entry_id
    )


def _diagnostic(graph: Graph, entry_id: str, fault: PrintFault) -> Diagnostic:
    printed = [graph.entries[entry_id]] if entry_id in graph.entries else []
    targets = [edge.target for located in printed for edge in graph.out(located.id)]
    others = [graph.entries[target] for target in dict.fromkeys(targets)] if printed else graph.entries.values()
    places = (place for located in (*printed, *others) for place in _places(located, fault))
    span = next(places, printed[0].place if printed else Span("content"))
    message, hint = _said(fault)
    return Diagnostic(fault.code, message, span, hint)


def _needle(fault: PrintFault) -> str:
    """What to look for in the texts of an entry: a sign or the longest word."""
    match fault.code:
        case codes.BLANK_ON_PAPER:
            return fault.words
        case codes.OFF_THE_PAPER:
            return max(_WORD.findall(fault.words), key=len, default=fault.words)
    return ""


def _places(located: Located, fault: PrintFault) -> Iterator[Span]:
    """Where what a fault is about is in an entry: its words, or the ids that name its field."""
    needle = _needle(fault)
    if needle:
        yield from (located.span_in(route, needle) for route, text in _texts(located.entry, ()) if needle in text)
    if fault.code == codes.FIELD_WITHOUT_PLACE:
        ids = {id_: route for route, id_ in _texts(located.entry, ()) if route[-1] == "id"}
        yield from (located.span(ids[part]) for part in _PART.findall(fault.words) if part in ids)


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    match value:
        case str():
            yield route, value
        case Part():
            for name, one in value.__dict__.items():
                yield from _texts(one, (*route, name))
        case tuple():
            for at, one in enumerate(value):
                yield from _texts(one, (*route, at))
        case dict():
            for key, one in value.items():
                yield from _texts(one, (*route, key))


def _said(fault: PrintFault) -> tuple[str, str | None]:
    words = fault.words if len(fault.words) <= 60 else f"{fault.words[:59]}…"
    match fault.code:
        case codes.BLANK_ON_PAPER:
            called = name_of(fault.words, f"U+{ord(fault.words):04X}").lower()
            hint = "install a font that has it, such as a Noto font of its script, or say it in other letters"
            return f"no font here has `{words}` ({called}), so paper leaves it blank", hint
        case codes.OFF_THE_PAPER:
            return (
                f"`{words}` does not fit on the paper",
                "shorten it, give it more room, or print it with fewer columns",
            )
        case codes.FIELD_WITHOUT_PLACE:
            return (
                f"the field `{words}` has no place on the paper",
                "give its block more room, or leave out what stands beside it",
            )
    return f"the PDF is not as it should be: {words}", None
