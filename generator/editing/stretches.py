"""The lines of the fields of a mapping and of the items of a list, with the comments that belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.editing.edits import Edit
from generator.editing.nodes import Node

_LEFT_OUT = re.compile(r"\s*#(?:\s{2,}\S| ?[\w-]+:(?:\s|$)| ?- )")
"""A comment that is a field or an item left out, as in a skeleton: `# minutes: 5`. It belongs to nothing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of a field or an item.

    `gap`: the blank lines above it; `rest`: comments further up, which stay where they are; `own`: the comments
    directly above, which go where it goes; `start` to `end`: from its name or hyphen to the end of its last line.
    """

    rest: str
    gap: str
    own: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretches:
    """All lines of a collection in lines, from `start` to `end`.

    With `is_beside`, the first one stands behind a hyphen, so nothing can be above it.
    """

    start: int
    end: int
    column: int
    is_beside: bool
    each: tuple[Stretch, ...]

    @property
    def usual_gap(self) -> str:
        """The blank lines that most of them have above."""
        gaps = Counter(stretch.gap for stretch in self.each[1:])
        return gaps.most_common(1)[0][0] if gaps else ""


def stretches_of(text: str, node: Node, *, is_root: bool) -> Stretches:
    """The stretches of a collection that is not in brackets and not empty. The text ends with a line end."""
    first = node.children[0].at
    line = text.rfind("\n", 0, first) + 1
    column, is_beside = first - line, bool(text[line:first].strip())
    above = first if is_beside else line if is_root else _start_of_comments(text, line)
    each: list[Stretch] = []
    head = "" if is_beside else text[above:line]
    for index, child in enumerate(node.children):
        end = text.index("\n", child.end) + 1
        is_last = index + 1 == len(node.children)
        following = len(text) if is_last else text.rfind("\n", 0, node.children[index + 1].at) + 1
        end, next_head = _divided(text, end, following, column)
        each.append(_stretch(head, child.at, end))
        head = next_head
    return Stretches(above, each[-1].end, column, is_beside, tuple(each))


def _start_of_comments(text: str, line: int) -> int:
    """Where the comments directly above a line begin."""
    while line:
        before = text.rfind("\n", 0, line - 1) + 1
        if not text[before:line].lstrip(" ").startswith("#"):
            break
        line = before
    return line


def _divided(text: str, end: int, line: int, column: int) -> tuple[int, str]:
    """The end with the comments further right, which belong to what is above; and what is left until `line`."""
    while end < line:
        after = text.index("\n", end) + 1
        written = text[end:after].lstrip(" ")
        if not written.startswith("#") or after - end - len(written) <= column:
            break
        end = after
    return end, text[end:line]


def _stretch(head: str, start: int, end: int) -> Stretch:
    lines = head.splitlines(keepends=True)
    at = len(lines)
    while at and lines[at - 1].strip() and not _LEFT_OUT.match(lines[at - 1]):
        at -= 1
    above = at
    while above and not lines[above - 1].strip():
        above -= 1
    return Stretch("".join(lines[:above]), "".join(lines[above:at]), "".join(lines[at:]), start, end)


@dataclass(frozen=True, slots=True)
class Laid:
    """What is to stand in a collection: new words or the changed words of `before`, an old stretch."""

    words: str
    before: Stretch | None = None


def arranged(text: str, old: Stretches, new: Sequence[Laid]) -> Iterator[Edit]:
    """The edits that give the collection this content, in this order."""
    kept = {id(laid.before) for laid in new if laid.before}
    stay: dict[int, str] = {}
    waiting = ""
    for stretch in old.each:
        if id(stretch) in kept:
            stay[id(stretch)], waiting = waiting + stretch.rest, ""
        else:
            waiting += stretch.rest
    written = "".join(_lines(old, new, stay)) + waiting
    yield from _differences(text, old.start, old.end, written)


def _lines(old: Stretches, new: Sequence[Laid], stay: dict[int, str]) -> Iterator[str]:
    for index, laid in enumerate(new):
        before = laid.before
        was_first = before is old.each[0]
        gap = before.gap if before and not was_first else old.usual_gap
        if index == 0:
            gap = before.gap if before and was_first else ""
        head = f"{stay[id(before)]}{gap}{before.own}" if before else gap
        if index == 0 and old.is_beside:
            yield laid.words + head.lstrip("\n")
        else:
            yield f"{head}{' ' * old.column}{laid.words}"


def _differences(text: str, start: int, end: int, written: str) -> Iterator[Edit]:
    """The edits, in whole lines, after which the characters from `start` to `end` are `written`."""
    before, now = text[start:end].splitlines(keepends=True), written.splitlines(keepends=True)
    places = [start]
    for line in before:
        places.append(places[-1] + len(line))
    for tag, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(places[a], places[b], "".join(now[c:d]))
