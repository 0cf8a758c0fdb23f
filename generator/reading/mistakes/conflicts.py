"""The conflict markers of an unfinished merge.

They are reported alone, because all other problems of such a file would be misleading consequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import span_at

MOST = 20
"""The maximum number of conflict markers reported per file."""

MARKER = re.compile(r"^([<|=>])\1{6}(?= |$)", re.MULTILINE)

CHOOSE = "choose between the two versions, which `=======` separates, and"
KEEP = "keep all other lines, and"


def conflict_markers(text: str, name: str, before: str = CHOOSE) -> tuple[Diagnostic, ...]:
    """The first `MOST` conflict markers in `text`. `name` is the name of the file in diagnostics.

    The hint starts with `before`, which says what to do with the lines of the two versions.
    """
    return tuple(islice(_markers(text, name, before), MOST))


def _markers(text: str, name: str, before: str) -> Iterator[Diagnostic]:
    if not any(mark * 7 in text for mark in "<|=>"):
        return
    signs = "`<<<<<<<`, `=======` and `>>>>>>>`"
    hint = f"{before} delete the three lines that start with {signs}"
    if any(found[1] == "|" for found in MARKER.finditer(text)):
        hint = f"{before} delete the lines that start with {signs}, and those from `|||||||` to `=======`"
    for found in MARKER.finditer(text):
        message = f"`{found[0]}` is a conflict marker of an unfinished merge"
        yield Diagnostic(codes.CONFLICT_MARKER, message, span_at(name, text, found.start(), 7), hint)
