"""A text with its lines as Python-Markdown needs them, where people write lists, tables and code in another way.

One pass over the lines. Lists may be nested by two spaces or more, may follow a line of text, and may have `1)` for
`1.`. Blocks of code are taken out, so that nothing in them is markup. Definitions of notes are taken out as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.fences import Fence, fences, without

# What stands for a block of code until the text is a tree. Files that contain this character are refused; an entity
# such as `&#20;` becomes it only later.
CODE = "\x14"

ITEM = re.compile(r"(?P<indent> *+)(?P<sign>[-*+]|(?P<number>\d{1,9})[.)])(?: ++(?P<words>\S.*)| *+$)")
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\s\[\]^]{1,40})\]:[ \t]*+(?P<words>.*)")
_ACROSS = re.compile(r"\A(?:-(?: *-){2,}+|_(?: *_){2,}+|\*(?: *\*){2,}+) *+$")
_HEADING = re.compile(r"#{1,6} ")
_MARKERS = re.compile(r"(?:[ \t]*+(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*+")
_MARKER = re.compile(r">|[-*+]|\d{1,9}[.)]")


class _Item(NamedTuple):
    """An item that is open: the column of its sign, and whether it is numbered."""

    column: int
    numbered: bool


@dataclass(slots=True)
class Arranged:
    """The lines in order; the blocks of code that placeholders stand for; the text of each note by its label."""

    codes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def arranged(lines: list[str], codes: list[str] | None = None) -> Arranged:
    """The lines of a text without tabs. Its blocks of code are added to `codes`, where placeholders number them."""
    text, at = "\n".join(lines), 0
    arranger = _Arranger(Arranged([] if codes is None else codes))
    for block in (one for one in fences(text) if ">" not in one.before):
        for line in text[at : block.start].split("\n")[:-1]:
            arranger.take(line)
        arranger.take_code(block, text)
        at = block.end + 1
    for line in text[at:].split("\n"):
        arranger.take(line)
    return arranger.made


def levels(text: str) -> Iterator[tuple[int, int]]:
    """For each line of a text where it begins, and in how many lists and quotations it lies."""
    arranger, at = _Arranger(Arranged()), 0
    for line in without(text, fences(text)).split("\n"):
        spaced = line.expandtabs(4)
        arranger.take(spaced)
        found = _MARKERS.match(spaced)
        markers = len(_MARKER.findall(found[0])) if found and arranger.before != "across" else 0
        yield at, len(arranger.items) + markers - (arranger.before == "item" and markers > 0)
        at += len(line) + 1


def unclear_lines(text: str) -> Iterator[tuple[int, str]]:
    """Where lines begin that their indentation makes something else than they look like, and what it makes of them.

    `item` and `quote`: they continue the item or quotation above without being indented, or without its sign.
    `between`: they are items one space further right than the others of their list. `code`: they are indented outside
    of a list.
    """
    arranger, at = _Arranger(Arranged()), 0
    for line in without(text, fences(text)).split("\n"):
        spaced = line.expandtabs(4)
        indent = len(spaced) - len(spaced.lstrip(" "))
        before = arranger.before
        arranger.take(spaced)
        if arranger.continues and (before == "quote" or indent < arranger.items[-1].column + 2):
            yield at + len(line) - len(line.lstrip()), before
        elif arranger.between:
            yield at + len(line) - len(line.lstrip()), "between"
        elif not before and arranger.before == "text" and not arranger.items and indent >= 4:
            yield at + len(line) - len(line.lstrip()), "code"
        at += len(line) + 1


@dataclass(slots=True)
class _Arranger:
    """Takes in lines in their order. Lives for one text."""

    made: Arranged
    items: list[_Item] = field(default_factory=list)
    """The items that are open, outer ones first."""
    before: str = ""
    """What the last line was: nothing if blank, or `row`, `quote`, `code`, `note`, `item`, `across`, `text`."""
    label: str = ""
    """The label of the note that is open."""
    continues: bool = False
    """Whether the last line continues the item or the quotation above it."""
    between: bool = False
    """Whether the last line is an item one space further right than those of its list."""

    def take(self, line: str) -> None:
        self.continues = self.between = False
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if not words:
            self._add("", "")
        elif self.before == "note" and not _starts_block(words):
            self.made.notes[self.label] += f" {words}"
        elif (found := ITEM.fullmatch(line)) and not _ACROSS.match(words) and self._may_be_item(found, indent):
            self._take_item(found, indent)
        elif (note := NOTE.fullmatch(line)) and (not self.items or indent < self.items[0].column + 2):
            self.items.clear()
            self.label = note["label"]
            self.made.notes.setdefault(self.label, note["words"])
            self._add("", "note")
        else:
            self._take_text(words, indent, line)

    def take_code(self, block: Fence, text: str) -> None:
        """A block of code, of which a placeholder takes the place."""
        self._leave(len(block.before))
        self._separate()
        self._add(f"{'    ' * len(self.items)}{CODE}{len(self.made.codes)}{CODE}", "code")
        self.made.codes.append(block.code(text))

    def _may_be_item(self, found: re.Match[str], indent: int) -> bool:
        """A year or a sum may start a line of running text: there, numbers are a list from 1 on."""
        if self.items:
            return int(found["number"] or 1) == 1 or not self.before or any(item.numbered for item in self.items)
        if self.before in ("text", "quote"):
            return bool(found["words"]) and int(found["number"] or 1) == 1
        return indent < 4

    def _take_item(self, found: re.Match[str], indent: int) -> None:
        numbered = found["number"] is not None
        while self.items and indent < self.items[-1].column:
            gone = self.items.pop()
            if not self.items or indent >= self.items[-1].column + 2:
                self.items.append(_Item(indent, gone.numbered))
        nested = bool(self.items) and indent >= self.items[-1].column + 2
        self.between = bool(self.items) and not nested and indent > self.items[-1].column
        other = bool(self.items) and not nested and self.items[-1].numbered != numbered
        if other or self.before != "item":
            self._separate()
        if self.items and not nested:
            self.items.pop()
        sign = f"{found['number']}." if numbered else found["sign"]
        self._add(f"{'    ' * len(self.items)}{sign} {found['words'] or ''}", "item")
        self.items.append(_Item(indent, numbered))

    def _take_text(self, words: str, indent: int, line: str) -> None:
        """A line that is no item: it continues what is open, or stands on its own."""
        stands_alone = not indent and bool(_HEADING.match(words) or _ACROSS.match(words))
        kind = "row" if words[0] == "|" else "quote" if words[0] == ">" else "across" if stands_alone else "text"
        if kind == "text" and self.before in ("item", "quote"):
            self.continues = True
            self.made.lines.append(f"{'    ' * (len(self.items) - 1)}{words}" if self.items else line)
            return
        if kind not in ("text", self.before) or not self.before:
            self._leave(indent)
        if kind != self.before and (kind in ("row", "quote") or self.before in ("row", "code", "item")):
            self._separate()
        self._add(f"{'    ' * len(self.items)}{words}" if self.items else line, kind)

    def _leave(self, indent: int) -> None:
        """Close the items that a line with this indentation does not belong to."""
        while self.items and indent < self.items[-1].column + 2:
            self.items.pop()

    def _separate(self) -> None:
        """An empty line before what begins here."""
        if self.before:
            self.made.lines.append("")

    def _add(self, line: str, kind: str) -> None:
        self.made.lines.append(line)
        self.before = kind


def _starts_block(words: str) -> bool:
    return bool(words[0] in "|>" or ITEM.fullmatch(words) or NOTE.fullmatch(words) or _HEADING.match(words))
