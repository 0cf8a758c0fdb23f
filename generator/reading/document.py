"""Read a YAML file strictly: text to plain data, with a span for every value and key.

Plain scalars stay strings; converting them is the schema's business. Anchors, aliases, merge keys, tags and
second documents are refused, because each of them makes a file mean something that its reader does not see.
The event stream is walked without recursion and with bounds, so that hostile files cost little.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Span, span_at
from generator.model.entry import Route
from generator.reading.composer import FORBIDDEN, Composer, Data
from generator.reading.mistakes.lookalikes import lookalikes, marks_of_merges
from generator.reading.mistakes.parser_words import syntax_error

MAX_BYTES = 1024 * 1024

MOST_FORBIDDEN = 20
"""Of invisible characters, so many are told of in one file."""

MOST_SLIPS = 20
"""So many marks of a merge, or signs that look like others, as well."""


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as data, and where each value and key of it stands.

    `values` and `keys` map a route, such as `("links", "next", 0, "to")`, to its span; `extents` gives for
    every scalar the half-open range of characters that it takes up in `text`.
    """

    file: str
    text: str
    data: Data
    values: Mapping[Route, Span]
    keys: Mapping[Route, Span]
    extents: Mapping[Route, tuple[int, int]]

    def span(self, route: Route) -> Span:
        """The span of the value at `route`, or of the nearest value around it."""
        for end in range(len(route), -1, -1):
            found = self.values.get(route[:end])
            if found:
                return found
        return Span(self.file)

    def key_span(self, route: Route) -> Span:
        """The span of the key at `route`; of the value around it if there is none."""
        return self.keys.get(route) or self.span(route)

    def span_in(self, route: Route, needle: str) -> Span:
        """The span of `needle` within the scalar at `route`, or of the whole scalar if it is not found."""
        extent = self.extents.get(route)
        at = self.text.find(needle, *extent) if extent else -1
        return span_at(self.file, self.text, at, len(needle)) if at >= 0 else self.span(route)


def read_document(path: Path, root: Path, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read the file at `path`, which must lie under `root`; `name` is what diagnostics call it.

    The document is None where the file cannot be read far enough to say more about it.
    """
    text, problems = read_text(path, root, name)
    if text is None:
        return None, problems
    document, more = parse(text, name)
    return document, problems + more


def read_text(path: Path, root: Path, name: str, most: int = MAX_BYTES) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of the file at `path`, which must lie under `root`; None where it must not be used.

    It may have `most` bytes.
    """
    raw = _raw(path, root, most)
    if isinstance(raw, _Refusal):
        return None, (Diagnostic(raw.code, raw.message, Span(name), raw.hint),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        span = span_at(name, before, len(before))
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, (Diagnostic(Code.NOT_UTF8, message, span, "save the file with the encoding UTF-8"),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems: tuple[Diagnostic, ...] = ()
    if text.startswith("\ufeff"):
        text = text[1:]
        message, hint = "the file starts with a byte order mark", "save it as UTF-8 without BOM"
        problems = (Diagnostic(Code.BYTE_ORDER_MARK, message, Span(name), hint, severity=Severity.WARNING),)
    forbidden = tuple(islice(_forbidden(text, name), MOST_FORBIDDEN))
    return (None if forbidden else text), problems + forbidden


class _Refusal(NamedTuple):
    """Why a file is not read at all."""

    code: Code
    message: str
    hint: str


def _raw(path: Path, root: Path, most: int) -> bytes | _Refusal:
    unreadable = partial(_Refusal, Code.UNREADABLE_FILE)
    try:
        if not os.path.lexists(path):
            return unreadable("there is no such file", "check its name and its folder")
        # Other than Path.resolve, this passes over links that lead in a circle.
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
            return unreadable("the file is a link that leads out of the content folder", "put the file itself here")
        if not path.exists():
            return unreadable("the link leads nowhere", "put the file itself here")
        if not path.is_file():
            return unreadable("this is not a regular file", "remove it, or put a file here")
        size = path.stat().st_size
        if size > most:
            message = f"the file has {size:,} bytes; at most {most:,} are read"
            hint = "split it: one entry, one file" if path.suffix == ".yml" else "undo what made it so large"
            return _Refusal(Code.FILE_TOO_LARGE, message, hint)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return unreadable(f"the file cannot be read: {reason}", "check that you may read it")


def _forbidden(text: str, name: str) -> Iterator[Diagnostic]:
    for found in FORBIDDEN.finditer(text):
        number = ord(found.group())
        if 0xE000 <= number <= 0xF8FF:
            message = f"the character U+{number:04X} is seen in the font it was typed in, and in no other"
            hint = "delete it, or type another; if it starts the item of a list, type a hyphen and a space: `- `"
        else:
            message = f"the invisible character U+{number:04X} is not allowed"
            hint = "delete it; it often comes along with text copied from elsewhere"
        yield Diagnostic(Code.FORBIDDEN_CHARACTER, message, span_at(name, text, found.start()), hint)


def parse(text: str, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Turn the YAML in `text` into a document; `name` is what diagnostics call the file."""
    merges = tuple(islice(marks_of_merges(text, name), MOST_SLIPS))
    if merges:
        return None, merges
    composer = Composer(name, text)
    try:
        complete = composer.compose(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        if not _follows(error, composer.cut_off):
            composer.problems.append(syntax_error(error, name, text, composer))
        complete = False
    misleading = tuple(islice(lookalikes(text, name, composer.extents.values()), MOST_SLIPS))
    # What else was found follows from these, and says so in words that lead astray.
    problems = misleading or tuple(composer.problems)
    if misleading or not complete or composer.root is None:
        return None, problems
    document = Document(name, text, composer.root, composer.values, composer.keys, composer.extents)
    return document, problems


def _follows(error: yaml.MarkedYAMLError, cut_off: int) -> bool:
    """Whether the parser gave up at the line below the one that lost its end, where the text was meant to go on."""
    marks = (error.problem_mark, error.context_mark)
    return bool(cut_off) and any(mark and mark.line == cut_off for mark in marks)
