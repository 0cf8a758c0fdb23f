"""Lists that YAML reads as fewer items than somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span, span_at

_DASH = re.compile(r"\n *-(?=[ \n])")
_SEMICOLONS = re.compile(r"[\w' -]{1,60};[\w' -]{1,60}(?:;[\w' -]{1,60}){0,20}")


def hidden_items(
    name: str, text: str, values: Mapping[Route, Span], extents: Mapping[Route, tuple[int, int]], route: Route
) -> Iterator[Diagnostic]:
    """A list item with too much indentation, which would silently become part of the text at `route` above it."""
    found = _DASH.search(text, *extents[route]) if route and isinstance(route[-1], int) else None
    if not found:
        return
    first, dash = values[route[:-1]], span_at(name, text, found.end() - 1)
    message = f"this `-` does not start a list item, but continues the text of line {values[route].line}"
    hint = f"start it at column {first.column}, under the other `-`"
    if route[-1] == 0 and _DASH.search(text, found.end(), extents[route][1]):
        message = "this `-` is further left than the others, which therefore continue its text"
        hint = f"start it at column {dash.column}, like the `-` of line {dash.line}"
        dash = replace(first, length=1)
    yield Diagnostic(codes.YAML_SYNTAX, message, dash, hint)


def semicolons(name: str, text: str, extents: Mapping[Route, tuple[int, int]], route: Route) -> Iterator[Diagnostic]:
    """The only item in brackets, at `route`, in which semicolons stand where commas divide items."""
    start, end = extents.get(route, (0, 0))
    item = text[start:end].strip()
    if not _SEMICOLONS.fullmatch(item) or text[max(0, start - 10) : start].rstrip(" ")[-1:] != "[":
        return
    place = span_at(name, text, start + text[start:end].find(";"))
    hint = f"write `[{item.replace(';', ',')}]`"
    yield Diagnostic(codes.YAML_SYNTAX, "a comma belongs between the items of a list", place, hint)
