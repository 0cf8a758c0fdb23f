"""Descriptions of changes: notes under headings, in plain text. `formats` writes them as text or Markdown."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 120
"""The maximum number of characters shown of a text."""
AROUND = 30
"""The number of characters shown before and after the changed part."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line, and the notes below it. `page` is the address of the page whose changes those are, if it is one."""

    text: str
    below: tuple[Note, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes under a heading. `name` is what programs know the heading by, in every language."""

    name: str
    heading: str
    notes: tuple[Note, ...]


def shortened(text: str) -> str:
    """A text on one line, and not longer than can be read at a glance."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return (text[: LONGEST - 2].rpartition(" ")[0] or text[: LONGEST - 2]) + " …"


def where_they_differ(before: str, now: str) -> tuple[str, str]:
    """Both texts on one line; of long ones only the part that differs, with what stands around it."""
    before, now = " ".join(before.split()), " ".join(now.split())
    if max(len(before), len(now)) > LONGEST:
        start = max(0, _word_start(before, _alike(before, now) - AROUND))
        end = max(0, _alike(before[start:][::-1], now[start:][::-1]) - AROUND)
        before, now = _part(before, start, end), _part(now, start, end)
    return shortened(before), shortened(now)


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
