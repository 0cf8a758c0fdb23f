"""Provenance of parts of a text: `[One sentence.]{own}` and `[One sentence.]{source}`.

One pass over the text, in linear time. What stands in code, behind a backslash or in `[[…]]` is no bracket of a mark;
brackets within a mark, as in `[see [the page](address)]{own}`, belong to Markdown and are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Of(StrEnum):
    """Whose the substance is."""

    OWN = "own"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A part of a text and whose it is. `start` and `end` are half-open indexes in the text without marks."""

    start: int
    end: int
    of: Of


class MarkMistake(StrEnum):
    """What can be wrong with a mark."""

    NOT_OPENED = "not opened"
    NOT_CLOSED = "not closed"
    NO_WORD = "no word"
    NESTED = "nested"
    TWO_PARAGRAPHS = "two paragraphs"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Fault:
    """A wrong mark. `start` and `end` are half-open indexes in the text as it is written."""

    mistake: MarkMistake
    start: int
    end: int
    word: str = ""
    """What stands in braces."""


@dataclass(frozen=True)
class Parsed:
    """A text without its marks. With a fault it is the text as it is written, without any mark.

    `cuts` are the half-open ranges that were cut out of the text as it is written, in their order.
    """

    text: str
    marks: tuple[TextMark, ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()
    faults: tuple[Fault, ...] = ()

    @cached_property
    def shifts(self) -> tuple[tuple[int, int], ...]:
        """For each cut its index in the text without marks, and how much is cut out up to there."""
        found, total = [], 0
        for start, end in self.cuts:
            found.append((start - total, total + end - start))
            total += end - start
        return tuple(found)


_TOKEN = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<code>`+)"
    r"|(?P<mention>\[\[[^\[\]]*\]\])"
    r"|(?P<open>\[)"
    r"|\]\{(?P<word>[^{}\[\]\n]{0,30})(?P<brace>\}?)"
    r"|(?P<close>\])"
    r"|(?P<alone>\{(?:own|source)\})"
    r"|(?P<block>\n(?=[^\S\n]*(?:\n|(?:[-*+]|\d{1,9}[.)]|\#{1,6})\s|>|\||`{3}))|(?<=\|)\n)"
    r"|(?P<cell>\|)",
    re.DOTALL,
)


_STARTS_BLOCK = re.compile(r"[^\S\n]*(?:[-*+]|\d{1,9}[.)]|#{1,6})\s|[^\S\n]*(?:[>|]|`{3})")
_ROW = re.compile(r"[^\S\n>]*+\|")


def parsed(written: str) -> Parsed:
    """The text in `written`, and the parts that it marks."""
    if "{" not in written:
        return Parsed(written)
    found, faults = _pairs(written)
    if faults or not found:
        return Parsed(written, faults=tuple(faults))
    pieces, marks, cuts, at, length = [], [], [], 0, 0
    for opening, closing, end, of in found:
        before, inside = written[at:opening], written[opening + 1 : closing]
        start = length + len(before)
        length = start + len(inside)
        pieces += [before, inside]
        marks.append(TextMark(start, length, of))
        cuts += [(opening, opening + 1), (closing, end)]
        at = end
    return Parsed("".join([*pieces, written[at:]]), tuple(marks), tuple(cuts))


def _pairs(written: str) -> tuple[list[tuple[int, int, int, Of]], list[Fault]]:
    """For each mark where its brackets stand, where it ends, and whose the part is."""
    open_at: list[tuple[int, int]] = []  # each open bracket, and the number of the block that it stands in
    found: list[tuple[int, int, int, Of]] = []
    faults: list[Fault] = []
    for token, block in _tokens(written):
        match token.lastgroup:
            case "open":
                open_at.append((token.start(), block))
            case "close" if open_at:
                open_at.pop()
            case "alone":
                faults.append(Fault(MarkMistake.NOT_CLOSED, *token.span(), token[0][1:-1]))
            case "word" | "brace" if _is_meant(token):
                opening = open_at.pop() if open_at else None
                mistake = _mistake(written, token, opening, block, found)
                if mistake:
                    faults.append(Fault(mistake, *_extent(token, opening, mistake), token["word"]))
                elif opening:
                    found.append((opening[0], token.start(), token.end(), Of(token["word"])))
            case "word" | "brace" if open_at:
                open_at.pop()
    return found, faults


def _is_meant(token: re.Match[str]) -> bool:
    """Whether a bracket and a brace are meant as a mark: with a word in it, or with one of ours and no end."""
    word = token["word"]
    return bool(re.fullmatch(r"[\s.]*[^\W\d][\w\s-]*", word)) if token["brace"] else word in {*Of}


def _mistake(
    written: str,
    token: re.Match[str],
    opening: tuple[int, int] | None,
    block: int,
    found: list[tuple[int, int, int, Of]],
) -> MarkMistake | None:
    if token["word"] not in {*Of} or not token["brace"]:
        return MarkMistake.NO_WORD
    if opening is None:
        return MarkMistake.NOT_OPENED
    at, started_in = opening
    if found and found[-1][0] > at:
        return MarkMistake.NESTED
    if not written[at + 1 : token.start()].strip():
        return MarkMistake.EMPTY
    if started_in != block or (_STARTS_BLOCK.match(written, at + 1) and _starts_line(written, at)):
        return MarkMistake.TWO_PARAGRAPHS
    return None


def _starts_line(written: str, at: int) -> bool:
    while at and written[at - 1] in " \t":
        at -= 1
    return at == 0 or written[at - 1] == "\n"


def _extent(token: re.Match[str], opening: tuple[int, int] | None, mistake: MarkMistake) -> tuple[int, int]:
    """What to point at: the whole part if its extent is wrong, otherwise its end."""
    if opening and mistake in (MarkMistake.NESTED, MarkMistake.TWO_PARAGRAPHS, MarkMistake.EMPTY):
        return opening[0], token.end()
    return token.span()


def _tokens(written: str) -> Iterator[tuple[re.Match[str], int]]:
    """The tokens outside of code, each with the number of the block that it stands in: a paragraph, item or cell."""
    ends = ends_of_code(written) if "`" in written else {}
    at, block, in_row = 0, 0, bool(_ROW.match(written))
    while token := _TOKEN.search(written, at):
        at = token.end()
        match token.lastgroup:
            case "code":
                at = ends.get(token.start(), at)
            case "block":
                block += 1
                in_row = bool(_ROW.match(written, at))
            case "cell":
                block += in_row
            case "open" | "word" | "brace" | "close" | "alone":
                yield token, block


def ends_of_code(written: str) -> dict[int, int]:
    """For each index at which code may start its end: behind the next run of as many backticks.

    It may also start at the second of several backticks, where the first is escaped.
    """
    ends: dict[int, int] = {}
    following: dict[int, int] = {}  # for each length where the next run of that length ends
    for run in reversed([*re.finditer(r"`+", written)]):
        start, length = run.start(), run.end() - run.start()
        for skipped in (0, 1):
            if length - skipped in following:
                ends[start + skipped] = following[length - skipped]
        following[length] = run.end()
    return ends
