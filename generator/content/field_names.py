"""The field names of entries, to recognise lines without a colon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model.entry import Part
from generator.model.kind import Kinds
from generator.reading.mistakes.colons import FieldNames


@cache
def field_names(kinds: Kinds) -> FieldNames:
    """The field names of entries of these kinds and of all their parts, including relations."""
    parts: dict[type[Part], None] = {}
    for kind in kinds:
        _gather(kind.model, parts)
    of_parts = {name for part in parts for name in part.model_fields}
    of_parts |= {relation.name for kind in kinds for relation in kind.relations}
    of_entries = frozenset(name for kind in kinds for name in kind.model.model_fields)
    return FieldNames(of_entries, frozenset(of_parts))


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
