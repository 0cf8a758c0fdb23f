"""Where a field belongs that stands at the top of an entry, and is one of its links or sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pydantic import BaseModel

from generator.model.entry import Citation, Link

ITEMS: Mapping[str, type[BaseModel]] = {"links": Link, "sources": Citation}
"""The fields of every entry that hold lists, with what the items are."""


def belongs(name: str, value: object, relations: Collection[str]) -> str:
    """Where the field belongs, in words; nothing if it is no relation, nor a field of a link or source."""
    if name in relations:
        return "under `links:`, two spaces further in"
    field = field_with(name)
    if not field or not isinstance(value, str):
        return ""
    first = next(iter(ITEMS[field].model_fields))
    how = "write `- ` before it, and start it there" if name == first else f"start it under its `{first}`"
    return f"to an item of `{field}`: {how}"


def field_with(name: str) -> str | None:
    """The field whose items have a field of this name."""
    return next((field for field, item in ITEMS.items() if name in item.model_fields), None)
