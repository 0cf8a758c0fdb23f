"""Edits to files: which characters give way to which, and how that is written to the disk."""

from __future__ import annotations

import os
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config.project import Project


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters from `start` to `end` of a text give way to `words`.

    Counted in the text as documents hold it: without byte order mark, each line end one character.
    """

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. They must not overlap."""
    done, at = [], 0
    for edit in sorted(edits):
        assert at <= edit.start <= edit.end, f"edits overlap at {edit.start}"
        done += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*done, text[at:]])


def edited_as_written(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The same for the content of a file, whose byte order mark and line ends stay as they are."""
    text = raw.decode("utf-8")
    mark = text.startswith("\ufeff")
    # Where, in the text as documents hold it, a line end has one character less than in the file.
    breaks = [at for at, character in enumerate(text) if character == "\r" and text[at + 1 : at + 2] == "\n"]
    shorter = [at - index - mark for index, at in enumerate(breaks)]
    line_end = "\r\n" if len(breaks) > text.count("\n") / 2 else "\n"

    def place(at: int) -> int:
        return at + mark + bisect_right(shorter, at - 1)

    there = (Edit(place(edit.start), place(edit.end), edit.words.replace("\n", line_end)) for edit in edits)
    return edited(text, there).encode("utf-8")


def write_all(files: Mapping[Path, bytes], moved: Mapping[Path, Path]) -> None:
    """Write the files, each at one stroke: whatever happens, a file is either as it was or as it should be.

    `moved` gives the places where some of them stood until now.
    """
    staged = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    try:
        for path, beside in staged.items():
            beside.write_bytes(files[path])
            before = moved.get(path, path)
            if before.exists():
                shutil.copymode(before, beside)
        for path, beside in staged.items():
            beside.replace(path)
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)
    for path, before in moved.items():
        if path != before:
            before.unlink()


def write_edits(
    project: Project, edits: Mapping[str, Iterable[Edit]], moved: Mapping[Path, Path] | None = None
) -> None:
    """Make the edits in the files of their names; `moved` gives files a new path, each with the one it had."""
    moved = moved or {}
    places = {before: now for now, before in moved.items()}
    made = {}
    for name, changes in edits.items():
        path = project.root / name
        made[places.get(path, path)] = edited_as_written(path.read_bytes(), changes)
    write_all(made, moved)
