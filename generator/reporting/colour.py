"""Colours for the report on a terminal. Files, pipes and CI get the text as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TextIO

RESET, BOLD, CYAN = "\x1b[0m", "\x1b[1m", "\x1b[36m"
OF_SEVERITY: Mapping[str, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}

_HEAD = re.compile(r"(?P<place>\S.*?:\d+:\d+): (?P<code>(?P<severity>error|warning)\[[\w-]+\]): (?P<message>.*)")
_CARETS = re.compile(r"(?P<margin> *\| *)(?P<carets>\^+)")
_HINT = "   hint: "


def takes_colours(stream: TextIO) -> bool:
    """Whether text on this stream may be coloured: on terminals, unless NO_COLOR is set or the terminal has none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def for_stream(text: str, stream: TextIO) -> str:
    """A report as it is to be written to this stream."""
    return coloured(text) if takes_colours(stream) else text


def coloured(text: str) -> str:
    """A report with colours: places, codes with their carets, and the beginnings of hints."""
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    colour = ""
    for line in lines:
        if head := _HEAD.fullmatch(line):
            colour = OF_SEVERITY[head["severity"]]
            yield f"{BOLD}{head['place']}{RESET}: {colour}{head['code']}{RESET}: {head['message']}"
        elif carets := _CARETS.fullmatch(line):
            yield f"{carets['margin']}{colour}{carets['carets']}{RESET}"
        elif line.startswith(_HINT):
            yield f"{CYAN}{_HINT}{RESET}{line.removeprefix(_HINT)}"
        else:
            yield line
