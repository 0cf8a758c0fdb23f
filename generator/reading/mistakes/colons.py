"""Recognise a line as a field by its name, even if the colon is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

_WITHOUT_COLON = re.compile(
    r"(?P<before> *(?:- +)*)(?P<name>[a-z][a-z0-9_]*)(?P<sign> *[=:](?! ) *| *= *| +|$)(?P<value>.*)"
)


class FieldNames(NamedTuple):
    """The names that fields can have: those of entries, and those of the parts that entries consist of."""

    of_entries: frozenset[str] = frozenset()
    of_parts: frozenset[str] = frozenset()


GiveFieldNames: TypeAlias = Callable[[], FieldNames]
"""Gives the names of fields. They are only asked for where a file cannot be parsed."""


class Unmarked(NamedTuple):
    """A line that starts with a field name without a colon and a space after it."""

    name: str
    column: int
    sign: str
    value: str


def unmarked(line: str, names: FieldNames) -> Unmarked | None:
    """The field that the line was meant to be, if it starts with one of the `names`."""
    found = _WITHOUT_COLON.match(line)
    if not found:
        return None
    known = names.of_parts if found["before"] else names.of_entries
    column = found.start("name") + 1
    return Unmarked(found["name"], column, found["sign"].strip(), found["value"]) if found["name"] in known else None
