"""The names of fields by which a line is known as one, even where its colon is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from generator.kinds import BUILT_IN
from generator.model.entry import Part

_WITHOUT_COLON = re.compile(
    r"(?P<before> *(?:- +)*)(?P<name>[a-z][a-z0-9_]*)(?P<sign> *[=:](?! ) *| *= *| +|$)(?P<value>.*)"
)


class Unmarked(NamedTuple):
    """A line that starts with the name of a field, but not with a colon and a space after it."""

    name: str
    column: int
    sign: str
    value: str


def unmarked(line: str) -> Unmarked | None:
    """The field that the line was meant to be, if it starts with the name of one."""
    found = _WITHOUT_COLON.match(line)
    if not found:
        return None
    names = _of_parts() if found["before"] else _of_entries()
    column = found.start("name") + 1
    return Unmarked(found["name"], column, found["sign"].strip(), found["value"]) if found["name"] in names else None


@cache
def _of_entries() -> frozenset[str]:
    """The fields of entries, of whichever kind."""
    return frozenset(name for kind in BUILT_IN for name in kind.model.model_fields)


@cache
def _of_parts() -> frozenset[str]:
    """The fields of all parts that entries are made of, and the relations by which they link."""
    parts: dict[type[Part], None] = {}
    for kind in BUILT_IN:
        _gather(kind.model, parts)
    fields = {name for part in parts for name in part.model_fields}
    return frozenset(fields | {relation.name for kind in BUILT_IN for relation in kind.relations})


def _gather(model: type[Part], found: dict[type[Part], None]) -> None:
    if model not in found:
        found[model] = None
        for info in model.model_fields.values():
            for part in _models(info.annotation):
                _gather(part, found)


def _models(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and not get_args(annotation):
        if issubclass(annotation, Part):
            yield annotation
    else:
        for part in get_args(annotation):
            yield from _models(part)
