"""Text edits, and writing them to files."""

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
    """Replaces the characters from `start` to `end` of a text with `words`.

    Indexes refer to the text of a document: without byte order mark, and with one character per line end.
    """

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits. Raises ValueError if they overlap."""
    done, at = [], 0
    for edit in sorted(edits):
        assert at <= edit.start <= edit.end, f"edits overlap at {edit.start}"
        done += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*done, text[at:]])


def edited_as_written(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The content of a file after the edits, with its byte order mark and line ends unchanged."""
    text = raw.decode("utf-8")
    mark = text.startswith("\ufeff")
    # Indexes in the text of the document at which a line end has one character less than in the file.
    breaks = [at for at, character in enumerate(text) if character == "\r" and text[at + 1 : at + 2] == "\n"]
    shorter = [at - index - mark for index, at in enumerate(breaks)]
    line_end = "\r\n" if len(breaks) > text.count("\n") / 2 else "\n"

    def place(at: int) -> int:
        return at + mark + bisect_right(shorter, at - 1)

    there = (Edit(place(edit.start), place(edit.end), edit.words.replace("\n", line_end)) for edit in edits)
    return edited(text, there).encode("utf-8")


def write_all(files: Mapping[Path, bytes], moved: Mapping[Path, Path]) -> None:
    """Write the files, each atomically. `moved` maps new paths to the old paths of renamed files."""
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
    """Make the edits in the named files; `moved` maps new paths to old ones."""
    moved = moved or {}
    places = {before: now for now, before in moved.items()}
    made = {}
    for name, changes in edits.items():
        path = project.root / name
        made[places.get(path, path)] = edited_as_written(path.read_bytes(), changes)
    write_all(made, moved)
