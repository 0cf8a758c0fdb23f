"""Forms as the data that the browser gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def each_with(key: str, form: Any) -> Iterator[dict[str, Any]]:
    """Everything in a form that has a key, such as `sort` or `fields`, however deep."""
    if isinstance(form, dict):
        if key in form:
            yield form
        for value in form.values():
            yield from each_with(key, value)
    elif isinstance(form, list):
        for value in form:
            yield from each_with(key, value)
