"""Values that are worked out once for each entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from generator.model.entry import Entry

E = TypeVar("E", bound=Entry)
R = TypeVar("R")

KEPT = 64
"""So many values of each function are kept, those asked for last."""


class _Same:
    """An entry as a key: equal to itself only. Entries contain mappings, so they have no hash of their own."""

    __slots__ = ("entry",)

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __hash__(self) -> int:
        return id(self.entry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.entry is other.entry


def once_per_entry(make: Callable[[E], R]) -> Callable[[E], R]:
    """A function that returns what `make` returns, and keeps it for the next call with the same entry."""

    @lru_cache(maxsize=KEPT)
    def kept(same: _Same) -> R:
        return make(same.entry)  # type: ignore[arg-type]

    @wraps(make)
    def once(entry: E) -> R:
        return kept(_Same(entry))

    return once
