"""Characters that look like others.

They are reported alone, because all other problems of such a file would be misleading consequences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import span_at
from generator.diagnostics.suggest import with_article
from generator.reading.mistakes.halted import TEXT_BELOW

_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ODD_SPACE = re.compile(rf"^[ \t]*(?:(?:-[ \t]+)*(?:[a-z][a-z0-9_]*:|-))?(?P<odd>{_ODD})", re.MULTILINE)
_NO_HYPHEN = re.compile(rf"^ *(?P<sign>[–—•·*])(?=[ \t]|{_ODD})", re.MULTILINE)
_SIGNS = {"–": "a dash", "—": "a long dash", "•": "a bullet", "·": "a dot", "*": "an asterisk"}
_FIELD_WITHOUT_VALUE = re.compile(r".*[\w-]:\s*(?:#.*)?$")
_STARTS_ITEM = re.compile(rf" *[-–—•·*](?=\s|{_ODD}|$)")


def lookalikes(text: str, name: str, extents: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Characters that only look like spaces, and list items that start with something other than a hyphen.

    In quotes and in a text after `>-` they are allowed. `extents` are the ranges of the scalars that were read.
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
            message = f"this is {what}, which only looks like a space"
            yield Diagnostic(codes.YAML_SYNTAX, message, span, "replace it with an ordinary space")
    in_list = frozenset(_in_lists(lines, {span_at(name, text, found.start("sign")).line for found in signs}))
    for found in signs:
        span = span_at(name, text, found.start("sign"))
        if span.line not in in_text and span.line in in_list:
            message = f"this list item starts with {_SIGNS[found['sign']]}, `{found['sign']}`, instead of a hyphen"
            yield Diagnostic(codes.YAML_SYNTAX, message, span, "type a hyphen and a space instead: `- `")


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
    """The numbers of the continuation lines of scalars in quotes or on the line below `>-`."""
    for start, end in extents:
        if text[start : start + 1] in ("'", '"', "|", ">"):
            first = text.count("\n", 0, start) + 1
            yield from range(first + 1, first + 1 + text[start:end].rstrip("\n").count("\n"))


def _in_lists(lines: Sequence[str], asked: Container[int]) -> Iterator[int]:
    """Those of the lines `asked` that can be list items: below another one, or below a field without a value."""
    above = ""
    open_lines: list[str] = []  # the last line of each indentation up to that of the last line
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        here = _indentation(line)
        while open_lines and _indentation(open_lines[-1]) > here:
            open_lines.pop()
        if number in asked:
            beside = open_lines[-1] if open_lines else ""
            is_first = bool(_FIELD_WITHOUT_VALUE.match(above)) and _indentation(above) <= here
            if is_first or (_indentation(beside) == here and _STARTS_ITEM.match(beside)):
                yield number
        above = line
        open_lines.append(line)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
