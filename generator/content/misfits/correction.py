"""The automatic correction of a misspelt field or relation."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.diagnostics.diagnostic import Fix, Replacement
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import candidates
from generator.reading.document import Document

ALIKE = 0.7
"""The minimum similarity, from 0 to 1, for an automatic correction."""


def corrected(document: Document, route: Route, names: Iterable[str]) -> Fix | None:
    """The fix that replaces the key at `route` with the similar one of `names`; None if that is not certain."""
    name, found = str(route[-1]), candidates(str(route[-1]), names)
    if len(found) != 1 or not get_close_matches(name.lower(), found, cutoff=ALIKE):
        return None
    span = document.key_span(route)
    line = document.text.split("\n")[span.line - 1]
    key = line[span.column - 1 : span.column - 1 + span.length]  # with its quotation marks, if it has any
    if name not in key:
        return None  # it is written with escapes
    return Fix(f"corrected `{name}` to `{found[0]}`", (Replacement(span, key.replace(name, found[0])),))
