"""Words that YAML takes for no value, where a text belongs: the page would show them as they are typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.content.misfits.misfit import route_text
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.reading.document import Document

NULLS = frozenset({"null", "Null", "NULL", "~"})

_PERHAPS = re.compile(r"(?:[:,-]\s|[\[{,])\s*(?:null|~|none)\s*(?:[,\]}#]|$)", re.MULTILINE | re.IGNORECASE)
"""Nearly no file has one, which is quick to see."""


def nulls(document: Document, may_lack: Callable[[Route], bool] = lambda _: False) -> Iterator[Diagnostic]:
    """Diagnostics for such words without quotation marks.

    In texts that `may_lack`, `none` is one as well. Elsewhere it may be a label.
    """
    if not _PERHAPS.search(document.text):
        return
    for route, (start, end) in document.extents.items():
        written = document.text[start:end]
        if written in NULLS or (written.casefold() == "none" and may_lack(route)):
            said = f"{route_text(route)} has no value: `{written}` says nothing here"
            what = "item" if route and isinstance(route[-1], int) else "field"
            hint = f"write a value, or delete this {what} if there is nothing to say; in quotes it is a word"
            yield Diagnostic(codes.EMPTY_VALUE, said, document.span(route), hint)


def beyond(found: Iterable[Diagnostic], problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those found at places of which the problems say nothing."""
    places = {problem.span for problem in problems}
    return (one for one in found if one.span not in places)
