"""Read a text file strictly: size, encoding, invisible characters."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from errno import ELOOP, ENOENT, ENOTDIR
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Span, span_at
from generator.reading.composer import FORBIDDEN

MAX_BYTES = 1024 * 1024


PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
"""The bytes of which most texts consist. Each is a character that is not forbidden."""

MOST_FORBIDDEN = 20
"""The maximum number of invisible characters reported per file."""


def read_text(path: Path, root: Path, name: str, most: int = MAX_BYTES) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of the file at `path`, with line ends as `\\n`; None if it must not be used.

    The file must be inside the folder `root` and have at most `most` bytes. `name` is its name in diagnostics.
    """
    raw = raw_bytes(path, root, most)
    if isinstance(raw, Refusal):
        return None, (Diagnostic(raw.code, raw.message, Span(name), raw.hint),)
    return text_of(raw, name)


@dataclass(frozen=True, slots=True)
class Given:
    """What the file at `path` is to be read as in place of what is on the disk, where it need not exist."""

    path: Path
    raw: bytes


def text_of(raw: bytes, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file with these bytes, as `read_text` gives it."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "the file is encoded in UTF-16"
        return None, (Diagnostic(codes.NOT_UTF8, message, Span(name), "save it with the encoding UTF-8"),)
    if other := next((other for start, other in OTHER_FILES.items() if raw.startswith(start)), ""):
        message, hint = (
            f"this is {other}, and no plain text",
            "copy its text into a new file, in an editor for plain text",
        )
        return None, (Diagnostic(codes.NOT_UTF8, message, Span(name), hint),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        span = span_at(name, before, len(before))
        message = f"the byte 0x{raw[error.start]:02x} is not valid UTF-8"
        return None, (Diagnostic(codes.NOT_UTF8, message, span, "save the file with the encoding UTF-8"),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems: tuple[Diagnostic, ...] = ()
    if text.startswith("\ufeff"):
        text = text[1:]
        message, hint = "the file starts with a byte order mark", "save it as UTF-8 without BOM"
        problems = (Diagnostic(codes.BYTE_ORDER_MARK, message, Span(name), hint),)
    # The other characters are few, so it takes an eighth of the time to look at them first.
    rare = raw.translate(None, PLAIN).decode("utf-8")
    forbidden = tuple(islice(_forbidden(text, name), MOST_FORBIDDEN)) if FORBIDDEN.search(rare) else ()
    return (None if forbidden else text), problems + forbidden


OTHER_FILES = {
    b"PK\x03\x04": "an archive, or a file of a word processor",
    b"{\\rtf": "a file of a word processor",
    b"%PDF-": "a PDF",
}
"""What files of other programs start with, and what they are."""


class Refusal(NamedTuple):
    """Why a file is not read at all."""

    code: Code
    message: str
    hint: str


def raw_bytes(path: Path, root: Path, most: int) -> bytes | Refusal:
    """The content of the file at `path`, which must be inside the folder `root` and have at most `most` bytes."""
    unreadable = partial(Refusal, codes.UNREADABLE_FILE)
    try:
        if not os.path.lexists(path):
            return unreadable("there is no such file", "check its name and its folder")
        if not _lies_in(path, root):
            return unreadable(
                "the file is a symbolic link to a place outside the content folder",
                "replace the link with the file itself",
            )
        try:
            found = os.stat(path)
        except OSError as problem:
            if problem.errno not in (ENOENT, ENOTDIR, ELOOP):
                raise
            return unreadable("the target of the symbolic link does not exist", "replace the link with the file itself")
        if not stat.S_ISREG(found.st_mode):
            return unreadable("this is not a regular file", "remove it, or replace it with a file")
        if (size := found.st_size) > most:
            message = f"the file has {size:,} bytes; the limit is {most:,}"
            hint = "split it into one file per entry" if path.suffix == ".yml" else _smaller(path.suffix)
            return Refusal(codes.FILE_TOO_LARGE, message, hint)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "access denied"
        return unreadable(f"the file cannot be read: {reason}", "check its permissions")


def _smaller(ending: str) -> str:
    """What to do with a file that is too large, by the ending of its name."""
    if ending == ".md":
        return "shorten it, or divide it into several files"
    elsewhere = "or put it elsewhere and write its address, which starts with `https://`, in the links"
    if ending.lower() == ".pdf":
        return f"export it with smaller pictures, divide it, {elsewhere}"
    if ending.lower() in {".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"}:
        return "save it with fewer pixels, or as JPEG"
    return f"make it smaller, with smaller pictures or divided into several files, {elsewhere}"


def _lies_in(path: Path, root: Path) -> bool:
    """Whether a path does not lead out of a folder through links. Most paths have none, which is found out faster."""
    place, whole = str(root), str(path)
    is_below = whole.startswith(f"{place}{os.sep}")
    below = (whole[len(place) + 1 :] if is_below else os.path.relpath(path, root)).split(os.sep)
    if os.pardir not in below:
        for name in below:
            place = os.path.join(place, name)
            if os.path.islink(place):
                break
        else:
            return True
    # Unlike Path.resolve, this does not fail on links that form a cycle.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _forbidden(text: str, name: str) -> Iterator[Diagnostic]:
    for found in FORBIDDEN.finditer(text):
        number = ord(found.group())
        if 0xE000 <= number <= 0xF8FF or number >= 0xF0000:
            message = f"the character U+{number:04X} is visible in only one font"
            hint = "delete or replace it; at the start of a list item, type a hyphen and a space: `- `"
        else:
            message = f"the invisible character U+{number:04X} is not allowed"
            hint = "delete it; such characters often come with copied text"
        yield Diagnostic(codes.FORBIDDEN_CHARACTER, message, span_at(name, text, found.start()), hint)
