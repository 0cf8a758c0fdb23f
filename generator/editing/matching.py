"""Which items of a list stay, which change and which are new."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.reading.composer import Data

ALIKE = 0.6
"""Texts of which at least this share is the same are versions of one text."""


def matched(old: Sequence[Data], new: Sequence[Data]) -> list[int | None]:
    """For each new item, the index of the old one that it is or has become; None if it is new."""
    found: list[int | None] = [None] * len(new)
    _match_ends(old, new, found)
    _match_equal(old, new, found)
    left = [index for index in range(len(old)) if index not in set(found)]
    open_ = [index for index, match in enumerate(found) if match is None]
    if len(left) == len(open_) and _same_types(old, new, left, open_):
        aligned = len(left) == 1 or all(_likeness(old[a], new[b]) > 0 for a, b in zip(left, open_, strict=True))
        if aligned:
            for before, now in zip(left, open_, strict=True):
                found[now] = before
            return found
    for now in open_:
        scored = [(_likeness(old[before], new[now]), -abs(before - now), before) for before in left]
        best = max(scored, default=(0, 0, 0))
        if best[0] > 0:
            found[now] = best[2]
            left.remove(best[2])
    return found


def _match_ends(old: Sequence[Data], new: Sequence[Data], found: list[int | None]) -> None:
    least = min(len(old), len(new))
    before = 0
    while before < least and old[before] == new[before]:
        found[before] = before
        before += 1
    behind = 1
    while behind <= least - before and old[-behind] == new[-behind]:
        found[-behind] = len(old) - behind
        behind += 1


def _match_equal(old: Sequence[Data], new: Sequence[Data], found: list[int | None]) -> None:
    used = set(found)
    places: dict[str, deque[int]] = defaultdict(deque)
    for index, item in enumerate(old):
        if index not in used:
            places[repr(item)].append(index)
    for index, item in enumerate(new):
        if found[index] is None and places[repr(item)]:
            found[index] = places[repr(item)].popleft()


def _same_types(old: Sequence[Data], new: Sequence[Data], left: Sequence[int], open_: Sequence[int]) -> bool:
    return all(type(old[a]) is type(new[b]) for a, b in zip(left, open_, strict=True))


def _likeness(old: Data, new: Data) -> float:
    """How much of one item is in the other; 0 for items that are not versions of the same."""
    if isinstance(old, dict) and isinstance(new, dict):
        same = [name for name, value in old.items() if new.get(name) == value]
        return sum(2 if name in ("id", "to", "source") else 1 for name in same if name != "type" or len(same) > 1)
    if isinstance(old, str) and isinstance(new, str):
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        ratio = matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0
        return ratio if ratio >= ALIKE else 0
    if isinstance(old, list) and isinstance(new, list):
        return sum(item in new for item in old)
    return 0
