"""List items without the space after their hyphen, which YAML reads as one text.

They are reported alone, because all other problems of such a file would be misleading consequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import span_at
from generator.diagnostics.suggest import shortened

NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?P<value>[^\s-].*)")
MESSAGE = "there is no space after the hyphen"

_ITEM_BELOW = re.compile(r"\n *-(?!-)")
_WITHOUT_SPACE = re.compile(r"^ *(?P<sign>-(?=[^\s-]))(?P<value>.*)", re.MULTILINE)


def unspaced(text: str, name: str, extents: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """The lines without a space after the hyphen, in texts that start with such a line and go on with other items.

    `extents` are the ranges of the scalars that were read; `name` is the name of the file in diagnostics.
    """
    for start, end in extents:
        # The end of the line is looked for only in texts of several lines: many texts can be on one long line.
        if text[start : start + 1] != "-" or not _ITEM_BELOW.search(text, start, end):
            continue
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip(" ") or not NO_SPACE_AFTER_HYPHEN.match(text, start):
            continue
        stop = text.find("\n", end)
        for found in _WITHOUT_SPACE.finditer(text, line, stop if stop >= 0 else len(text)):
            yield Diagnostic(
                codes.YAML_SYNTAX, MESSAGE, span_at(name, text, found.start("sign")), written(found["value"])
            )


def written(value: str) -> str:
    """What to type: the item as it should be."""
    return f"write `{shortened('- ' + value)}`"
