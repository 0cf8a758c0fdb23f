"""What makes a file something else than its author sees: marks of a merge, signs that look like others.

To read such a file would only give problems that follow from these, in words that lead astray.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span, span_at
from generator.diagnostics.suggest import with_article
from generator.reading.mistakes.halted import TEXT_BELOW

_MERGE = re.compile(r"^([<=>])\1{6}(?= |$)", re.MULTILINE)
_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ODD_SPACE = re.compile(rf"^[ \t]*(?:(?:-[ \t]+)*(?:[a-z][a-z0-9_]*:|-))?(?P<odd>{_ODD})", re.MULTILINE)
_NO_HYPHEN = re.compile(rf"^ *(?P<sign>[–—•·*])(?=[ \t]|{_ODD})", re.MULTILINE)
_SIGNS = {"–": "a dash", "—": "a long dash", "•": "a bullet", "·": "a dot", "*": "an asterisk"}
_FIELD_WITHOUT_VALUE = re.compile(r".*[\w-]:\s*(?:#.*)?$")
_STARTS_ITEM = re.compile(rf" *[-–—•·*](?=\s|{_ODD}|$)")


def marks_of_merges(text: str, name: str) -> Iterator[Diagnostic]:
    """What a merge that is not finished left in `text`; `name` is what diagnostics call the file."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>")):
        return
    for found in _MERGE.finditer(text):
        message = f"`{found[0]}` was left by a merge that is not finished"
        hint = (
            "keep what is right of the two versions, which `=======` parts, and remove the three lines that start with "
            "`<<<<<<<`, `=======` and `>>>>>>>`"
        )
        yield Diagnostic(codes.YAML_SYNTAX, message, span_at(name, text, found.start(), 7), hint)


def lookalikes(text: str, name: str, extents: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Spaces that are none, and signs that are no hyphens.

    In quotes and in a text after `>-` they are part of it. `extents` are those of the scalars that could be read.
    """
    spaces = [] if text.isascii() else list(_ODD_SPACE.finditer(text))
    signs = list(_NO_HYPHEN.finditer(text))
    if not spaces and not signs:
        return
    lines = text.split("\n")
    in_text = {*_lines_of_texts(lines), *_lines_read(text, extents)}
    for found in spaces:
        span = span_at(name, text, found.start("odd"))
        if span.line not in in_text:
            what = with_article(unicodedata.name(found["odd"]).lower())
            message = f"there is {what} here, which looks like a space and is none"
            yield Diagnostic(codes.YAML_SYNTAX, message, span, "type a space in its place")
    for found in signs:
        span = span_at(name, text, found.start("sign"))
        if span.line not in in_text and _in_list(lines, span):
            message = f"this item of a list starts with {_SIGNS[found['sign']]}, `{found['sign']}`"
            yield Diagnostic(codes.YAML_SYNTAX, message, span, "type a hyphen and a space in its place: `- `")


def _lines_of_texts(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that belong to a text after `>-`."""
    least: int | None = None
    for number, line in enumerate(lines, 1):
        if least is not None and (not line.strip(" ") or _indentation(line) > least):
            yield number
            continue
        head = TEXT_BELOW.match(line)
        least = (len(head["before"]) if head["name"] else _indentation(line)) if head else None


def _lines_read(text: str, extents: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The numbers of the lines on which a scalar goes on that was read, and is marked as text."""
    for start, end in extents:
        if text[start : start + 1] in ("'", '"', "|", ">"):
            first = text.count("\n", 0, start) + 1
            yield from range(first + 1, first + 1 + text[start:end].rstrip("\n").count("\n"))


def _in_list(lines: Sequence[str], place: Span) -> bool:
    """Whether an item is expected in the line: below another, or below a field without a value."""
    above = [line for line in lines[: place.line - 1] if line.strip() and not line.lstrip().startswith("#")]
    if above and _FIELD_WITHOUT_VALUE.match(above[-1]) and _indentation(above[-1]) < place.column:
        return True
    beside = next((line for line in reversed(above) if _indentation(line) < place.column), "")
    return _indentation(beside) == place.column - 1 and bool(_STARTS_ITEM.match(beside))


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
