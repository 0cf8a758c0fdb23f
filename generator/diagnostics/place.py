"""Places in files: spans of characters, and routes through the data."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
    starts = _line_starts(text)
    line = bisect_right(starts, index)
    return Span(file, line, index - starts[line - 1] + 1, max(1, length))


@lru_cache(maxsize=8)
def _line_starts(text: str) -> Sequence[int]:
    """The index at which each line starts. A file with many problems is asked about again and again."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


_LINE_END = re.compile("\n")


Route: TypeAlias = tuple[str | int, ...]
