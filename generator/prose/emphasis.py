"""Emphasis in a text: which asterisks, underscores and tildes belong together, found in linear time.

Each run is looked at once. What it closes is sought among the open runs from the last one back; how far back it was
sought in vain is remembered for each sort of closing run, so that nothing is looked at twice for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"\*+|_+|(?<!~)~~(?!~)")


@dataclass(frozen=True, slots=True)
class Pair:
    """The signs `[start, start + size)` and `[end, end + size)` around a part.

    One is for emphasis, two for strong emphasis; two tildes strike out.
    """

    start: int
    end: int
    size: int


@dataclass(slots=True)
class _Run:
    """A run of signs. What is left of it is `[start, end)`; an opening run is used from its end, others from its start.

    `length` is what it had at first.
    """

    start: int
    end: int
    length: int
    sign: str
    opens: bool
    closes: bool

    @property
    def left(self) -> int:
        return self.end - self.start


def pairs(text: str) -> Iterator[Pair]:
    """The pairs in a text, inner ones before those around them.

    A run opens where something follows it, and closes where something is before it; underscores not within a word.
    """
    open_runs: list[_Run] = []
    in_vain: dict[tuple[str, bool, int], int] = {}  # how many open runs, from the first one, cannot be closed so
    for run in _runs(text):
        key = (run.sign, run.opens, run.length % 3)
        while run.closes and run.left:
            at = _opening(open_runs, run, in_vain.get(key, 0))
            if at is None:
                in_vain[key] = len(open_runs)
                break
            del open_runs[at + 1 :]
            opening = open_runs[at]
            size = _size(opening.left, run.left)
            yield Pair(opening.end - size, run.start, size)
            opening.end -= size
            run.start += size
            if not opening.left:
                open_runs.pop()
            in_vain = {known: min(count, len(open_runs)) for known, count in in_vain.items()}
        if run.opens and run.left:
            open_runs.append(run)


def _runs(text: str) -> Iterator[_Run]:
    for found in _RUN.finditer(text):
        start, end = found.span()
        before, after, sign = text[start - 1 : start] if start else "", text[end : end + 1], text[start]
        opens, closes = bool(after.strip()), bool(before.strip())
        if sign == "_":
            opens, closes = opens and not _in_word(before), closes and not _in_word(after)
        yield _Run(start, end, end - start, sign, opens, closes)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _opening(open_runs: list[_Run], closing: _Run, first: int) -> int | None:
    """The index of the last open run that `closing` can close, of those from index `first` on."""
    for at in range(len(open_runs) - 1, first - 1, -1):
        opening = open_runs[at]
        if opening.sign == closing.sign and not _differ(opening, closing):
            return at
    return None


def _differ(opening: _Run, closing: _Run) -> bool:
    """Whether runs that could open as well as close are of such lengths that others are meant: `*a**b*`."""
    if not opening.closes and not closing.opens:
        return False
    return (opening.length + closing.length) % 3 == 0 and (opening.length % 3 != 0 or closing.length % 3 != 0)


def _size(opening: int, closing: int) -> int:
    if opening == 3 and closing >= 3:
        return 1
    return 2 if opening >= 2 and closing >= 2 else 1
