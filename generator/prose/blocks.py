"""The blocks of a text by Python-Markdown, with what takes too long in it replaced, and with nesting bounded.

Its own processors of headings and lines across look through the rest of a text again after each of them, and copy it;
those of lists copy an item for each of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.prose.inline import fill

MOST_NESTED = 12
"""Lists and quotations may be nested so deep."""

MOST_PARSED = 6 * MOST_NESTED
"""How deep blocks are parsed at all. A level that one sees takes up to three calls of the parser."""

_BREAK = re.compile(
    r"^(?:(?P<level>\#{2,3})\ ++(?P<heading>.*)"
    r"|\ {0,3}(?:-(?:\ {0,2}-){2,}+|_(?:\ {0,2}_){2,}+|\*(?:\ {0,2}\*){2,}+)\ *+)$",
    re.MULTILINE | re.VERBOSE,
)
_PREFIX = re.compile(r"^(?:[ \t]*+(?:>|(?:[-*+]|\d{1,9}\.)(?=[ \t])))*+[ \t]*+", re.MULTILINE)
_BETWEEN = re.compile(r"\n(?:[^\S\n]*+\n|(?=[^\S\n]*+(?:[-*+]\s|\d{1,9}\.\s|\#{1,6}\s|>)))")
_MARKER = re.compile(r">|[-*+]|\d{1,9}\.")


def nested_too_deeply(text: str) -> int | None:
    """Where a line begins that lies more than `MOST_NESTED` lists and quotations deep."""
    levels = 0
    for found in _PREFIX.finditer(text):
        prefix = found[0].expandtabs(4)
        markers = len(_MARKER.findall(prefix))
        # Indentation leads no deeper than the lists that there are.
        depth = min((len(prefix) - len(prefix.lstrip())) // 4, levels) + markers
        if depth > MOST_NESTED:
            return found.start()
        levels = max(levels, depth if markers else 0)
    return None


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the paragraphs, items and headings of a text: no markup reaches from one into another."""
    start = 0
    for found in _BETWEEN.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


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
        return _items(self, block)


class _Bulleted(SaneUListProcessor):
    def get_items(self, block: str) -> list[str]:
        return _items(self, block)


class _Inline(Treeprocessor):
    """Gives the texts in a tree of blocks their inline markup."""

    def run(self, root: Element) -> None:
        waiting = [root]
        while waiting:
            parent = waiting.pop()
            children, text = list(parent), parent.text
            if isinstance(text, AtomicString):
                continue
            del parent[:]
            parent.text = None
            fill(parent, text or "")
            for child in children:
                tail, child.tail = child.tail, None
                parent.append(child)
                fill(parent, tail or "")
            waiting += children


def with_blocks(markdown: Markdown, blocks: bool) -> Markdown:
    """The converter, for texts of several blocks or, without `blocks`, of one paragraph."""
    parser = _Parser(markdown)
    processors: dict[str, type[BlockProcessor]] = {"empty": EmptyBlockProcessor}
    if blocks:
        processors |= {"indent": ListIndentProcessor, "code": CodeBlockProcessor, "breaks": _Breaks}
        processors |= {"olist": _Numbered, "ulist": _Bulleted, "quote": BlockQuoteProcessor}
    processors["paragraph"] = ParagraphProcessor
    for priority, (name, processor) in enumerate(reversed(processors.items())):
        parser.blockprocessors.register(processor(parser), name, priority)
    markdown.parser = parser
    markdown.treeprocessors.register(_Inline(markdown), "inline", 20)
    return markdown
