"""Fields at the top level of an entry that belong to its links or sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pydantic import BaseModel

from generator.model.entry import Citation, Link

ITEMS: Mapping[str, type[BaseModel]] = {"links": Link, "sources": Citation}
"""The fields of every entry that contain lists, with the model of their items."""


def belongs(name: str, value: object, relations: Collection[str]) -> str:
    """The place to which the field belongs, as text; empty if it is neither a relation nor a field of an item."""
    if name in relations:
        return "under `links:`, indented by two more spaces"
    field = field_with(name)
    if not field or not isinstance(value, str):
        return ""
    first = next(iter(ITEMS[field].model_fields))
    how = "move it there and write `- ` before it" if name == first else f"move it there, into the column of `{first}`"
    return f"to an item of `{field}`: {how}"


def field_with(name: str) -> str | None:
    """The name of the list whose items have a field of this name."""
    return next((field for field, item in ITEMS.items() if name in item.model_fields), None)
