"""Words that YAML takes for no value, where a text belongs: the page would show them as they are typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel

from generator.content.misfits.misfit import route_text
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.model.needed import is_needed, purpose_at
from generator.reading.document import Document

NULLS = frozenset({"null", "Null", "NULL", "~"})

_PERHAPS = re.compile(r"(?:[:,-]\s|[\[{,])\s*(?:null|~|none)\s*(?:[,\]}#]|$)", re.MULTILINE | re.IGNORECASE)
"""What may be one: nearly no file has any."""


def nulls(
    document: Document,
    model: type[BaseModel],
    may_lack: Callable[[Route], bool] = lambda _: False,
    *,
    under_names: bool = False,
) -> Iterator[Diagnostic]:
    """Diagnostics for such words without quotation marks.

    The document contains the fields of a `model`, or several of it `under_names`. In texts that `may_lack`, `none` is
    one as well. Elsewhere it may be a label.
    """
    text = document.text.lower()
    # To look for three words first is eight times as fast.
    if not any(word in text for word in ("null", "~", "none")) or not _PERHAPS.search(document.text):
        return
    for route, (start, end) in document.extents.items():
        written = document.text[start:end]
        if written in NULLS or (written.casefold() == "none" and may_lack(route)):
            said = f"{route_text(route)} has no value: `{written}` says nothing here"
            hint = f"write a value{_further(document, model, route, under_names)}; in quotes it is a word"
            yield Diagnostic(codes.EMPTY_VALUE, said, document.span(route), hint)


def _further(document: Document, model: type[BaseModel], route: Route, under_names: bool) -> str:
    """How the hint goes on: with the way out where what contains the value can do without it, or what it is for."""
    data = document.data
    if under_names and route and isinstance(data, dict):
        data, inner = data.get(str(route[0]), ""), route[1:]
    else:
        inner = route
    if not inner:
        return ""
    if is_needed(model, inner, data):
        said = purpose_at(model, inner)
        return f" ({said})" if said else ""
    what = "item" if isinstance(route[-1], int) else "field"
    return f", or delete this {what} if there is nothing to say"


def beyond(found: Iterable[Diagnostic], problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those found at places of which the problems say nothing."""
    places = {problem.span for problem in problems}
    return (one for one in found if one.span not in places)
