"""Text that is shown as it is written, as HTML: paragraphs, lines, and lists with `- `."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

_BLANK_LINES = re.compile(r"\n\s*\n")
_ITEM = "- "


def to_blocks(text: str) -> str:
    """Paragraphs with their line breaks, and lists of what starts with `- `. Nothing else is markup."""
    paragraphs = (paragraph.strip("\n") for paragraph in _BLANK_LINES.split(text.strip()))
    return "\n".join(block for paragraph in paragraphs for block in _blocks(paragraph.split("\n")))


def _blocks(lines: list[str]) -> Iterator[str]:
    for is_list, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
        texts = [escape(line.removeprefix(_ITEM) if is_list else line, quote=False) for line in group]
        if is_list:
            yield "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
        else:
            yield "<p>" + "<br>".join(texts) + "</p>"
