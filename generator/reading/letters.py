"""Where the characters of a text are written in its file: YAML folds lines, and quotes have escapes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.diagnostics.place import Span, span_at

_NOT_A_SPACE = re.compile(r"\S")
_IN_SINGLE_QUOTES = re.compile(r"''|\S")

# In double quotes a backslash starts an escape, which represents one character.
_IN_DOUBLE_QUOTES = re.compile(r"\\(?:x(\w{2})|u(\w{4})|U(\w{8})|\s|.)|\S", re.DOTALL)
_SPACES_ESCAPED = frozenset(["\\n", "\\t", "\\r", "\\v", "\\f", "\\_", "\\N", "\\L", "\\P"])


def place_in(
    file: str, source: str, extent: tuple[int, int], text: str, start: int, end: int, *, is_yaml: bool = True
) -> Span | None:
    """Where `text[start:end]` is in the file, as far as it is on one line; None if it consists of spaces.

    `source` is the text of the file, in which `text` is written in the half-open range `extent`: as a scalar if the
    file `is_yaml`, else as it is, but for spaces.
    """
    letters, written = letters_of(text), _written(source, *extent, is_yaml=is_yaml)
    before, until = bisect_left(letters, start), bisect_left(letters, end)
    if before == until or len(letters) != len(written):
        return None
    first, last = written[before][0], written[until - 1][1]
    stop = source.find("\n", first, last)
    return span_at(file, source, first, (stop if stop >= 0 else last) - first)


@lru_cache(maxsize=4)
def letters_of(text: str) -> Sequence[int]:
    """The positions of the characters that are no spaces."""
    return tuple(found.start() for found in _NOT_A_SPACE.finditer(text))


@lru_cache(maxsize=4)
def _written(source: str, start: int, end: int, *, is_yaml: bool) -> Sequence[tuple[int, int]]:
    """Where each of them is written."""
    return tuple(_of_scalar(source, start, end) if is_yaml else _spans(_NOT_A_SPACE, source, start, end))


def _of_scalar(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    style = text[start : start + 1]
    if style == '"':
        for found in _IN_DOUBLE_QUOTES.finditer(text, start + 1, end - 1):
            code = found[1] or found[2] or found[3]
            space = chr(int(code, 16)).isspace() if code else found[0] in _SPACES_ESCAPED or found[0][1:].isspace()
            if not space:
                yield found.span()
    elif style == "'":
        yield from _spans(_IN_SINGLE_QUOTES, text, start + 1, end - 1)
    else:
        first = text.find("\n", start, end) + 1 if style in ("|", ">") else start
        yield from _spans(_NOT_A_SPACE, text, first or end, end)


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text, start, end))
