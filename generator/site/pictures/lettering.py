"""How wide text comes out, and how it is broken into lines, without a browser to measure it.

Widths are in em and rather too large: pages are read in whatever sans serif the reader's system has.
"""

from __future__ import annotations

import re
from functools import cache


class _Widths(dict[str, float]):
    """The widths of letters; those that are not listed count as wide."""

    def __missing__(self, letter: str) -> float:
        return 1.1


# Of the common sans serifs the widest, with a little room.
_WIDTHS = _Widths(
    {
        **dict.fromkeys("iljI.,:;'|!’‘·", 0.31),
        **dict.fromkeys('ft()[]/ r-“”"', 0.42),
        **dict.fromkeys("acegknopqsuvxyzJbdh0123456789?$#*+=<>~–", 0.63),
        **dict.fromkeys("ABEFKLPSTVXYZ&CDGHNORQU", 0.80),
        **dict.fromkeys("mwMW—…%@", 1.0),
    }
)

ELLIPSIS = "…"


def width(text: str) -> float:
    """The width of a text in em, at most."""
    return sum(map(_WIDTHS.__getitem__, text))


@cache
def wrapped(text: str, line_width: float, most_lines: int) -> tuple[str, ...]:
    """A text in at most so many lines of at most this width. What does not fit is cut, and ends in an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words:
        line, words = _line(words, line_width)
        if len(lines) == most_lines - 1 and words:
            lines.append(_cut(f"{line} {words[0]}", line_width))
            break
        lines.append(line)
    return tuple(lines)


def _line(words: list[str], line_width: float) -> tuple[str, list[str]]:
    """As many words as fit on a line, and the rest. A word that is too long for any line is broken."""
    line = words[0]
    if width(line) > line_width:
        at = _fitting(line, line_width - width("-"))
        # A word that has a hyphen already is broken behind it.
        hyphen = line.rfind("-", 0, at)
        at, mark = (hyphen + 1, "") if hyphen > 0 else (at, "-")
        return line[:at] + mark, [line[at:], *words[1:]]
    used = 1
    while used < len(words) and width(f"{line} {words[used]}") <= line_width:
        line += f" {words[used]}"
        used += 1
    return line, words[used:]


def _cut(text: str, line_width: float) -> str:
    kept = text[: _fitting(text, line_width - width(ELLIPSIS))]
    return re.sub(r"(?<![\s,;:–-])[\s,;:–-]+$", "", kept) + ELLIPSIS


def _fitting(text: str, room: float) -> int:
    """How many letters fit, at least one."""
    used = 0.0
    for at, letter in enumerate(text):
        used += _WIDTHS[letter]
        if used > room:
            return max(at, 1)
    return len(text)
