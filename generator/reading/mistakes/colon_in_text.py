"""Colons with a space behind them in a text, which are allowed only after a field name."""

from __future__ import annotations

import re

from generator.diagnostics.place import Route, Span
from generator.reading.mistakes.halted import COLON, HaltedFile, Mistake
from generator.reading.remedies import in_quotes

COLON_IN_TEXT = "the text contains a colon followed by a space, which is allowed only after a field name"


def colon_in_text(halted: HaltedFile) -> Mistake | None:
    """A colon in the text of a field."""
    route: Route = next(reversed(halted.extents), ("",))
    name = halted.keys.get(route)
    if halted.parser_message != COLON or name is None or halted.at.line < name.line:
        return None
    found = re.search(r"(?:^|: +|- +)(?P<text>\S+) +(?P<name>[a-z][a-z0-9_]*)$", halted.line[: halted.at.column - 1])
    if found and found["name"] in halted.field_names().of_parts and len(route) > 1:
        place = halted.span(halted.at.line, found.start("name") + 1, len(found["name"]))
        where = f"under `{route[-1]}`, at column {name.column}"
        return Mistake(f"`{found['name']}` starts another field", f"write it on a line of its own, {where}", place)
    quotes = in_quotes(halted.text, halted.extents[route][0]).rstrip(",") if route in halted.extents else "in quotes"
    if text := _field_below_text(halted, route, name):
        return text
    below = f"write `{route[-1]}: >-` and put the text on the next line, starting at column {name.column + 2}"
    hint = f"{below}; or put it {quotes}"
    return Mistake(COLON_IN_TEXT, hint, halted.at)


def _field_below_text(halted: HaltedFile, route: Route, name: Span) -> Mistake | None:
    """A field under a text that stands alone in the line above it, both below the field of this name."""
    field, above = re.match(r" *(?P<name>[a-z][\w-]*):(?=\s|$)", halted.line), halted.values[route].line
    if not field or not name.line < above == halted.above:
        return None
    message = f"line {above} is a text, and `{field['name']}` below it a field"
    both = f"or, if both lines are one text, write `{route[-1]}: >-` above them"
    hint = f"write the text of line {above} behind `{field['name']}:`; {both}"
    return Mistake(message, hint, halted.span(halted.at.line, field.start("name") + 1, len(field["name"])))
