"""Automatic corrections: misspelt field names, and the encoding and line ends of files.

The diagnostics carry the fixes of names. A fix is not made if the file would have new problems afterwards. Texts of
the content are never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.entries import structure
from generator.content.files import ContentFile
from generator.diagnostics.diagnostic import Code, Diagnostic, Replacement
from generator.editing.edits import Edit, edited, index_of
from generator.reading.document import parse


@dataclass(frozen=True, slots=True)
class FixedFile:
    """The new content of a file, and the corrections made, each with its place."""

    content: bytes
    done: tuple[str, ...]


def fixed(raw: bytes, name: str, file: ContentFile | None, problems: Iterable[Diagnostic]) -> FixedFile:
    """Correct the content of a file with the diagnostics `problems`. For hand-written pages, `file` is None."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return FixedFile(raw, ())
    done: list[str] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        done.append(f"{name}: removed the byte order mark")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        done.append(f"{name}: changed line ends to LF")
    if text and not text.endswith("\n"):
        text += "\n"
        done.append(f"{name}: added a line end at the end of the file")
    if file:
        for problem in problems:
            if problem.fix:
                better = edited(text, [_edit(text, replacement) for replacement in problem.fix.edits])
                if _is_better(text, better, file):
                    text = better
                    done.append(f"{name}:{problem.span.line}:{problem.span.column}: {problem.fix.label}")
    return FixedFile(text.encode("utf-8"), tuple(done))


def _edit(text: str, replacement: Replacement) -> Edit:
    start = index_of(text, replacement.span.line, replacement.span.column)
    return Edit(start, start + replacement.span.length, replacement.text)


def _is_better(before: str, after: str, file: ContentFile) -> bool:
    """Whether the file has no new problems afterwards."""
    was, left = _faults(before, file), _faults(after, file)
    return was is not None and left is not None and set(left) <= set(was) and len(left) <= len(was)


def _faults(text: str, file: ContentFile) -> list[tuple[Code, str]] | None:
    """The problems of the file by itself; None if it cannot be read."""
    document, problems = parse(text, file.name)
    if document is None:
        return None
    _, more = structure(document, file.kind, file.entry_id)
    return [(found.code, found.message) for found in (*problems, *more)]


def files_to_fix(root: Path) -> Iterator[Path]:
    """Every file of the content that people write."""
    for path in sorted(root.rglob("*")):
        if path.suffix in (".yml", ".md") and path.is_file() and not path.is_symlink():
            yield path
