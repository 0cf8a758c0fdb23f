"""Descriptions of changes: notes under headings, in plain text. `formats` writes them as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 120
"""The maximum number of characters shown of a text."""
AROUND = 30
"""The number of characters shown before and after the changed part."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line, and the notes below it."""

    text: str
    below: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes under a heading."""

    heading: str
    notes: tuple[Note, ...]


def quoted(text: str) -> str:
    """A text of the content on one line, shortened, in quotation marks."""
    return f"“{_shortened(' '.join(text.split()))}”"


def was_and_is(before: str, now: str) -> str:
    """Both texts; of long ones only the part that differs, with its context."""
    before, now = " ".join(before.split()), " ".join(now.split())
    if max(len(before), len(now)) > LONGEST:
        start = max(0, _word_start(before, _alike(before, now) - AROUND))
        end = max(0, _alike(before[start:][::-1], now[start:][::-1]) - AROUND)
        before, now = _part(before, start, end), _part(now, start, end)
    return f"“{_shortened(before)}” → “{_shortened(now)}”"


def counted(number: int, noun: str, many: str = "") -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun if number == 1 else many or f'{noun}s'}"


def listed(texts: Iterable[str]) -> str:
    """`a, b and c`."""
    *others, last = list(texts)
    return f"{', '.join(others)} and {last}" if others else last


def _alike(one: str, other: str) -> int:
    """The number of equal characters at the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _part(text: str, start: int, end: int) -> str:
    shown = text[start : len(text) - end]
    if end:
        shown = shown.rpartition(" ")[0] or shown
    return f"{'… ' * bool(start)}{shown}{' …' * bool(end)}"


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return (text[: LONGEST - 2].rpartition(" ")[0] or text[: LONGEST - 2]) + " …"
