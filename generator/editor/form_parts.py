"""What is found in forms as data: the values to choose from, and fields by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Form: TypeAlias = Mapping[str, Any]
"""A form, or a part of one, as data: its `fields`."""

CODE = re.compile(r"`([^`]+)`")
"""What stands in backticks, as files have it."""


def choices_of(shape: Mapping[str, Any]) -> dict[str, str]:
    """The values to choose from, with their labels."""
    return {choice["value"]: choice["label"] for choice in shape.get("choices", ())}


def everywhere(form: Form, name: str) -> Iterator[Mapping[str, Any]]:
    """The fields of a name at any depth."""
    for field in form["fields"]:
        if field["name"] == name:
            yield field
        shape = field["shape"]
        while "item" in shape:
            shape = shape["item"]
        for part in shape.get("parts", ()):
            yield from everywhere(part, name)
