"""The blocks of a text by Python-Markdown, with what takes too long in it replaced, and with nesting bounded.

Its own processors of headings and lines across look through the rest of a text again after each of them, and copy it;
those of lists copy an item for each of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import SupportsIndex
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
)
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from generator.model.fences import fences, without
from generator.prose.arranged import CODE, Arranged, arranged, levels
from generator.prose.inline import NOTE_MARK, fill, literals
from generator.prose.tables import Tables

MOST_NESTED = 12
"""Lists and quotations may be nested so deep."""

MOST_PARSED = 6 * MOST_NESTED
"""How deep blocks are parsed at all. A level that one sees takes up to three calls of the parser."""

_BREAK = re.compile(
    rf"^(?:(?P<level>\#{{3,4}})\ ++(?P<heading>.*)|{CODE}(?P<code>\d++){CODE}"
    r"|\ {0,3}(?:-(?:\ {0,2}-){2,}+|_(?:\ {0,2}_){2,}+|\*(?:\ {0,2}\*){2,}+)\ *+)$",
    re.MULTILINE | re.VERBOSE,
)
_BETWEEN = re.compile(
    r"\n(?:[^\S\n]*+\n|(?=[^\S\n]*+(?:[-*+]\s|\d{1,9}[.)]\s|\#{1,6}\s|>|\||\[\^[^\s\[\]^]{1,40}\]:)))"
)
WITH_ID = re.compile(r"(?P<words>.*\S)[ \t]+\{\#(?P<id>[^{}]+)\}")
"""A heading with an id in braces behind it."""

_NOT_A_SPACE = re.compile(r"\S")

CALLOUT = re.compile(r"\[!(?P<type>\w{1,20})\][ \t]*+(?P<title>.*)")
CALLOUTS = ("note", "tip", "warning")
"""What a box in a text can be: `> [!NOTE]`, with a title behind it or none, above the lines of the quotation."""


def nested_too_deeply(text: str) -> int | None:
    """Where a line begins that lies more than `MOST_NESTED` lists and quotations deep."""
    return next((start for start, depth in levels(text) if depth > MOST_NESTED), None)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the paragraphs, items, headings and rows of a text, without its blocks of code.

    No markup reaches from one into another.
    """
    start = 0
    for block in (*fences(text), None):
        end = block.start if block else len(text)
        for found in _BETWEEN.finditer(text, start, end):
            yield start, found.start()
            start = found.end()
        yield start, max(start, end)
        start = block.end if block else end


def without_code(text: str) -> str:
    """The text with all code blanked, so that the other letters keep their places."""
    if "`" not in text:
        return text
    text, pieces, at = without(text, fences(text)), [], 0
    for start, end in paragraphs(text):
        for one in literals(text[start:end]):
            if one.is_code:
                pieces += [
                    text[at : start + one.start],
                    _NOT_A_SPACE.sub(" ", text[start + one.start : start + one.end]),
                ]
                at = start + one.end
    return "".join([*pieces, text[at:]])


class _Waiting(list[str]):
    """The blocks that wait, of which processors take and put back the first: at the end of the list, which is quick."""

    def __init__(self, blocks: list[str]) -> None:
        super().__init__(reversed(blocks))

    def __getitem__(self, index: SupportsIndex | slice) -> str:  # type: ignore[override]
        assert index == 0
        return super().__getitem__(-1)

    def pop(self, index: SupportsIndex = 0) -> str:
        assert index == 0
        return super().pop()

    def insert(self, index: SupportsIndex, block: str) -> None:
        assert index == 0
        self.append(block)


class _Parser(BlockParser):
    """Parses blocks within blocks up to `MOST_PARSED` levels; what is deeper becomes a paragraph."""

    depth = 0

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        if self.depth >= MOST_PARSED:
            for block in filter(str.strip, blocks):
                SubElement(parent, "p").text = block
            return
        self.depth += 1
        try:
            super().parseBlocks(parent, _Waiting(blocks))
        finally:
            self.depth -= 1


class _Breaks(BlockProcessor):
    """Headings below the page's own, and lines across: all of a block at once. `#1` is no heading."""

    def test(self, parent: Element, block: str) -> bool:
        return _BREAK.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        if self.parser.state.isstate("looselist"):
            # What follows a heading in an item is indented like the item.
            first, line_end, rest = block.partition("\n")
            block = first + line_end + self.looseDetab(rest)
        at = 0
        for found in _BREAK.finditer(block):
            self._parse(parent, block[at : found.start()])
            if found["level"]:
                heading = SubElement(parent, f"h{len(found['level'])}")
                heading.text = found["heading"].rstrip("#").strip()
                if with_id := WITH_ID.fullmatch(heading.text):
                    heading.text = with_id["words"]
                    heading.set("id", with_id["id"])
            elif found["code"]:
                code = SubElement(SubElement(parent, "pre"), "code")
                code.text = AtomicString(code_escape(_texts(self.parser).codes[int(found["code"])]) + "\n")
            else:
                SubElement(parent, "hr")
            at = found.end()
        self._parse(parent, block[at:])

    def _parse(self, parent: Element, block: str) -> None:
        block = block.strip("\n")
        if block:
            self.parser.parseBlocks(parent, [block])


def _items(processor: OListProcessor, block: str) -> list[str]:
    """The items of the list in a block, each with the lines that continue it."""
    items: list[list[str]] = []
    for line in block.split("\n"):
        found = processor.CHILD_RE.match(line)
        if found:
            items.append([found[3]])
        elif processor.INDENT_RE.match(line) and not items[-1][0].startswith(" " * processor.tab_length):
            items.append([line])
        else:
            items[-1].append(line)
    return ["\n".join(lines) for lines in items]


class _Numbered(SaneOListProcessor):
    def get_items(self, block: str) -> list[str]:
        setattr(self, "STARTSWITH", block.lstrip().partition(".")[0])  # noqa: B010 (declared of the class alone)
        return _items(self, block)


class _Bulleted(SaneUListProcessor):
    def get_items(self, block: str) -> list[str]:
        return _items(self, block)


class _Quotations(BlockQuoteProcessor):
    """Quotations, and the boxes that begin like one."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = self.RE.search(block)
        assert found
        self.parser.parseBlocks(parent, [block[: found.start()]])
        lines = [self.clean(line) for line in block[found.start() :].lstrip("\n").split("\n")]
        lines = arranged(lines, _texts(self.parser).codes).lines
        sibling, callout = self.lastChild(parent), CALLOUT.fullmatch(lines[0])
        if callout and callout["type"].lower() in CALLOUTS:
            inner = SubElement(parent, "div", {"class": f"callout-{callout['type'].lower()}"})
            if callout["title"]:
                SubElement(inner, "p", {"class": "callout-title"}).text = callout["title"]
            lines = lines[1:]
        elif sibling is not None and sibling.tag == "blockquote":
            inner = sibling
        else:
            inner = SubElement(parent, "blockquote")
        # So that lists within it take `p` elements.
        self.parser.state.set("blockquote")
        self.parser.parseChunk(inner, "\n".join(lines))
        self.parser.state.reset()


class _Arrange(Preprocessor):
    """Arranges the lines of a text, and keeps what is taken out of it."""

    made = Arranged()

    def run(self, lines: list[str]) -> list[str]:
        self.made = arranged(lines)
        return self.made.lines


def _texts(parser: BlockParser) -> Arranged:
    """What was taken out of the text that is converted."""
    if "arrange" not in parser.md.preprocessors:
        return Arranged()
    arrange = parser.md.preprocessors["arrange"]
    assert isinstance(arrange, _Arrange)
    return arrange.made


class _Inline(Treeprocessor):
    """Gives the texts in a tree of blocks their inline markup, and puts its notes at its end."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser.md)
        self.parser = parser

    def run(self, root: Element) -> None:
        notes = _texts(self.parser).notes
        waiting = [root]
        while waiting:
            parent = waiting.pop()
            children, text = list(parent), parent.text
            if isinstance(text, AtomicString):
                continue
            del parent[:]
            parent.text = None
            fill(parent, text or "", notes=notes)
            for child in children:
                tail, child.tail = child.tail, None
                parent.append(child)
                fill(parent, tail or "", notes=notes)
            waiting += children
        if notes:
            _add_notes(root, notes)


def _add_notes(root: Element, notes: Mapping[str, str]) -> None:
    """Number the signs of notes in the order of the text, and append the notes that they lead to."""
    numbers: dict[str, int] = {}
    for mark in root.iter("sup"):
        if mark.get("class") == NOTE_MARK:
            label = mark.text or ""
            mark.text = AtomicString(str(numbers.setdefault(label, len(numbers) + 1)))
    if numbers:
        listed = SubElement(root, "ol", {"class": "notes"})
        for label in numbers:
            fill(SubElement(listed, "li"), notes[label])


def with_blocks(markdown: Markdown, blocks: bool) -> Markdown:
    """The converter, for texts of several blocks or, without `blocks`, of one paragraph."""
    parser = _Parser(markdown)
    processors: dict[str, type[BlockProcessor]] = {"empty": EmptyBlockProcessor}
    if blocks:
        markdown.preprocessors.register(_Arrange(markdown), "arrange", 10)
        processors |= {"indent": ListIndentProcessor, "code": CodeBlockProcessor, "breaks": _Breaks, "table": Tables}
        processors |= {"olist": _Numbered, "ulist": _Bulleted, "quote": _Quotations}
    processors["paragraph"] = ParagraphProcessor
    for priority, (name, processor) in enumerate(reversed(processors.items())):
        parser.blockprocessors.register(processor(parser), name, priority)
    markdown.parser = parser
    markdown.treeprocessors.register(_Inline(parser), "inline", 20)
    return markdown
