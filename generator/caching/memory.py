"""Results that one process keeps from one build to the next, by everything that decides them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Keeps what was asked for in this round or in the last; a round is a build.

    A key begins with the name of what is kept. It may contain the `id` of a value that is part of the result, which
    lives as long as the result does.
    """

    def __init__(self) -> None:
        self._last: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returned when this key was last asked for, or returns now."""
        if key not in self._now:
            self._now[key] = self._last[key] if key in self._last else make()
        found: T = self._now[key]
        return found

    def next_round(self) -> None:
        """Forget what was not asked for since the last call."""
        self._last, self._now = self._now, {}


class Aside(Memory):
    """Takes what another memory has, and keeps everything else to itself: for a look at what is not saved yet.

    What was kept at the last look, if that is `before`, is found as well. Other threads may go on using both meanwhile.
    """

    def __init__(self, other: Memory, before: Aside | None = None) -> None:
        super().__init__()
        self._other = other
        if before is not None:
            self._last = before._now

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What either memory has for this key, or what `make` returns now."""
        for kept in (self._other._now, self._other._last):
            if key in kept:
                found: T = kept[key]
                return found
        return super().once(key, make)


class _Forgetful(Memory):
    def once(self, _key: Hashable, make: Callable[[], T]) -> T:
        return make()


FORGETFUL = _Forgetful()
"""A memory that keeps nothing, for processes that build once."""
