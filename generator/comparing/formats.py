"""Write a comparison as text for a terminal, as Markdown for a comment on a pull request, or as data.

Content is escaped, so that it cannot act as Markdown, HTML, mention or reference.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.comparing.notes import Note, NoteGroup
from generator.language.words import Words

MOST = 65_000
"""The maximum number of characters of a comment."""

RESERVED = 90
"""The number of characters reserved for the line that counts omitted notes."""


def as_text(parts: Sequence[NoteGroup], words: Words) -> str:
    """The notes as text for a terminal."""
    blocks = (
        "\n".join([part.heading, "-" * len(part.heading), *_lines(part.notes, lambda text: text)]) for part in parts
    )
    return "\n\n".join([_counts(parts), *blocks]) if parts else words.comparing.nothing


def as_message(parts: Sequence[NoteGroup], most: int, words: Words) -> str:
    """The notes as the message of a commit has them: so many lines, and how many more there are."""
    blocks, left, rest = list[str](), most, 0
    for part in parts:
        lines = [*_lines(part.notes, str)]
        shown, rest = lines[:left], rest + len(lines[left:])
        left -= len(shown)
        if shown:
            blocks.append("\n".join([f"{part.heading}:", *shown]))
    return "\n\n".join([*blocks, *([words.comparing.more_lines(rest)] if rest else [])])


def as_json(parts: Sequence[NoteGroup]) -> str:
    """The notes as data."""
    return json.dumps({"changes": as_data(parts)}, indent=2, ensure_ascii=False)


def as_data(parts: Iterable[NoteGroup]) -> list[dict[str, Any]]:
    """Each group with its name, heading and notes, each note with its text and the notes below it."""
    return [{"name": part.name, "heading": part.heading, "notes": [*map(_data, part.notes)]} for part in parts]


def _data(note: Note) -> dict[str, Any]:
    return {"text": note.text, "below": [*map(_data, note.below)]}


def as_markdown(parts: Sequence[NoteGroup], title: str, words: Words, most: int = MOST) -> str:
    """The notes as Markdown for a comment. If they are too long, each section is shortened and counts the rest."""
    head = [f"## {escaped(title)}", escaped(_counts(parts) if parts else words.comparing.nothing)]
    rooms = _rooms([len(_block(part, words)) for part in parts], most - sum(map(len, head)) - 2 * len(head))
    blocks = (_block(part, words, room) for part, room in zip(parts, rooms, strict=True))
    return "\n\n".join([*head, *blocks]) + "\n"


def _counts(parts: Iterable[NoteGroup]) -> str:
    return "; ".join(f"{part.heading}: {len(part.notes)}" for part in parts) + "."


def _block(part: NoteGroup, words: Words, room: int = sys.maxsize) -> str:
    """A heading and as many notes as fit."""
    kept = [f"### {escaped(part.heading)}", ""]
    notes = ["\n".join(_lines([note], escaped)) for note in part.notes]
    left, room = len(notes), room - len(kept[0]) - RESERVED
    while left and len(notes[-left]) < room:
        room -= len(notes[-left]) + 1
        kept.append(notes[-left])
        left -= 1
    return "\n".join([*kept, *([f"- {words.comparing.more_notes(left)}"] if left else [])])


def _rooms(wanted: Sequence[int], most: int) -> list[int]:
    """The share of each section: its wanted size, or an equal share of the space that the smaller ones leave."""
    rooms = list(wanted)
    most -= 2 * len(rooms)
    for done, at in enumerate(sorted(range(len(rooms)), key=lambda at: rooms[at])):
        rooms[at] = min(rooms[at], most // (len(rooms) - done))
        most -= rooms[at]
    return [sys.maxsize if room == want else room for room, want in zip(rooms, wanted, strict=True)]


def escaped(text: str) -> str:
    """The text, escaped for Markdown on GitHub and GitLab."""
    text = " ".join(text.split())
    text = MARKUP.sub(r"\\\g<0>", text)
    text = re.sub(r"^([-+=#]|\d+(?=[.)]))", _kept_apart, text)
    # Code hosts find these after rendering Markdown, so a backslash does not help: insert an invisible character.
    for pattern in SPECIAL:
        text = pattern.sub(_kept_apart, text)
    return text


def _kept_apart(found: re.Match[str]) -> str:
    return f"{found[0]}{APART}"


APART = "\u2060"
MARKUP = re.compile(r"[\\`*_{}\[\]<>|~$&]")
SPECIAL = (
    re.compile(r"[@#!%^:](?=[\w\\/-])|(?<=\\[~$&])(?=\w)"),  # mentions, references, labels, emoji, addresses
    re.compile(r"\b(?:GH|gh)(?=-\d)|\bwww(?=\.)", re.IGNORECASE),
    re.compile(r"\b[0-9a-f]{4}(?=[0-9a-f]{3,36}\b)"),  # commits
    re.compile(r"\b[A-Z][A-Z0-9]+(?=-\d)"),  # issues of other trackers
)


def _lines(notes: Iterable[Note], write: Callable[[str], str], indent: str = "") -> Iterator[str]:
    for note in notes:
        yield f"{indent}- {write(note.text)}"
        yield from _lines(note.below, write, indent + "  ")
