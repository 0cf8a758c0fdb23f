"""Text edits, and the contents of files after them. `system.files` writes those."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config.project import Project
from generator.system.files import NOTHING
from generator.system.refusal import Refused

MARK = "\ufeff"
"""The byte order mark."""


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


def index_of(text: str, line: int, column: int) -> int:
    """The character of the text at the line and column, both counted from 1."""
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + column - 1


def edited_as_written(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The content of a file after the edits, with its byte order mark and line ends unchanged."""
    text = raw.decode("utf-8")
    mark = text.startswith(MARK)
    # Indexes in the text of the document at which a line end has one character less than in the file.
    breaks = [at for at, character in enumerate(text) if character == "\r" and text[at + 1 : at + 2] == "\n"]
    shorter = [at - index - mark for index, at in enumerate(breaks)]
    line_end = _line_end(text)

    def place(at: int) -> int:
        return at + mark + bisect_right(shorter, at - 1)

    there = (Edit(place(edit.start), place(edit.end), edit.words.replace("\n", line_end)) for edit in edits)
    return edited(text, there).encode("utf-8")


def written_like(raw: bytes | None, text: str) -> bytes:
    """The text as the content of a file that was `raw`: with its byte order mark and line ends."""
    former = (raw or b"").decode("utf-8", errors="replace")
    return f"{MARK if former.startswith(MARK) else ''}{text}".replace("\n", _line_end(former)).encode("utf-8")


def edited_files(
    project: Project,
    edits: Mapping[str, Iterable[Edit]],
    texts: Mapping[str, str],
    moved: Mapping[Path, Path] | None = None,
) -> dict[Path, bytes]:
    """The contents of the named files after the edits of their `texts`; `moved` maps new paths to old ones.

    Raises `Refused` if somebody has changed a file since its text was read.
    """
    places = {before: now for now, before in (moved or {}).items()}
    made = {}
    for name, changes in edits.items():
        path = project.root / name
        raw = path.read_bytes()
        check_unchanged(name, raw, texts[name])
        made[places.get(path, path)] = edited_as_written(raw, changes)
    return made


def check_unchanged(name: str, raw: bytes, text: str) -> None:
    """Raise `Refused` if a file no longer has the text that was read, to which the edits refer."""
    now = raw.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    if now.removeprefix(MARK) != text:
        raise Refused(f"{name} was changed while this command ran. Run the command again. {NOTHING}")


def _line_end(text: str) -> str:
    """The line end that most lines of a text have."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=counts.__getitem__)
