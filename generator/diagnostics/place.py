"""Places in files: spans of characters, and routes through the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count from 1; `column` and `length` are in characters, on one line."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


def span_at(file: str, text: str, index: int, length: int = 1) -> Span:
    """The span of `length` characters from the character `index` of `text`."""
    start = text.rfind("\n", 0, index) + 1
    return Span(file, text.count("\n", 0, index) + 1, index - start + 1, max(1, length))


Route: TypeAlias = tuple[str | int, ...]
