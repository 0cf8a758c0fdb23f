"""Code between lines of backticks in a text: what stands there is shown as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"^(?P<before>[ \t>]*+)(?P<ticks>`{3,}+)(?P<after>[^`\n]*+)$", re.MULTILINE)
_NOT_BLANK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Fence:
    """The lines `[start, end)` of a text with code, the fences included; the code itself is `[inner, inner_end)`.

    `before` is what stands before the first fence in its line: spaces, and the signs of quotations.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    before: str

    def code(self, text: str) -> str:
        """The code, without the spaces that all of the block is indented by."""
        lines = text[self.inner : self.inner_end].split("\n")
        indented = len(self.before)
        return "\n".join(line[min(indented, len(line) - len(line.lstrip(" "))) :] for line in lines[:-1])


def fences(text: str) -> tuple[Fence, ...]:
    """The blocks of code in a text, in order."""
    return tuple(one for one in _found(text) if isinstance(one, Fence)) if "```" in text else ()


def unclosed(text: str) -> int | None:
    """Where a line of backticks begins that opens a block of code which nothing closes."""
    return next((one for one in _found(text) if isinstance(one, int)), None) if "```" in text else None


def _found(text: str) -> Iterator[Fence | int]:
    opened: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        if opened is None:
            opened = line
        elif _closes(opened, line):
            inner = opened.end() + 1
            yield Fence(opened.start(), line.end(), inner, max(inner, line.start()), opened["before"])
            opened = None
    if opened:
        yield opened.start("ticks")


def _closes(opened: re.Match[str], line: re.Match[str]) -> bool:
    same_quotation = line["before"].count(">") == opened["before"].count(">")
    return not line["after"].strip() and len(line["ticks"]) >= len(opened["ticks"]) and same_quotation


def without(text: str, blocks: Iterable[Fence]) -> str:
    """The text with each letter of the blocks replaced by a space, so that all others keep their places."""
    pieces, at = [], 0
    for one in blocks:
        pieces += [text[at : one.start], _NOT_BLANK.sub(" ", text[one.start : one.end])]
        at = one.end
    return "".join([*pieces, text[at:]]) if pieces else text
