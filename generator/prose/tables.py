"""Tables in a text: rows of cells between upright lines, of which the second row divides the head from the rest."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.extensions.tables import TableProcessor

from generator.prose.inline import literals, masked

MOST_COLUMNS = 20
"""What is wider is read by nobody, and fits on no paper."""

_SEPARATOR = re.compile(r":?-+:?")


def cells(row: str) -> list[tuple[int, int]]:
    """The half-open ranges of the cells in a row that starts with `|`. In code, and after `\\`, `|` divides nothing."""
    plain = masked(row, tuple(literals(row)))
    first = row.index("|") + 1
    bounds = [at for at, sign in enumerate(plain) if sign == "|" and at >= first]
    end = len(row.rstrip())
    if not bounds or bounds[-1] != end - 1:
        bounds.append(end)
    return list(zip([first, *(at + 1 for at in bounds)], bounds, strict=False))


def is_separator(row: str) -> bool:
    """Whether a row is the one below the head: `| --- | ---: |`."""
    return all(_SEPARATOR.fullmatch(row[start:end].strip()) for start, end in cells(row))


class Tables(TableProcessor):
    """Python-Markdown's tables, with rows divided in linear time. Each row starts with `|`."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser, {"use_align_attribute": True})

    def test(self, parent: Element, block: str) -> bool:
        head, *rest = block.split("\n", 2)
        if not rest or not head.lstrip().startswith("|") or not rest[0].lstrip().startswith("|"):
            return False
        width = len(cells(head))
        if width > MOST_COLUMNS or len(cells(rest[0])) != width or not is_separator(rest[0]):
            return False
        self.separator = self._split_row(rest[0])  # type: ignore[assignment]  # a sequence, whatever the stubs say
        return True

    def _split_row(self, row: str) -> list[str]:
        return [row[start:end].replace("\\|", "|") for start, end in cells(row)] if "|" in row else [row]
