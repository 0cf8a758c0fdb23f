"""What to type instead of YAML that means something else than its author thinks: parts of messages and hints."""

from __future__ import annotations

import re

LONGEST_SHOWN = 50
"""The maximum number of characters of a text that a hint writes out."""

NAME_IN_BRACES = re.compile(r"\{\s*([\w-]+)\s*\}(?=\s*:)")
"""The name of a field in braces, as texts name variables."""

_CURLY = ("“", "”", "„", "‘", "’", "«", "»")


def cut_off(sign: str) -> str:
    """What is said of a text that becomes a comment from this sign on."""
    return f"YAML takes everything from `{sign}` on as a comment"


def in_one_pair(text: str) -> str:
    """The text in quotes, cut if it is long."""
    mark = "'" if '"' in text or "\\" in text else '"'
    return f"{mark}{text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + '…'}{mark}"


def instead_of_second(text: str, number: int) -> str:
    """What to do with the line `---` of this number, which has fields above it, by what is below it."""
    below = (line.strip() for line in text.split("\n")[number:])
    line = next((line for line in below if line and not line.startswith("#")), "")
    if not line:
        return "delete this line"
    if re.match(r"[\w-]+:(?:\s|$)", line):
        return "delete this line; if another entry starts below it, move that into a file of its own"
    return "delete this line, and move the text below it into the field it belongs to"


def in_quotes(text: str, start: int) -> str:
    """The advice to use quotes. It names straight quotes if the text starts with curly ones."""
    return 'in straight quotes, `"` and `"`,' if text[start : start + 1] in _CURLY else "in quotes"
